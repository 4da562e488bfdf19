import { call, type SeatId, type Source } from '@ithaca/contract'
import { layersFor } from '@ithaca/domain/video'
import type { Producer, ProducerOptions, RtpEncodingParameters, RtpParameters, Transport } from 'mediasoup-client/types'
import type { Ask } from './engine-parts.ts'

type Options = {
  readonly source: Source
  readonly seatId: SeatId
  readonly transport: Transport
  readonly ask: Ask
  readonly onRefused: (caught: unknown) => void
}

/** One stream that we send over one link: our camera, our microphone, our screen or its sound. */
export class Sender {
  readonly #options: Options
  /** What the server calls it. */
  readonly #producerId: Promise<string>
  #named: { resolve: (id: string) => void; reject: (caught: unknown) => void } | undefined
  #producer: Promise<Producer> | undefined
  #layers = 0
  #isPaused = false
  #closed = false

  constructor(options: Options) {
    this.#options = options
    this.#producerId = new Promise((resolve, reject) => {
      this.#named = { resolve, reject }
    })
    // Whoever waits for the name hears of its loss; where nobody waits it is no bug.
    this.#producerId.catch(() => {})
  }

  start(track: MediaStreamTrack, isPaused: boolean): void {
    const { source, transport, onRefused } = this.#options
    const encodings = encodingsFor(source, track)
    this.#layers = encodings?.length ?? 0
    this.#isPaused = isPaused
    if (source === 'screen') track.contentHint = 'detail'
    const producing = transport.produce({
      track,
      appData: { sender: this },
      ...wire,
      ...shape(source),
      ...(encodings && { encodings }),
    })
    this.#producer = producing
    producing.catch((caught: unknown) => this.#closed || onRefused(caught))
  }

  /** Tells the server of the stream. The browser does not wait for its answer, so that several start at once. */
  announce(kind: 'audio' | 'video', rtpParameters: RtpParameters): void {
    const { ask, seatId, source, onRefused } = this.#options
    ask(call.produce, { seatId, kind, source, rtpParameters, paused: this.#isPaused }).then(
      ({ producerId }) => this.#named?.resolve(producerId),
      (caught: unknown) => {
        this.#named?.reject(caught)
        if (!this.#closed) onRefused(caught)
      },
    )
  }

  /** Whether another track can take the place of this one: it must be sent in as many sizes. */
  fits(track: MediaStreamTrack): boolean {
    return (encodingsFor(this.#options.source, track)?.length ?? 0) === this.#layers
  }

  async replace(track: MediaStreamTrack | null): Promise<void> {
    const producer = await this.#producer
    if (producer && !producer.closed) await producer.replaceTrack({ track })
  }

  /** Lets everybody know that nothing comes for now. */
  async setPaused(isPaused: boolean): Promise<void> {
    if (isPaused === this.#isPaused) return
    this.#isPaused = isPaused
    await this.#tell(async (producerId) => {
      const { ask, seatId } = this.#options
      // Only the last of several quick wishes is told.
      if (isPaused === this.#isPaused) await ask(call.pauseProducer, { seatId, producerId, paused: isPaused })
    })
  }

  /** Ends the stream for everybody. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    const { ask, seatId } = this.#options
    const producer = await this.#producer?.catch(() => undefined)
    producer?.close()
    await this.#tell(async (producerId) => {
      await ask(call.closeProducer, { seatId, producerId })
    })
  }

  /** The link is gone, and with it all that travelled on it. */
  forget(): void {
    this.#closed = true
  }

  async #tell(say: (producerId: string) => Promise<void>): Promise<void> {
    try {
      await say(await this.#producerId)
    } catch (caught) {
      if (!this.#closed) this.#options.onRefused(caught)
    }
  }
}

/** Tracks belong to whoever opened them: neither a pause nor the end of a link may stop them. */
const wire = { stopTracks: false, disableTrackOnPause: false } as const

/** Picture and sound of one origin are played together, so the screen and its sound are a stream apart. */
function shape(source: Source): Omit<ProducerOptions, 'track'> {
  if (source === 'microphone') return { codecOptions: { opusDtx: true, opusFec: true } }
  if (source === 'screenSound')
    return { streamId: 'screen', codecOptions: { opusStereo: true, opusFec: true, opusMaxAverageBitrate: 96_000 } }
  return source === 'screen' ? { streamId: 'screen' } : {}
}

/** One sharp size of a screen, and of a camera as many as its picture has room for. Sound needs none. */
function encodingsFor(source: Source, track: MediaStreamTrack): RtpEncodingParameters[] | undefined {
  if (source === 'screen') return [{ maxBitrate: 2_500_000, maxFramerate: 15 }]
  if (source !== 'camera') return undefined
  const { width = 640, height = 360 } = track.getSettings()
  return layersFor(width, height).map((layer) => ({ ...layer }))
}
