import type { ConsumerOptions, MediaInput, MediaNews, MediaReply } from '@ithaca/contract'
import type { types } from 'mediasoup'
import { asked } from './asked.ts'
import { silence } from './codecs.ts'
import type { Times } from './options.ts'
import { Peer, type PeerProducer } from './peer.ts'
import { MediaRefusal } from './port.ts'
import { Speakers } from './speakers.ts'
import type { MediaWorker } from './worker.ts'

type Options = {
  readonly roomId: string
  readonly worker: MediaWorker
  readonly times: Times
  readonly tell: (news: MediaNews) => void
  readonly onBug: (error: unknown) => void
  /** The last peer went, and the room closed behind it. */
  readonly onClosed: () => void
}
type Inside = { readonly router: types.Router; readonly speakers: Speakers; readonly silenceId: string }

/** One router and the peers in it: everybody hears everybody else. Closing it closes its peers. */
export class Room {
  readonly #options: Options
  readonly #inside: Inside
  readonly #peers = new Map<string, Peer>()
  #entering = 0
  #closed = false

  private constructor(options: Options, inside: Inside) {
    this.#options = options
    this.#inside = inside
  }

  static async create(options: Options): Promise<Room> {
    const { roomId, worker, tell } = options
    const router = await asked(worker.openRouter())
    const [speakers, silenceId] = await asked(
      Promise.all([
        Speakers.create(router, (peerId) => tell({ type: 'activeSpeaker', roomId, peerId })),
        openSilence(router),
      ]),
    )
    return new Room(options, { router, speakers, silenceId })
  }

  get closed(): boolean {
    return this.#closed
  }

  /** The peers whose media flows just now. */
  get alive(): string[] {
    return [...this.#peers.values()].filter(({ up }) => up).map(({ id }) => id)
  }

  peer(peerId: string): Peer {
    const peer = this.#peers.get(peerId)
    if (peer === undefined) throw new MediaRefusal('call.notSeated')
    return peer
  }

  /** Seats a peer and offers it all that is sent here. The same id again takes the place of the earlier one. */
  async join(input: MediaInput<'join'>): Promise<MediaReply<'join'>> {
    this.#entering += 1
    try {
      const peer = await this.#enter(input)
      return await this.#welcome(peer)
    } finally {
      this.#entering -= 1
      this.#closeIfEmpty()
    }
  }

  leave(peerId: string): void {
    const peer = this.#peers.get(peerId)
    if (peer === undefined) return
    this.#peers.delete(peerId)
    peer.close()
    this.#inside.speakers.forget(peerId)
    this.#closeIfEmpty()
  }

  /** Takes in a stream and offers it to everybody else. */
  async produce(input: MediaInput<'produce'>): Promise<string> {
    const { roomId, tell, onBug } = this.#options
    const peer = this.peer(input.peerId)
    const producer = await peer.produce(input)
    if (input.source === 'microphone')
      this.#inside.speakers.listenTo(producer).catch((error) => this.#unlessOver(producer, error))
    for (const other of this.#others(peer)) {
      this.#offer(other, producer).then((consumer) => {
        if (consumer) tell({ type: 'consumable', roomId, peerId: other.id, consumer })
      }, onBug)
    }
    return producer.id
  }

  async tellQuality(): Promise<void> {
    const { onBug } = this.#options
    for (const peer of this.#peers.values()) {
      await peer.tellQuality().catch((error: unknown) => (peer.closed || this.#closed ? undefined : onBug(error)))
    }
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#inside.speakers.close()
    for (const peer of this.#peers.values()) peer.close()
    this.#peers.clear()
    this.#inside.router.close()
    this.#options.onClosed()
  }

  async #enter({ peerId, capabilities, canProduce }: MediaInput<'join'>): Promise<Peer> {
    const { roomId, worker, times, tell } = this.#options
    const { router } = this.#inside
    const onEnd = (reason: 'neverConnected' | 'lost') => {
      if (this.#peers.get(peerId) !== peer) return
      this.leave(peerId)
      tell({ type: 'peerGone', roomId, peerId, reason })
    }
    const options = { worker, router, roomId, peerId, capabilities, canProduce, times, tell, onEnd }
    const peer: Peer = await Peer.create(options)
    if (this.#closed) {
      peer.close()
      throw new MediaRefusal('call.mediaGone')
    }
    this.#peers.get(peerId)?.close()
    this.#peers.set(peerId, peer)
    return peer
  }

  async #welcome(peer: Peer): Promise<MediaReply<'join'>> {
    // Streams that come later are offered one by one, for the peer is in the map by now.
    const streams = this.#others(peer).flatMap(({ producers }) => producers)
    try {
      const [warmUp, ...consumers] = await Promise.all([
        peer.warmUp(this.#inside.silenceId),
        ...streams.map((producer) => this.#offer(peer, producer)),
      ])
      const offered = consumers.filter((consumer) => consumer !== undefined)
      return { send: peer.leg('send').options, receive: peer.leg('receive').options, consumers: offered, warmUp }
    } catch (error) {
      if (this.#peers.get(peer.id) === peer) this.leave(peer.id)
      throw error
    }
  }

  #others(peer: Peer): Peer[] {
    return [...this.#peers.values()].filter((other) => other !== peer)
  }

  /** A stream or a peer may end while it is being offered; then there is nothing to offer. */
  async #offer(peer: Peer, producer: PeerProducer): Promise<ConsumerOptions | undefined> {
    try {
      return await peer.consume(producer)
    } catch (error) {
      if (peer.closed || producer.closed || this.#closed) return undefined
      throw error
    }
  }

  #unlessOver(producer: PeerProducer, error: unknown): void {
    if (!producer.closed && !this.#closed) this.#options.onBug(error)
  }

  #closeIfEmpty(): void {
    if (this.#entering === 0 && this.#peers.size === 0) this.close()
  }
}

/** A producer that never speaks. It ends with its router. */
async function openSilence(router: types.Router): Promise<string> {
  const transport = await router.createDirectTransport()
  const { id } = await transport.produce({ kind: 'audio', rtpParameters: silence })
  return id
}
