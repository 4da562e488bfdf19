import { call, type IceServer, type RefusalCode, type SessionId, type TroubleKind } from '@ithaca/contract'
import type { Device } from 'mediasoup-client/types'
import { readChoices, SeatMemory } from './engine-memory.ts'
import { Own } from './engine-own.ts'
import { codeOf, type EngineParts } from './engine-parts.ts'
import type { Shown } from './engine-receiver.ts'
import { peopleOf } from './engine-roster.ts'
import { Seating } from './engine-seating.ts'
import { beginning, type CallState, type DeviceKind, type News, Store } from './engine-state.ts'

type Prepared = { readonly device: Device; readonly iceServers: readonly IceServer[] }

/** The call of one session in this tab: the lobby, the call, the end. It knows nothing of how it is shown. */
export class CallEngine {
  readonly #parts: EngineParts
  readonly #sessionId: SessionId
  readonly #store: Store<CallState>
  readonly #own: Own
  readonly #memory: SeatMemory
  #prepared: Prepared | null = null
  #seating: Seating | null = null
  #joining: Promise<void> | null = null
  #leaving: Promise<unknown> | null = null
  #closed = false

  constructor(parts: EngineParts, sessionId: SessionId) {
    const { chosen } = readChoices(parts.storage.choices)
    const store = new Store({ ...beginning, chosen })
    this.#parts = parts
    this.#sessionId = sessionId
    this.#store = store
    this.#memory = new SeatMemory(parts, sessionId)
    this.#own = new Own({
      parts,
      store,
      tellTrouble: this.#tellTrouble,
      onChange: (source, outgoing) => {
        void (outgoing ? this.#seating?.send(outgoing) : this.#seating?.rest(source))
        this.#changed()
      },
      onEnd: (source) => void this.#seating?.end(source),
    })
  }

  readonly #tellTrouble = (kind: TroubleKind): void => this.#parts.tellTrouble(kind, this.#memory.seatId)

  readonly snapshot = (): CallState => this.#store.value
  readonly subscribe = (changed: () => void): (() => void) => this.#store.watch(changed)

  /** Makes everything ready that joining needs, and shows the person to themselves. After a reload it joins again. */
  async prepare(): Promise<void> {
    const devices = this.#own.open()
    if (!(await this.#parts.claim(this.#memory.seatId))) this.#memory.renew()
    try {
      await this.#makeReady()
      this.#store.set({ isReady: true, refusal: null })
    } catch (caught) {
      this.#failed(caught)
    }
    if (this.#memory.wasIn && this.#store.value.isReady) await this.join()
    await devices
  }

  /** Takes a seat in the call: one question to the server, and all else at once. */
  async join(): Promise<void> {
    if (this.#store.value.phase === 'joining' || this.#seating || this.#closed) return
    // The question is on its way before the screen changes: the one need not wait for the other.
    const joining = this.#takeSeat()
    this.#joining = joining
    this.#store.set({ phase: 'joining', refusal: null })
    try {
      await joining
    } catch (caught) {
      this.#prepared = null
      if (this.snapshot().phase !== 'joining') return
      this.#end('lobby')
      this.#failed(caught)
    } finally {
      this.#joining = null
    }
  }

  /** Leaves the call, and lets go of the seat and of all devices. */
  leave(): void {
    this.#goodbye()
    this.#end('left')
    this.#own.letGo()
  }

  /** From the end back to the lobby. */
  async comeBack(): Promise<void> {
    const { chosen, devices } = this.#store.value
    this.#store.set({ ...beginning, chosen, devices })
    await this.prepare()
  }

  setCamera(isOn: boolean): Promise<void> {
    return this.#own.setCamera(isOn)
  }

  /** In the lobby off lets the microphone go; in the call it mutes it. */
  setMicrophone(isOn: boolean): Promise<void> {
    return this.#own.setMicrophone(isOn, this.#seating ? 'mutes' : 'lets go')
  }

  choose(kind: DeviceKind, id: string): Promise<void> {
    return this.#own.choose(kind, id)
  }

  async share(): Promise<void> {
    if (await this.#own.share()) this.#tell('shares', '')
  }

  stopSharing(): void {
    this.#own.stopSharing()
    this.#tell('stoppedSharing', '')
  }

  /** The hand is up when the call has heard of it. */
  async raiseHand(isRaised: boolean): Promise<void> {
    await this.#seating?.raiseHand(isRaised).catch(codeOf)
  }

  /** Tells how a stream is shown, or with null that it is shown no more. */
  show(consumerId: string, shown: Shown | null): void {
    this.#seating?.show(consumerId, shown)
  }

  /** How loud the microphone is, from 0 to 1. */
  level(): number {
    return this.#own.level()
  }

  /** The page goes: the others are told, and a reload finds the seat again. */
  pageHides(): void {
    if (!this.#seating) return
    this.#goodbye()
    this.#memory.keep(true)
  }

  close(): void {
    if (this.#closed) return
    this.#goodbye()
    this.#end('left')
    this.#closed = true
    this.#own.close()
  }

  async #takeSeat(): Promise<void> {
    if (this.#leaving) await this.#leaving
    const seating = this.#newSeating(this.#prepared ?? (await this.#makeReady()))
    this.#seating = seating
    await seating.take()
    if (this.#seating !== seating) return
    this.#memory.keep(true)
    this.#store.set({ phase: 'in' })
    this.#changed()
  }

  async #makeReady(): Promise<Prepared> {
    const { capabilities, iceServers } = await this.#parts.ask(call.prepare, { sessionId: this.#sessionId })
    this.#prepared = { device: await this.#parts.loadDevice(capabilities), iceServers }
    return this.#prepared
  }

  #newSeating({ device, iceServers }: Prepared): Seating {
    return new Seating({
      parts: this.#parts,
      tellTrouble: this.#tellTrouble,
      sessionId: this.#sessionId,
      seatId: this.#memory.seatId,
      device,
      iceServers,
      outgoing: () => this.#own.outgoing,
      onChange: () => this.#changed(),
      onNews: (kind, name) => this.#tell(kind, name),
      onOver: (refusal) => this.#over(refusal),
    })
  }

  #changed(): void {
    const seating = this.#seating
    if (!seating) return
    const { camera, microphone, screen } = this.#store.value
    const { conversationId, endsAt, isMending, isCut } = seating
    const own = { camera: camera.track, screen: screen.track, isMuted: !microphone.isOn, isCut }
    const people = peopleOf({ ...seating.scene, own })
    const isHandRaised = people.some(({ isSelf, hasHandRaised }) => isSelf && hasHandRaised)
    this.#store.set({ people, conversationId, endsAt, isHandRaised, link: isMending ? 'mending' : 'steady' })
  }

  #tell(kind: News['kind'], name: string): void {
    this.#changed()
    this.#store.set({ news: { number: (this.#store.value.news?.number ?? 0) + 1, kind, name } })
  }

  #failed(caught: unknown): void {
    if (caught instanceof Error && caught.name === 'UnsupportedError') return this.#store.set({ isSupported: false })
    const refusal = codeOf(caught)
    if (refusal === 'unavailable') this.#tellTrouble('connectionFailed')
    this.#store.set({ refusal })
  }

  #over(refusal: RefusalCode): void {
    this.#memory.keep(false)
    this.#end('left')
    this.#own.letGo()
    this.#store.set({ refusal })
  }

  #goodbye(): void {
    if (!this.#seating) return
    this.#memory.keep(false)
    const say = () => this.#parts.ask(call.leave, { seatId: this.#memory.seatId })
    // A seat that is being taken can be left only when it is taken. Whether or not it is heard, we are gone.
    const leaving = (this.#joining ? this.#joining.then(say) : say()).catch(codeOf)
    this.#leaving = leaving
    void leaving.then(() => {
      if (this.#leaving === leaving) this.#leaving = null
    })
  }

  #end(phase: 'lobby' | 'left'): void {
    this.#seating?.close()
    this.#seating = null
    const { people, link, isHandRaised, conversationId } = beginning
    this.#store.set({ phase, people, link, isHandRaised, conversationId })
  }
}
