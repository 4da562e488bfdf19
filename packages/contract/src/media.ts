import { z } from 'zod'
import { Text } from './common.ts'
import { command, event } from './define.ts'

/** Ids of the engine are opaque to everybody else: it knows rooms and peers, never sessions and people. */
export const EngineId = Text.min(1).max(64)

export const MediaKind = z.enum(['audio', 'video'])
export const Source = z.enum(['camera', 'microphone', 'screen', 'screenSound'])
/** A peer has one transport for each direction, seen from the peer. */
export const Direction = z.enum(['send', 'receive'])

const word = Text.max(64)
const whole = z.int().min(0).max(0xffff_ffff)
const payloadType = z.int().min(0).max(127)
/** Codec settings such as `useinbandfec`: flat, few and short. */
const settings = z.record(word, z.unknown()).refine(flat, { error: 'settings' })
const rtcpFeedback = z.array(z.object({ type: word, parameter: word.exactOptional() })).max(16)
const uri = z.enum([
  'urn:ietf:params:rtp-hdrext:sdes:mid',
  'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  'https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension',
  'urn:3gpp:video-orientation',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time',
  'http://www.webrtc.org/experiments/rtp-hdrext/playout-delay',
  'urn:mediasoup:params:rtp-hdrext:packet-id',
])

/** What a side can receive. Unknown fields are dropped, so that a newer browser is still understood. */
export const RtpCapabilities = z.object({
  codecs: z
    .array(
      z.object({
        kind: MediaKind,
        mimeType: word,
        preferredPayloadType: payloadType,
        clockRate: whole,
        channels: z.int().min(1).max(8).exactOptional(),
        parameters: settings.exactOptional(),
        rtcpFeedback: rtcpFeedback.exactOptional(),
      }),
    )
    .max(64)
    .exactOptional(),
  headerExtensions: z
    .array(
      z.object({
        kind: MediaKind,
        uri,
        preferredId: z.int().min(1).max(255),
        preferredEncrypt: z.boolean().exactOptional(),
        direction: z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive']).exactOptional(),
      }),
    )
    .max(64)
    .exactOptional(),
})

const encoding = z.object({
  active: z.boolean().exactOptional(),
  ssrc: whole.exactOptional(),
  rid: Text.max(16).exactOptional(),
  codecPayloadType: payloadType.exactOptional(),
  rtx: z.object({ ssrc: whole }).exactOptional(),
  dtx: z.boolean().exactOptional(),
  scalabilityMode: Text.max(16).exactOptional(),
  scaleResolutionDownBy: z.number().min(1).max(64).exactOptional(),
  maxBitrate: whole.exactOptional(),
  maxFramerate: z.number().min(0).max(240).exactOptional(),
})

/** What one stream looks like on the wire, as its sender describes it. */
export const RtpParameters = z.object({
  mid: Text.max(32).exactOptional(),
  codecs: z
    .array(
      z.object({
        mimeType: word,
        payloadType,
        clockRate: whole,
        channels: z.int().min(1).max(8).exactOptional(),
        parameters: settings.exactOptional(),
        rtcpFeedback: rtcpFeedback.exactOptional(),
      }),
    )
    .min(1)
    .max(64),
  headerExtensions: z
    .array(
      z.object({
        uri,
        id: z.int().min(1).max(255),
        encrypt: z.boolean().exactOptional(),
        parameters: settings.exactOptional(),
      }),
    )
    .max(64)
    .exactOptional(),
  encodings: z.array(encoding).max(8).exactOptional(),
  rtcp: z
    .object({
      cname: Text.max(256).exactOptional(),
      reducedSize: z.boolean().exactOptional(),
      mux: z.boolean().exactOptional(),
    })
    .exactOptional(),
  msid: Text.max(256).exactOptional(),
})

export const DtlsParameters = z.object({
  role: z.enum(['auto', 'client', 'server']).exactOptional(),
  fingerprints: z
    .array(
      z.object({
        algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
        value: z.string().regex(/^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){19,63}$/),
      }),
    )
    .min(1)
    .max(8),
})

export const IceParameters = z.object({
  usernameFragment: Text.max(256),
  password: Text.max(256),
  iceLite: z.boolean().exactOptional(),
})

const address = Text.max(253)

export const IceCandidate = z.object({
  foundation: word,
  priority: whole,
  ip: address,
  address,
  protocol: z.enum(['udp', 'tcp']),
  port: z.int().min(1).max(65_535),
  type: z.literal('host'),
  tcpType: z.literal('passive').exactOptional(),
})

/** All a browser needs to make its end of a transport. */
export const TransportOptions = z.object({
  id: EngineId,
  iceParameters: IceParameters,
  iceCandidates: z.array(IceCandidate).max(64),
  dtlsParameters: DtlsParameters,
})

/** One stream offered to a peer. It starts paused; the peer resumes it when its element is ready to show it. */
export const ConsumerOptions = z.object({
  id: EngineId,
  /** Whose stream it is. */
  peerId: EngineId,
  producerId: EngineId,
  kind: MediaKind,
  source: Source,
  rtpParameters: RtpParameters,
  producerPaused: z.boolean(),
})

/** A stream that never carries sound: consuming it connects the receiving transport before anybody sends. */
export const WarmUp = ConsumerOptions.pick({ id: true, producerId: true, kind: true, rtpParameters: true })

export type EngineId = z.infer<typeof EngineId>
export type MediaKind = z.infer<typeof MediaKind>
export type Source = z.infer<typeof Source>
export type Direction = z.infer<typeof Direction>
export type RtpCapabilities = z.infer<typeof RtpCapabilities>
export type RtpParameters = z.infer<typeof RtpParameters>
export type DtlsParameters = z.infer<typeof DtlsParameters>
export type IceParameters = z.infer<typeof IceParameters>
export type IceCandidate = z.infer<typeof IceCandidate>
export type TransportOptions = z.infer<typeof TransportOptions>
export type ConsumerOptions = z.infer<typeof ConsumerOptions>
export type WarmUp = z.infer<typeof WarmUp>

const inRoom = z.object({ roomId: EngineId })
const peer = inRoom.extend({ peerId: EngineId })
const producer = peer.extend({ producerId: EngineId })
const consumer = peer.extend({ consumerId: EngineId })
const nothing = z.object({})

/** Server to SFU: every verb of the media port, by its name. No limit here, for only the server may ask. */
export const media = {
  capabilities: command({ name: 'media.capabilities', input: nothing, reply: RtpCapabilities }),
  join: command({
    name: 'media.join',
    input: peer.extend({ capabilities: RtpCapabilities, canProduce: z.array(Source).max(4) }),
    reply: z.object({
      send: TransportOptions,
      receive: TransportOptions,
      consumers: z.array(ConsumerOptions),
      warmUp: WarmUp,
    }),
  }),
  leave: command({ name: 'media.leave', input: peer, reply: nothing }),
  closeRoom: command({ name: 'media.closeRoom', input: inRoom, reply: nothing }),
  connect: command({
    name: 'media.connect',
    input: peer.extend({ direction: Direction, dtlsParameters: DtlsParameters }),
    reply: nothing,
  }),
  restartIce: command({ name: 'media.restartIce', input: peer.extend({ direction: Direction }), reply: IceParameters }),
  produce: command({
    name: 'media.produce',
    input: peer.extend({ kind: MediaKind, source: Source, rtpParameters: RtpParameters, paused: z.boolean() }),
    reply: z.object({ producerId: EngineId }),
  }),
  setProducerPaused: command({
    name: 'media.setProducerPaused',
    input: producer.extend({ paused: z.boolean() }),
    reply: nothing,
  }),
  closeProducer: command({ name: 'media.closeProducer', input: producer, reply: nothing }),
  resumeConsumer: command({ name: 'media.resumeConsumer', input: consumer, reply: nothing }),
  pauseConsumer: command({ name: 'media.pauseConsumer', input: consumer, reply: nothing }),
  setPreferredLayers: command({
    name: 'media.setPreferredLayers',
    input: consumer.extend({ spatial: z.int().min(0).max(7), temporal: z.int().min(0).max(7) }),
    reply: nothing,
  }),
  /** The peers whose media is flowing now: what attendance's heartbeat asks. */
  alive: command({ name: 'media.alive', input: nothing, reply: z.array(peer) }),
} as const

/**
 * What the engine tells, and never what it was asked for: a peer that left by command makes no `peerGone`.
 * `peerId` is always the peer it is told to or about, `consumer.peerId` whose stream it is.
 */
export const MediaNews = z.discriminatedUnion('type', [
  peer.extend({ type: z.literal('consumable'), consumer: ConsumerOptions }),
  consumer.extend({ type: z.literal('consumerClosed') }),
  consumer.extend({ type: z.literal('consumerPaused') }),
  consumer.extend({ type: z.literal('consumerResumed') }),
  /** The layers now forwarded, or null while none is. */
  consumer.extend({
    type: z.literal('consumerLayers'),
    layers: z.object({ spatial: whole, temporal: whole }).nullable(),
  }),
  /** Media is confirmed (ICE and DTLS) on a peer that had none: `at` is when, in milliseconds since 1970. */
  peer.extend({ type: z.literal('peerConnected'), direction: Direction, at: z.number() }),
  /** The last connected transport of a peer was lost. It may come back: the server decides how long to wait. */
  peer.extend({ type: z.literal('peerLost'), at: z.number() }),
  peer.extend({ type: z.literal('peerGone'), reason: z.enum(['neverConnected', 'lost']) }),
  inRoom.extend({ type: z.literal('roomGone'), reason: z.enum(['workerDied', 'nodeRestarted']) }),
  inRoom.extend({ type: z.literal('activeSpeaker'), peerId: EngineId.nullable() }),
  /**
   * How well a peer's media travels: bit/s, the share of packets lost (0–1) and the engine's score (0–10). `target` is
   * what its camera means to send, in bit/s, and null while no camera is on.
   */
  peer.extend({
    type: z.literal('quality'),
    direction: Direction,
    bitrate: z.number(),
    target: z.number().nullable(),
    loss: z.number(),
    score: z.number().nullable(),
  }),
])
export type MediaNews = z.infer<typeof MediaNews>

type Verbs = typeof media
export type MediaVerb = keyof Verbs
export type MediaInput<V extends MediaVerb> = z.infer<Verbs[V]['input']>
export type MediaReply<V extends MediaVerb> = z.infer<Verbs[V]['reply']>

/** The link between server and SFU: each side proves that it knows the secret without telling it. */
const proof = z.string().length(64)
export const mediaLink = {
  challenge: event({ name: 'mediaLink.challenge', payload: z.object({ challenge: z.string().length(64) }) }),
  hello: command({
    name: 'mediaLink.hello',
    /** `after` is the number of the last news this server has heard of that boot: it is told what it missed. */
    input: z.object({ nonce: z.string().length(64), proof, bootId: word.nullable(), after: whole }),
    reply: z.object({ bootId: word, proof }),
  }),
  told: event({ name: 'mediaLink.told', payload: z.object({ number: whole, news: MediaNews }) }),
} as const

function flat(value: Record<string, unknown>): boolean {
  const values = Object.values(value)
  return values.length <= 32 && values.every((item) => typeof item !== 'object' && String(item).length <= 256)
}
