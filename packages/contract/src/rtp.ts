import { z } from 'zod'
import { Text } from './common.ts'

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

function flat(value: Record<string, unknown>): boolean {
  const values = Object.values(value)
  return values.length <= 32 && values.every((item) => typeof item !== 'object' && String(item).length <= 256)
}
