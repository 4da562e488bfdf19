import type {
  ConsumerOptions,
  Direction,
  MediaInput,
  MediaNews,
  RtpCapabilities,
  Source,
  WarmUp,
} from '@ithaca/contract'
import type { types } from 'mediasoup'
import { asked, plain } from './asked.ts'
import { Leg } from './leg.ts'
import type { Times } from './options.ts'
import { MediaRefusal } from './port.ts'
import { Presence } from './presence.ts'
import type { MediaWorker } from './worker.ts'

/** What a producer carries with it, so that whoever consumes it can be told whose it is. */
export type Whose = { peerId: string; source: Source }
export type PeerProducer = types.Producer<Whose>

type Options = {
  readonly worker: MediaWorker
  readonly router: types.Router
  readonly roomId: string
  readonly peerId: string
  readonly capabilities: RtpCapabilities
  readonly canProduce: readonly Source[]
  readonly times: Times
  readonly tell: (news: MediaNews) => void
  /** The peer stayed away too long. Its owner closes it. */
  readonly onEnd: (reason: 'neverConnected' | 'lost') => void
}

const kinds = { camera: 'video', screen: 'video', microphone: 'audio', screenSound: 'audio' } as const

/** One device in a room. It owns two transports, and they own what it sends and receives. */
export class Peer {
  readonly #options: Options
  readonly #legs: Record<Direction, Leg>
  readonly #presence: Presence
  readonly #producers = new Map<string, PeerProducer>()
  readonly #consumers = new Map<string, types.Consumer>()
  #closed = false

  private constructor(options: Options, legs: Record<Direction, Leg>) {
    const { roomId, peerId, tell, times, onEnd } = options
    this.#options = options
    this.#legs = legs
    this.#presence = new Presence([legs.receive, legs.send], times, {
      connected: (direction) => tell({ type: 'peerConnected', roomId, peerId, direction, at: Date.now() }),
      lost: () => tell({ type: 'peerLost', roomId, peerId, at: Date.now() }),
      end: onEnd,
    })
  }

  static async create(options: Options): Promise<Peer> {
    const [send, receive] = await Promise.all([Leg.create('send', options), Leg.create('receive', options)])
    return new Peer(options, { send, receive })
  }

  get id(): string {
    return this.#options.peerId
  }

  /** Whether its media flows just now. */
  get up(): boolean {
    return this.#presence.up
  }

  get closed(): boolean {
    return this.#closed
  }

  get producers(): readonly PeerProducer[] {
    return [...this.#producers.values()]
  }

  leg(direction: Direction): Leg {
    return this.#legs[direction]
  }

  /** Takes in a stream of this peer. A source has one stream: a second one takes the place of the first. */
  async produce({ kind, source, rtpParameters, paused }: MediaInput<'produce'>): Promise<PeerProducer> {
    if (!this.#options.canProduce.includes(source)) throw new MediaRefusal('notFound')
    if (kinds[source] !== kind) throw new MediaRefusal('input.invalid')
    for (const producer of this.producers) if (producer.appData.source === source) this.closeProducer(producer.id)
    const appData = { peerId: this.id, source }
    const producer = await asked(this.#legs.send.transport.produce({ kind, rtpParameters, paused, appData }))
    this.#producers.set(producer.id, producer)
    producer.observer.once('close', () => this.#producers.delete(producer.id))
    return producer
  }

  producer(id: string): PeerProducer {
    return mine(this.#producers.get(id))
  }

  closeProducer(id: string): void {
    this.#producers.get(id)?.close()
  }

  consumer(id: string): types.Consumer {
    return mine(this.#consumers.get(id))
  }

  /** Offers another's stream to this peer, paused; undefined where this peer cannot play it. */
  async consume(producer: PeerProducer): Promise<ConsumerOptions | undefined> {
    const { router, capabilities } = this.#options
    if (!router.canConsume({ producerId: producer.id, rtpCapabilities: capabilities })) return undefined
    const consumer = await this.#consumer(producer.id)
    this.#watch(consumer)
    const { id, producerId, kind, producerPaused, rtpParameters } = consumer
    return { id, producerId, kind, producerPaused, rtpParameters: wire(rtpParameters), ...producer.appData }
  }

  /** Offers the room's silence, so that this peer's receiving transport connects while it is alone. */
  async warmUp(producerId: string): Promise<WarmUp> {
    const { id, kind, rtpParameters } = await this.#consumer(producerId)
    return { id, producerId, kind, rtpParameters: wire(rtpParameters) }
  }

  /** Tells how well this peer's media travels, in each direction that is connected. */
  async tellQuality(): Promise<void> {
    const { roomId, peerId, tell } = this.#options
    for (const direction of ['send', 'receive'] as const) {
      const flow = await this.#legs[direction].flow()
      if (flow === undefined || this.#closed) continue
      const target = direction === 'send' ? cameraTarget(this.producers) : null
      tell({ type: 'quality', roomId, peerId, direction, target, score: this.#score(direction), ...flow })
    }
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#presence.close()
    for (const leg of Object.values(this.#legs)) leg.close()
  }

  async #consumer(producerId: string): Promise<types.Consumer> {
    const { capabilities } = this.#options
    const { transport } = this.#legs.receive
    const consumer = await asked(transport.consume({ producerId, rtpCapabilities: capabilities, paused: true }))
    this.#consumers.set(consumer.id, consumer)
    consumer.observer.once('close', () => this.#consumers.delete(consumer.id))
    return consumer
  }

  #watch(consumer: types.Consumer): void {
    const { roomId, peerId, tell } = this.#options
    const about = { roomId, peerId, consumerId: consumer.id }
    consumer.on('producerclose', () => tell({ type: 'consumerClosed', ...about }))
    consumer.on('producerpause', () => tell({ type: 'consumerPaused', ...about }))
    consumer.on('producerresume', () => tell({ type: 'consumerResumed', ...about }))
    consumer.on('layerschange', (now) => {
      const layers = now ? { spatial: now.spatialLayer, temporal: now.temporalLayer ?? 0 } : null
      tell({ type: 'consumerLayers', ...about, layers })
    })
  }

  /** The worst of what flows in a direction, or null while nothing does. */
  #score(direction: Direction): number | null {
    const scores =
      direction === 'send'
        ? this.producers.filter(({ paused }) => !paused).flatMap(({ score }) => score.map((one) => one.score))
        : [...this.#consumers.values()].filter(flows).map(({ score }) => score.score)
    return scores.length === 0 ? null : Math.min(...scores)
  }
}

function flows({ paused, producerPaused }: types.Consumer): boolean {
  return !paused && !producerPaused
}

/** What a peer's camera means to send in all its layers, in bit/s. */
function cameraTarget(producers: readonly PeerProducer[]): number | null {
  const camera = producers.find(({ appData, paused }) => appData.source === 'camera' && !paused)
  const bitrates = camera?.rtpParameters.encodings?.map(({ maxBitrate }) => maxBitrate ?? 0) ?? []
  return bitrates.reduce((sum, bitrate) => sum + bitrate, 0) || null
}

/** The one header extension that browsers' libraries do not name was never offered, so it is never there. */
function wire({ headerExtensions = [], ...rest }: types.RtpParameters): ConsumerOptions['rtpParameters'] {
  const named = headerExtensions.flatMap(({ uri, ...one }) =>
    uri === 'urn:ietf:params:rtp-hdrext:toffset' ? [] : [{ ...one, uri }],
  )
  return plain({ ...rest, headerExtensions: named })
}

function mine<T>(thing: T | undefined): T {
  if (thing === undefined) throw new MediaRefusal('notFound')
  return thing
}
