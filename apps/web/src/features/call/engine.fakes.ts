import {
  type AnyCommand,
  type EventName,
  type EventPayload,
  type RefusalCode,
  type RtpParameters,
  type Seat,
  SeatId,
  SessionId,
  type Source,
  type TroubleKind,
  UserId,
} from '@ithaca/contract'
import { Device, FakeHandler, testFakeParameters } from 'mediasoup-client'
import { CallEngine } from './engine.ts'
import type { EngineParts } from './engine-parts.ts'

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
export const sessionId = SessionId.parse(id(1))
export const bo = {
  id: SeatId.parse(id(20)),
  userId: UserId.parse(id(2)),
  name: 'Bo',
  tie: 'mentee' as const,
  handRaisedAt: null,
}
const adasUserId = UserId.parse(id(3))

/** A track that does as it is told. */
export class FakeTrack extends EventTarget {
  readonly id = crypto.randomUUID()
  readonly kind: string
  enabled = true
  contentHint = ''
  readyState: 'live' | 'ended' = 'live'
  settings = { width: 640, height: 360 }

  constructor(kind: string) {
    super()
    this.kind = kind
  }

  getSettings() {
    return this.settings
  }

  stop(): void {
    this.readyState = 'ended'
  }

  /** Unplugged, or stopped by the browser's own button. */
  end(): void {
    this.readyState = 'ended'
    this.dispatchEvent(new Event('ended'))
  }
}

type Wish = { audio?: unknown; video?: unknown }

/** The devices of a browser; what `broken` names cannot be had. */
export class FakeMedia extends EventTarget {
  readonly broken = new Map<'audio' | 'video', string>()
  readonly opened: FakeTrack[] = []

  async getUserMedia({ audio, video }: Wish) {
    const kinds = [...(audio ? (['audio'] as const) : []), ...(video ? (['video'] as const) : [])]
    for (const kind of kinds) {
      const name = this.broken.get(kind)
      if (name) throw new DOMException(name, name)
    }
    return this.#stream(kinds)
  }

  async getDisplayMedia() {
    return this.#stream(['video', 'audio'])
  }

  async enumerateDevices() {
    return [{ kind: 'videoinput', deviceId: 'cam', label: 'Camera' }]
  }

  #stream(kinds: readonly ('audio' | 'video')[]) {
    const tracks = kinds.map((kind) => new FakeTrack(kind))
    this.opened.push(...tracks)
    const of = (kind: string) => tracks.filter((track) => track.kind === kind)
    return { getTracks: () => tracks, getAudioTracks: () => of('audio'), getVideoTracks: () => of('video') }
  }
}

type Asked = { name: AnyCommand['name']; input: Record<string, unknown> }

/** A server and its socket, as far as a device in a call can tell. */
export class FakeServer {
  readonly asked: Asked[] = []
  readonly troubles: TroubleKind[] = []
  /** Refusals to come, by command, each used once. */
  readonly refusals = new Map<AnyCommand['name'], RefusalCode[]>()
  /** Commands whose answers are held back. */
  readonly silent = new Set<AnyCommand['name']>()
  readonly handlers: FakeHandler[] = []
  readonly media = new FakeMedia()
  readonly memory = new Map<string, string>()
  /** Called at each command, before its answer. */
  onAsked: (name: AnyCommand['name']) => void = () => {}
  renewals = 0
  seats: Seat[] = [bo]
  consumers: ReturnType<typeof consumable>[] = []
  #isOpen = true
  readonly #watchers = new Set<() => void>()
  readonly #heard = new Map<string, Set<(payload: never) => void>>()

  names(): string[] {
    return this.asked.map(({ name }) => name)
  }

  inputs(name: AnyCommand['name']): Record<string, unknown>[] {
    return this.asked.filter((one) => one.name === name).map(({ input }) => input)
  }

  tell<N extends EventName>(name: N, payload: EventPayload<N>): void {
    for (const hear of this.#heard.get(name) ?? []) hear(payload as never)
  }

  turn(isOpen: boolean): void {
    this.#isOpen = isOpen
    for (const changed of this.#watchers) changed()
  }

  /** Every path that is used now is in this state. */
  paths(state: 'connected' | 'disconnected' | 'failed'): void {
    for (const handler of this.handlers.slice(-2)) handler.setConnectionState(state)
  }

  engine(): CallEngine {
    return new CallEngine(this.parts(), sessionId)
  }

  parts(): EngineParts {
    const storage = fakeStorage(this.memory)
    return {
      ask: ((command: AnyCommand, input: Record<string, unknown>) =>
        this.#answer(command, input)) as EngineParts['ask'],
      listen: ((name: string, hear: (payload: never) => void) => {
        const all = this.#heard.get(name) ?? new Set()
        this.#heard.set(name, all.add(hear))
        return () => all.delete(hear)
      }) as EngineParts['listen'],
      connection: {
        isOpen: () => this.#isOpen,
        watch: (changed) => {
          this.#watchers.add(changed)
          return () => this.#watchers.delete(changed)
        },
        renew: () => {
          this.renewals += 1
        },
        hurry: () => {},
      },
      loadDevice: async (routerRtpCapabilities) => {
        const device = new Device({ handlerFactory: this.#handlerFactory() })
        await device.load({ routerRtpCapabilities })
        return device
      },
      media: this.media as unknown as MediaDevices,
      measure: () => ({ read: () => 0.5, close: () => {} }),
      mintSeatId: () => SeatId.parse(crypto.randomUUID()),
      claim: async () => true,
      tellTrouble: (kind) => this.troubles.push(kind),
      storage: { choices: storage, seat: storage },
    }
  }

  #handlerFactory() {
    const factory = FakeHandler.createFactory(testFakeParameters)
    return {
      ...factory,
      factory: (options: Parameters<typeof factory.factory>[0]) => {
        const handler = factory.factory(options) as FakeHandler
        this.handlers.push(handler)
        return handler
      },
    }
  }

  async #answer({ name }: AnyCommand, input: Record<string, unknown>): Promise<unknown> {
    this.asked.push({ name, input })
    this.onAsked(name)
    await Promise.resolve()
    const code = this.refusals.get(name)?.shift()
    if (code) throw Object.assign(new Error(code), { code })
    if (this.silent.has(name)) return new Promise(() => {})
    return this.#replies[name]?.(input) ?? {}
  }

  readonly #replies: Partial<Record<AnyCommand['name'], (input: Record<string, unknown>) => unknown>> = {
    'call.prepare': () => ({ capabilities: testFakeParameters.generateRouterRtpCapabilities(), iceServers: [] }),
    'call.join': ({ seatId }) => ({
      ...joined,
      send: testFakeParameters.generateTransportRemoteParameters(),
      receive: testFakeParameters.generateTransportRemoteParameters(),
      seats: [...this.seats, { ...bo, id: seatId, userId: adasUserId, name: 'Ada', tie: 'mentor' }],
      consumers: this.consumers,
      warmUp: remote('audio/opus'),
    }),
    'call.retake': ({ seatId }) => ({
      seats: [...this.seats, { ...bo, id: seatId, userId: adasUserId, name: 'Ada', tie: 'mentor' }],
    }),
    'call.raiseHand': ({ seatId, raised }) => {
      const handRaisedAt = raised ? joined.endsAt : null
      this.tell('call.handChanged', { sessionId, seatId: SeatId.parse(seatId), handRaisedAt })
      return {}
    },
    'call.produce': ({ source }) => ({ producerId: `server-${String(source)}` }),
    'call.restartIce': () => ({ iceParameters: testFakeParameters.generateTransportRemoteParameters().iceParameters }),
  }
}

const joined = { matchId: id(4), conversationId: id(5), endsAt: '2026-11-24T18:45:00.000Z' }

function remote(codecMimeType: string) {
  const { producerId, kind, rtpParameters } = testFakeParameters.generateConsumerRemoteParameters({ codecMimeType })
  return { id: crypto.randomUUID(), producerId, kind, rtpParameters: rtpParameters as RtpParameters }
}

/** A stream of Bo's. */
export function consumable(source: Source, producerPaused = false) {
  const isSound = source === 'microphone' || source === 'screenSound'
  return { ...remote(isSound ? 'audio/opus' : 'video/VP8'), source, producerPaused, seatId: bo.id }
}

function fakeStorage(memory: Map<string, string>): Storage {
  return {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, value: string) => memory.set(key, value),
  } as unknown as Storage
}
