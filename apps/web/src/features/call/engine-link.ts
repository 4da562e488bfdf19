import { call, type Direction, type IceServer, type SeatId, type Source } from '@ithaca/contract'
import type { Device, Transport } from 'mediasoup-client/types'
import type { z } from 'zod'
import { type Ask, codeOf } from './engine-parts.ts'
import { Receiver } from './engine-receiver.ts'
import { Sender } from './engine-sender.ts'

export type Joined = z.output<typeof call.join.reply>

type Options = {
  readonly seatId: SeatId
  readonly device: Device
  readonly iceServers: readonly IceServer[]
  readonly joined: Joined
  readonly ask: Ask
  /** What comes in has changed. */
  readonly onChange: () => void
  /** Media began to flow, or stopped. */
  readonly onState: () => void
  /** The server says that there is no such seat or no such call: everything must be taken anew. */
  readonly onLost: () => void
}

/** One taking of a seat: two transports and all that travels on them. A seat that is taken again has a new link. */
export class Link {
  readonly #options: Options
  readonly #send: Transport
  readonly #receive: Transport
  readonly #senders = new Map<Source, Sender>()
  readonly receiver: Receiver
  /** What was there at the start is set up. The server and the network are not waited for. */
  readonly received: Promise<unknown>
  #closed = false

  constructor(options: Options) {
    const { joined, device, iceServers, ask, seatId, onChange } = options
    const helpers = { iceServers: iceServers.map((server) => ({ ...server })) }
    this.#options = options
    this.#receive = this.#wire('receive', device.createRecvTransport({ ...joined.receive, ...helpers }))
    this.#send = this.#wire('send', device.createSendTransport({ ...joined.send, ...helpers }))
    this.#send.on('produce', ({ kind, rtpParameters, appData }, done) => {
      const sender = appData.sender as Sender
      sender.announce(kind, rtpParameters)
      // Our own name for it is enough for the browser to go on with the next stream.
      done({ id: rtpParameters.mid ?? kind })
    })
    const onRefused = (caught: unknown) => this.#refused(caught)
    this.receiver = new Receiver({ seatId, ask, transport: this.#receive, onChange, onRefused })
    const first = joined.consumers.map((consumable) => this.receiver.add(consumable))
    // Whoever is alone takes the silence, so that the path is there before anybody sends.
    this.received = Promise.all(first.length > 0 ? first : [this.receiver.warmUp(joined.warmUp)])
  }

  get closed(): boolean {
    return this.#closed
  }

  /** How the paths stand that have been asked for. */
  get health(): 'up' | 'coming' | 'down' {
    const states = this.#used().map(({ connectionState }) => connectionState)
    if (states.some((state) => state === 'failed' || state === 'disconnected')) return 'down'
    return states.length > 0 && states.every((state) => state === 'connected') ? 'up' : 'coming'
  }

  /** Sends a track for a source, in place of what was sent for it before; null sends nothing for now. */
  async send(source: Source, track: MediaStreamTrack | null, isPaused = false): Promise<void> {
    if (this.#closed) return
    const sender = this.#senders.get(source)
    try {
      if (!track) await Promise.all([sender?.replace(null), sender?.setPaused(true)])
      else if (sender?.fits(track)) await Promise.all([sender.replace(track), sender.setPaused(isPaused)])
      else this.#start(source, track, isPaused)
    } catch (caught) {
      this.#refused(caught)
    }
  }

  /** Ends a source for everybody. */
  async end(source: Source): Promise<void> {
    const sender = this.#senders.get(source)
    this.#senders.delete(source)
    await sender?.close()
  }

  /** Looks for a new path, for both directions at once. */
  async restartIce(): Promise<void> {
    const { ask, seatId } = this.#options
    const restarts = this.#used().map(async (transport) => {
      const direction = transport === this.#send ? 'send' : 'receive'
      const { iceParameters } = await ask(call.restartIce, { seatId, direction })
      if (!this.#closed) await transport.restartIce({ iceParameters })
    })
    await Promise.all(restarts).catch((caught: unknown) => this.#refused(caught))
  }

  /** What the browser counts of all that comes in. */
  async stats(): Promise<RTCStatsReport | null> {
    return this.#closed ? null : this.#receive.getStats()
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    for (const sender of this.#senders.values()) sender.forget()
    this.receiver.close()
    this.#send.close()
    this.#receive.close()
  }

  #start(source: Source, track: MediaStreamTrack, isPaused: boolean): void {
    const { seatId, ask } = this.#options
    void this.#senders.get(source)?.close()
    const onRefused = (caught: unknown) => this.#refused(caught)
    const sender = new Sender({ source, seatId, ask, transport: this.#send, onRefused })
    this.#senders.set(source, sender)
    sender.start(track, isPaused)
  }

  #wire(direction: Direction, transport: Transport): Transport {
    const { ask, seatId, onState } = this.#options
    transport.on('connect', ({ dtlsParameters }, done) => {
      ask(call.connect, { seatId, direction, dtlsParameters }).catch((caught: unknown) => this.#refused(caught))
      // The browser looks for the path while the server hears of the keys.
      done()
    })
    transport.on('connectionstatechange', () => this.#closed || onState())
    return transport
  }

  /** A direction in which nothing was ever sent has no path to look for. */
  #used(): Transport[] {
    return [this.#receive, this.#send].filter(({ connectionState }) => connectionState !== 'new')
  }

  #refused(caught: unknown): void {
    if (this.#closed) return
    const code = codeOf(caught)
    if (code === 'call.notSeated' || code === 'call.mediaGone') this.#options.onLost()
  }
}

/**
 * How long to wait with sending when what comes in is set up: until it is shown. Both directions want the same thread of
 * the browser, and one after the other both are there sooner.
 */
export function headStart(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20))
}
