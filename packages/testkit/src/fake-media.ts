import { randomUUID } from 'node:crypto'
import type { ConsumerOptions, MediaNews, RtpCapabilities, RtpParameters, TransportOptions } from '@ithaca/contract'
import type { MediaPort } from '@ithaca/media'

/** A media port without media: it remembers who is in which room, and tells what a test wants told. */
export type FakeMedia = MediaPort & {
  /** Room id to the ids of its peers. */
  readonly rooms: Map<string, Set<string>>
  /** Tells news as the engine would. */
  tell(news: MediaNews): void
  /** The media of a peer flows from now on: told, and counted by `alive`. */
  connectPeer(roomId: string, peerId: string, at: number): void
  /** The media of a peer has stopped without a word. */
  losePeer(peerId: string): void
}

const capabilities: RtpCapabilities = {
  codecs: [{ kind: 'audio', mimeType: 'audio/opus', preferredPayloadType: 100, clockRate: 48_000, channels: 2 }],
  headerExtensions: [],
}
const rtpParameters: RtpParameters = {
  codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }],
}

/** An empty fake. */
export function fakeMedia(): FakeMedia {
  const rooms = new Map<string, Set<string>>()
  const alive = new Map<string, string>()
  const producers = new Map<string, ConsumerOptions[]>()
  const handlers = new Set<(news: MediaNews) => void>()
  const tell = (news: MediaNews) => {
    for (const handle of handlers) handle(news)
  }
  const leave = async ({ roomId, peerId }: { roomId: string; peerId: string }) => {
    alive.delete(peerId)
    rooms.get(roomId)?.delete(peerId)
  }
  return {
    rooms,
    tell,
    connectPeer: (roomId, peerId, at) => {
      alive.set(peerId, roomId)
      tell({ type: 'peerConnected', roomId, peerId, direction: 'send', at })
    },
    losePeer: (peerId) => void alive.delete(peerId),
    capabilities: async () => capabilities,
    join: async ({ roomId, peerId }) => {
      rooms.set(roomId, (rooms.get(roomId) ?? new Set()).add(peerId))
      const consumers = producers.get(roomId)?.filter((consumer) => consumer.peerId !== peerId) ?? []
      return {
        send: transport(),
        receive: transport(),
        consumers,
        warmUp: { id: randomUUID(), producerId: randomUUID(), kind: 'audio', rtpParameters },
      }
    },
    leave,
    closeRoom: async ({ roomId }) => {
      for (const peerId of rooms.get(roomId) ?? []) alive.delete(peerId)
      rooms.delete(roomId)
    },
    connect: async () => {},
    restartIce: async () => ({ usernameFragment: 'fragment', password: 'password' }),
    produce: async ({ roomId, peerId, kind, source, paused }) => {
      const producerId = randomUUID()
      const consumer = { id: randomUUID(), peerId, producerId, kind, source, rtpParameters, producerPaused: paused }
      producers.set(roomId, [...(producers.get(roomId) ?? []), consumer])
      for (const other of rooms.get(roomId) ?? []) {
        if (other !== peerId) tell({ type: 'consumable', roomId, peerId: other, consumer })
      }
      return { producerId }
    },
    setProducerPaused: async () => {},
    closeProducer: async () => {},
    resumeConsumer: async () => {},
    pauseConsumer: async () => {},
    setPreferredLayers: async () => {},
    alive: async () => [...alive].map(([peerId, roomId]) => ({ roomId, peerId })),
    on: (handler) => {
      handlers.add(handler)
      return () => void handlers.delete(handler)
    },
    close: async () => handlers.clear(),
  }
}

function transport(): TransportOptions {
  return {
    id: randomUUID(),
    iceParameters: { usernameFragment: 'fragment', password: 'password', iceLite: true },
    iceCandidates: [],
    dtlsParameters: { role: 'auto', fingerprints: [{ algorithm: 'sha-256', value: Array(32).fill('AB').join(':') }] },
  }
}
