import { z } from 'zod'
import { Text } from './common.ts'
import { command, event } from './define.ts'
import {
  ConsumerOptions,
  Direction,
  DtlsParameters,
  EngineId,
  IceParameters,
  MediaKind,
  RtpCapabilities,
  RtpParameters,
  Source,
  TransportOptions,
  WarmUp,
} from './rtp.ts'

const word = Text.max(64)
const whole = z.int().min(0).max(0xffff_ffff)

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
