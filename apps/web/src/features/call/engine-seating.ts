import {
  type Consumable,
  type ConversationId,
  call,
  type IceServer,
  type Quality,
  type RefusalCode,
  type Seat,
  type SeatId,
  type SessionId,
  type Source,
  type TroubleKind,
} from '@ithaca/contract'
import type { Device } from 'mediasoup-client/types'
import { Hearing } from './engine-hearing.ts'
import { headStart, Link } from './engine-link.ts'
import type { Outgoing } from './engine-own.ts'
import type { EngineParts } from './engine-parts.ts'
import type { Shown } from './engine-receiver.ts'
import { Recovery } from './engine-recovery.ts'
import type { Scene } from './engine-roster.ts'
import { Silence } from './engine-silence.ts'
import type { News } from './engine-state.ts'

type Options = {
  readonly parts: EngineParts
  readonly tellTrouble: (kind: TroubleKind) => void
  readonly sessionId: SessionId
  readonly seatId: SeatId
  readonly device: Device
  readonly iceServers: readonly IceServer[]
  readonly outgoing: () => readonly Outgoing[]
  readonly onChange: () => void
  readonly onNews: (kind: News['kind'], name: string) => void
  /** The call ended for this device without its wish. */
  readonly onOver: (code: RefusalCode) => void
}

/** A device's time in the call, from the click on join to the leaving: it outlives links, sockets and servers. */
export class Seating {
  readonly #options: Options
  readonly #seats = new Map<SeatId, Seat>()
  readonly #qualities = new Map<SeatId, Quality>()
  readonly #silence: Silence
  readonly #hearing: Hearing
  #speaking: SeatId | null = null
  #recovery: Recovery | null = null
  #link: Link | null = null
  #isMending = false
  #closed = false
  conversationId: ConversationId | null = null
  endsAt: string | null = null

  constructor(options: Options) {
    this.#options = options
    this.#silence = new Silence({ link: () => this.#link, onChange: options.onChange })
    this.#hearing = new Hearing(options.parts.listen, options.sessionId, {
      joined: (seat) => this.#joined(seat),
      left: (seatId) => this.#left(seatId),
      hand: (seatId, handRaisedAt) => this.#handChanged(seatId, handRaisedAt),
      consumable: (consumable) => this.#consumable(consumable),
      consumerClosed: (consumerId) => this.#consumerClosed(consumerId),
      consumerPaused: (consumerId, isPaused) => this.#consumerPaused(consumerId, isPaused),
      spoke: (seatId) => this.#changed(() => (this.#speaking = seatId)),
      quality: (seatId, quality) => this.#changed(() => this.#qualities.set(seatId, quality)),
      interrupted: (reason) => this.#recovery?.seatLost(reason === 'serverStops'),
    })
  }

  get isMending(): boolean {
    return this.#isMending
  }

  /** Whether no media can flow just now: signaling alone may be gone and nobody notices. */
  get isCut(): boolean {
    return this.#isMending && this.#link?.health !== 'up'
  }

  get scene(): Omit<Scene, 'own'> {
    return {
      ownSeat: this.#options.seatId,
      seats: [...this.#seats.values()],
      incoming: this.#link?.receiver.incoming ?? [],
      speaking: this.#speaking,
      qualities: this.#qualities,
      silent: this.#silence.seats,
    }
  }

  /** Takes the seat for the first time. From then on it is kept, whatever happens, until it is left. */
  async take(): Promise<void> {
    this.#hearing.hold()
    try {
      await this.#enter()
      if (!this.#closed) this.#keepUp()
    } finally {
      this.#hearing.release()
    }
    await this.#link?.received
  }

  async send({ source, track, isPaused }: Outgoing): Promise<void> {
    await this.#link?.send(source, track, isPaused)
  }

  /** Sends nothing for a source for now; its stream stays, so that it comes back at once. */
  async rest(source: Source): Promise<void> {
    await this.#link?.send(source, null)
  }

  async end(source: Source): Promise<void> {
    await this.#link?.end(source)
  }

  async raiseHand(raised: boolean): Promise<void> {
    await this.#options.parts.ask(call.raiseHand, { seatId: this.#options.seatId, raised })
  }

  show(consumerId: string, shown: Shown | null): void {
    this.#link?.receiver.show(consumerId, shown)
  }

  /** Leaves for good. The goodbye is not waited for: a page that closes has no time. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#silence.close()
    this.#options.parts.connection.hurry(false)
    this.#hearing.close()
    this.#recovery?.close()
    this.#link?.close()
  }

  #keepUp(): void {
    const { parts, tellTrouble } = this.#options
    this.#recovery = new Recovery({
      connection: parts.connection,
      tellTrouble,
      link: () => this.#link,
      enter: () => this.#enter(),
      retake: () => this.#retake(),
      onTurn: (isMending) => this.#turn(isMending),
      onOver: this.#options.onOver,
    })
    this.#recovery.began()
    parts.connection.hurry(true)
  }

  async #enter(): Promise<void> {
    const { parts, sessionId, seatId, device, iceServers } = this.#options
    this.#hearing.hold()
    try {
      const joined = await parts.ask(call.join, { sessionId, seatId, capabilities: device.recvRtpCapabilities })
      if (this.#closed) return
      this.#link?.close()
      this.#silence.seats = new Set()
      this.#keep(joined.seats)
      this.conversationId = joined.conversationId
      this.endsAt = joined.endsAt
      const link = new Link({
        seatId,
        device,
        iceServers,
        joined,
        ask: parts.ask,
        onChange: this.#options.onChange,
        onState: () => this.#recovery?.mediaChanged(),
        onLost: () => this.#recovery?.seatLost(),
      })
      this.#link = link
      void link.received.then(headStart).then(() => this.#sendAll(link))
      // Who is there is shown with their pictures, a moment later: two paintings of the screen would take longer than one.
      if (joined.consumers.length === 0) this.#options.onChange()
    } finally {
      this.#hearing.release()
    }
  }

  #sendAll(link: Link): void {
    if (link !== this.#link) return
    for (const outgoing of this.#options.outgoing()) void this.send(outgoing)
  }

  async #retake(): Promise<void> {
    const { parts, sessionId, seatId } = this.#options
    const { seats } = await parts.ask(call.retake, { sessionId, seatId })
    this.#keep(seats)
    this.#link?.receiver.settle()
    this.#options.onChange()
  }

  #keep(seats: readonly Seat[]): void {
    this.#seats.clear()
    for (const seat of seats) this.#seats.set(seat.id, seat)
  }

  #turn(isMending: boolean): void {
    this.#isMending = isMending
    this.#options.onNews(isMending ? 'mending' : 'mended', '')
  }

  #joined(seat: Seat): void {
    const isNew = !this.#seats.has(seat.id)
    this.#seats.set(seat.id, seat)
    if (isNew) this.#options.onNews('joined', seat.name)
  }

  #left(seatId: SeatId): void {
    const seat = this.#seats.get(seatId)
    if (!seat || seatId === this.#options.seatId) return
    this.#seats.delete(seatId)
    this.#link?.receiver.removeSeat(seatId)
    const isGone = ![...this.#seats.values()].some(({ userId }) => userId === seat.userId)
    if (isGone) this.#options.onNews('left', seat.name)
    else this.#options.onChange()
  }

  #handChanged(seatId: SeatId, handRaisedAt: string | null): void {
    const seat = this.#seats.get(seatId)
    if (!seat) return
    this.#seats.set(seatId, { ...seat, handRaisedAt })
    this.#options.onNews(handRaisedAt ? 'handRaised' : 'handLowered', seat.name)
  }

  #consumable(consumable: Consumable): void {
    void this.#link?.receiver.add(consumable)
    if (consumable.source === 'screen') this.#options.onNews('shares', this.#nameOf(consumable.seatId))
  }

  #consumerClosed(consumerId: string): void {
    const about = this.#link?.receiver.about(consumerId)
    this.#link?.receiver.remove(consumerId)
    if (about?.source === 'screen') this.#options.onNews('stoppedSharing', this.#nameOf(about.seatId))
  }

  #consumerPaused(consumerId: string, isPaused: boolean): void {
    const about = this.#link?.receiver.about(consumerId)
    this.#link?.receiver.setPaused(consumerId, isPaused)
    if (about?.source === 'microphone') this.#options.onNews(isPaused ? 'muted' : 'unmuted', this.#nameOf(about.seatId))
  }

  #nameOf(seatId: SeatId): string {
    return this.#seats.get(seatId)?.name ?? ''
  }

  #changed(change: () => void): void {
    change()
    this.#options.onChange()
  }
}
