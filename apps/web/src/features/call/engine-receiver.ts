import { call, type Consumable, type SeatId, type WarmUp } from '@ithaca/contract'
import { layerForTile } from '@ithaca/domain/video'
import type { Transport } from 'mediasoup-client/types'
import type { Ask } from './engine-parts.ts'

/** How a stream is shown on the screen: nothing flows before there is an element, nor while it cannot be seen. */
export type Shown = {
  readonly isVisible: boolean
  /** Height of the tile in device pixels. */
  readonly lines: number
}

/** A stream that comes in. */
export type Incoming = {
  readonly about: Consumable
  readonly track: MediaStreamTrack
  readonly isPaused: boolean
  /** Whether the server was asked to send it. */
  readonly isFlowing: boolean
}

type Held = {
  about: Consumable
  track: MediaStreamTrack | null
  isPaused: boolean
  close: () => void
  shown: Shown | null
  /** What the server was last told of it. */
  told: { isFlowing: boolean; layer: number }
}

type Options = {
  readonly seatId: SeatId
  readonly transport: Transport
  readonly ask: Ask
  readonly onChange: () => void
  readonly onRefused: (caught: unknown) => void
}

/** All that comes in over one link. */
export class Receiver {
  readonly #options: Options
  readonly #held = new Map<string, Held>()
  /** Streams that ended before they were known to have begun. */
  readonly #ended = new Set<string>()
  #closed = false

  constructor(options: Options) {
    this.#options = options
  }

  get incoming(): Incoming[] {
    return [...this.#held.values()].flatMap(({ about, track, isPaused, told }) =>
      track ? [{ about, track, isPaused, isFlowing: told.isFlowing }] : [],
    )
  }

  about(consumerId: string): Consumable | undefined {
    return this.#held.get(consumerId)?.about
  }

  /** Takes a stream that stays silent. */
  async warmUp(silence: WarmUp): Promise<void> {
    try {
      await this.#options.transport.consume(silence)
    } catch (caught) {
      this.#refused(caught)
    }
  }

  async add(about: Consumable): Promise<void> {
    if (this.#held.has(about.id) || this.#ended.has(about.id) || this.#closed) return
    const told = { isFlowing: false, layer: layersOf(about) - 1 }
    const held: Held = { about, track: null, isPaused: about.producerPaused, close: () => {}, shown: null, told }
    this.#held.set(about.id, held)
    const { id, producerId, kind, rtpParameters } = about
    try {
      const consumer = await this.#options.transport.consume({ id, producerId, kind, rtpParameters })
      if (!this.#held.has(id)) return consumer.close()
      held.track = consumer.track
      held.close = () => consumer.close()
      this.#options.onChange()
    } catch (caught) {
      this.#refused(caught)
    }
  }

  setPaused(consumerId: string, isPaused: boolean): void {
    const held = this.#held.get(consumerId)
    if (!held || held.isPaused === isPaused) return
    held.isPaused = isPaused
    this.#options.onChange()
  }

  remove(consumerId: string): void {
    const held = this.#held.get(consumerId)
    this.#ended.add(consumerId)
    this.#held.delete(consumerId)
    held?.close()
    if (held) this.#options.onChange()
  }

  /** A seat was left, and all that came from it ends. */
  removeSeat(seatId: SeatId): void {
    for (const { about } of this.#held.values()) if (about.seatId === seatId) this.remove(about.id)
  }

  /** An element took the stream, changed its size, or went; the server sends what it needs and no more. */
  show(consumerId: string, shown: Shown | null): void {
    const held = this.#held.get(consumerId)
    if (!held || this.#closed) return
    const { seatId, ask } = this.#options
    held.shown = shown
    const { told, about } = held
    const isFlowing = shown?.isVisible ?? false
    const layer = isFlowing ? layerForTile(layersOf(about), shown?.lines ?? 0) : told.layer
    if (about.kind === 'video' && layer !== told.layer) {
      const was = told.layer
      told.layer = layer
      ask(call.preferLayers, { seatId, consumerId, spatial: layer, temporal: 2 }).catch((caught: unknown) => {
        told.layer = was
        this.#refused(caught)
      })
    }
    if (isFlowing === told.isFlowing) return
    told.isFlowing = isFlowing
    ask(call.pauseConsumer, { seatId, consumerId, paused: !isFlowing }).catch((caught: unknown) => {
      told.isFlowing = !isFlowing
      this.#refused(caught)
    })
  }

  /** Says again what the server has not heard, after signaling was down. */
  settle(): void {
    for (const { about, shown } of this.#held.values()) if (shown) this.show(about.id, shown)
  }

  /** The link is gone, and with it all that came over it. */
  close(): void {
    this.#closed = true
    this.#held.clear()
  }

  #refused(caught: unknown): void {
    if (!this.#closed) this.#options.onRefused(caught)
  }
}

/** In how many sizes a stream comes: `L3T2` has three. */
function layersOf({ rtpParameters }: Consumable): number {
  return Number(/^[LS](\d)/.exec(rtpParameters.encodings?.[0]?.scalabilityMode ?? '')?.[1] ?? 1)
}
