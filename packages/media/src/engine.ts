import type { MediaInput, MediaNews, MediaReply, RtpCapabilities } from '@ithaca/contract'
import { asked } from './asked.ts'
import { offered } from './codecs.ts'
import { type EngineOptions, type Listen, type Times, usualTimes } from './options.ts'
import type { Peer } from './peer.ts'
import { type MediaPort, MediaRefusal } from './port.ts'
import { Room } from './room.ts'
import { WorkerSlot } from './slot.ts'

type Open = { readonly slot: number; readonly room: Promise<Room> }

/** Starts the workers. Rejects where one of them does not start. */
export function createEngine(options: EngineOptions): Promise<Engine> {
  return Engine.create(options)
}

/** Owns the workers, and in them the rooms. What a worker takes with it is told; the others do not notice. */
export class Engine implements MediaPort {
  readonly #options: EngineOptions
  readonly #times: Times
  readonly #handlers = new Set<(news: MediaNews) => void>()
  readonly #rooms = new Map<string, Open>()
  readonly #beat: NodeJS.Timeout
  #slots: readonly WorkerSlot[] = []
  #capabilities: RtpCapabilities = {}

  private constructor(options: EngineOptions) {
    this.#options = options
    this.#times = { ...usualTimes, ...options.times }
    this.#beat = setInterval(() => this.#tellQuality(), this.#times.quality).unref()
  }

  static async create(options: EngineOptions): Promise<Engine> {
    if (options.workers > 1 && options.listen.announcedTcpPort !== undefined) {
      throw new Error('One front door leads to one media worker: more workers need ports of their own.')
    }
    const engine = new Engine(options)
    try {
      await engine.#start()
      return engine
    } catch (error) {
      await engine.close()
      throw error
    }
  }

  /** The processes that run now, for tests and for whoever watches the house. */
  get pids(): number[] {
    return this.#slots.flatMap(({ living }) => living?.pid ?? [])
  }

  /** The TCP port of the first worker, where a front door leads; undefined while it is being started again. */
  get tcpPort(): number | undefined {
    return this.#slots[0]?.living?.tcpPort
  }

  async capabilities(): Promise<RtpCapabilities> {
    return this.#capabilities
  }

  async join(input: MediaInput<'join'>): Promise<MediaReply<'join'>> {
    const room = await this.#open(input.roomId)
    // The room may have emptied and closed between being found and being entered.
    return room.closed ? this.join(input) : room.join(input)
  }

  async leave({ roomId, peerId }: MediaInput<'leave'>): Promise<void> {
    const room = await this.#rooms.get(roomId)?.room
    room?.leave(peerId)
  }

  async closeRoom({ roomId }: MediaInput<'closeRoom'>): Promise<void> {
    const room = await this.#rooms.get(roomId)?.room
    room?.close()
  }

  async connect({ direction, dtlsParameters, ...who }: MediaInput<'connect'>): Promise<void> {
    await (await this.#peer(who)).leg(direction).connect(dtlsParameters)
  }

  async restartIce({ direction, ...who }: MediaInput<'restartIce'>): Promise<MediaReply<'restartIce'>> {
    return (await this.#peer(who)).leg(direction).restartIce()
  }

  async produce(input: MediaInput<'produce'>): Promise<MediaReply<'produce'>> {
    const room = await this.#room(input.roomId)
    return { producerId: await room.produce(input) }
  }

  async setProducerPaused({ producerId, paused, ...who }: MediaInput<'setProducerPaused'>): Promise<void> {
    const producer = (await this.#peer(who)).producer(producerId)
    await asked(paused ? producer.pause() : producer.resume())
  }

  async closeProducer({ producerId, ...who }: MediaInput<'closeProducer'>): Promise<void> {
    const peer = await this.#peer(who)
    peer.closeProducer(producerId)
  }

  async resumeConsumer({ consumerId, ...who }: MediaInput<'resumeConsumer'>): Promise<void> {
    await asked((await this.#peer(who)).consumer(consumerId).resume())
  }

  async pauseConsumer({ consumerId, ...who }: MediaInput<'pauseConsumer'>): Promise<void> {
    await asked((await this.#peer(who)).consumer(consumerId).pause())
  }

  async setPreferredLayers(input: MediaInput<'setPreferredLayers'>): Promise<void> {
    const consumer = (await this.#peer(input)).consumer(input.consumerId)
    await asked(consumer.setPreferredLayers({ spatialLayer: input.spatial, temporalLayer: input.temporal }))
  }

  async alive(): Promise<MediaReply<'alive'>> {
    const rooms = await Promise.allSettled([...this.#rooms].map(async ([id, open]) => ({ id, room: await open.room })))
    const open = rooms.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    return open.flatMap(({ id, room }) => room.alive.map((peerId) => ({ roomId: id, peerId })))
  }

  on(handler: (news: MediaNews) => void): () => void {
    this.#handlers.add(handler)
    return () => this.#handlers.delete(handler)
  }

  async close(): Promise<void> {
    clearInterval(this.#beat)
    const rooms = await Promise.allSettled([...this.#rooms.values()].map((open) => open.room))
    for (const room of rooms) if (room.status === 'fulfilled') room.value.close()
    await Promise.all(this.#slots.map((slot) => slot.close()))
  }

  async #start(): Promise<void> {
    const { workers, workerBin, listen, onBug } = this.#options
    const starting = Array.from({ length: workers }, (_, index) =>
      WorkerSlot.create({
        ...(workerBin === undefined ? {} : { workerBin }),
        listen: listenOf(listen, index),
        consent: this.#times.consent,
        onBug,
        onDied: () => this.#died(index),
      }),
    )
    const started = await Promise.allSettled(starting)
    this.#slots = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    for (const one of started) if (one.status === 'rejected') throw one.reason
    const router = await (await this.#slot(0).worker()).openRouter()
    this.#capabilities = offered(router.rtpCapabilities)
    router.close()
  }

  #slot(index: number): WorkerSlot {
    const slot = this.#slots[index]
    if (slot === undefined) throw new MediaRefusal('call.mediaGone')
    return slot
  }

  /** Two that come at once find one room: the first to ask puts the promise of it in the map. */
  #open(roomId: string): Promise<Room> {
    const known = this.#rooms.get(roomId)
    if (known) return known.room
    const slot = this.#leastBusy()
    const forget = () => {
      if (this.#rooms.get(roomId) === open) this.#rooms.delete(roomId)
    }
    const open: Open = { slot, room: this.#create(roomId, slot, forget) }
    this.#rooms.set(roomId, open)
    open.room.catch(forget)
    return open.room
  }

  async #create(roomId: string, slot: number, onClosed: () => void): Promise<Room> {
    const worker = await this.#slot(slot).worker()
    const tell = (news: MediaNews) => this.#tell(news)
    return Room.create({ roomId, worker, times: this.#times, tell, onBug: this.#options.onBug, onClosed })
  }

  #leastBusy(): number {
    const busy = this.#slots.map(() => 0)
    for (const { slot } of this.#rooms.values()) busy[slot] = (busy[slot] ?? 0) + 1
    return busy.indexOf(Math.min(...busy))
  }

  async #room(roomId: string): Promise<Room> {
    const open = this.#rooms.get(roomId)
    if (open === undefined) throw new MediaRefusal('call.notSeated')
    return open.room
  }

  async #peer({ roomId, peerId }: MediaInput<'leave'>): Promise<Peer> {
    return (await this.#room(roomId)).peer(peerId)
  }

  #died(slot: number): void {
    for (const [roomId, open] of this.#rooms) {
      if (open.slot !== slot) continue
      this.#rooms.delete(roomId)
      open.room.then((room) => room.close(), toItsOpener)
      this.#tell({ type: 'roomGone', roomId, reason: 'workerDied' })
    }
  }

  #tell(news: MediaNews): void {
    for (const handler of this.#handlers) handler(news)
  }

  #tellQuality(): void {
    for (const { room } of this.#rooms.values()) {
      room.then((open) => open.tellQuality(), toItsOpener)
    }
  }
}

/** One worker cannot share another's port. */
function listenOf(listen: Listen, index: number): Listen {
  const next = (port: number) => (port === 0 ? 0 : port + index)
  return { ...listen, udpPort: next(listen.udpPort), tcpPort: next(listen.tcpPort) }
}

/** A room that did not open was reported to those who wanted in. */
function toItsOpener(): void {}
