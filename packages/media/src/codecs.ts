import type { RtpCapabilities } from '@ithaca/contract'
import type { types } from 'mediasoup'
import { plain } from './asked.ts'

/**
 * What every room speaks.
 *
 * Opus with DTX, so that a silent microphone costs next to nothing, and with in-band FEC, so that a lost packet is
 * rebuilt from the next one rather than waited for. VP8 alone for pictures: every WebRTC browser must speak it, all
 * of them can send it in several sizes at once, and with one codec any peer can receive what any other sends.
 */
export const codecs: types.RouterRtpCodecCapability[] = [
  {
    kind: 'audio',
    mimeType: 'audio/opus',
    clockRate: 48_000,
    channels: 2,
    parameters: { useinbandfec: 1, usedtx: 1 },
  },
  {
    kind: 'video',
    mimeType: 'video/VP8',
    clockRate: 90_000,
    // Begins where a small camera already looks right, and does not climb from nothing.
    parameters: { 'x-google-start-bitrate': 800 },
  },
]

/** A stream of Opus that nobody ever feeds, for a peer to consume while it is alone. */
export const silence: types.RtpParameters = {
  codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc: 1 }],
}

/** A router's capabilities without the one header extension that browsers' libraries do not name. */
export function offered(capabilities: types.RtpCapabilities): RtpCapabilities {
  const extensions = (capabilities.headerExtensions ?? []).flatMap(({ uri, ...rest }) =>
    uri === 'urn:ietf:params:rtp-hdrext:toffset' ? [] : [{ ...rest, uri }],
  )
  return plain({ codecs: capabilities.codecs ?? [], headerExtensions: extensions })
}
