import type { Direction, MediaKind, RtpParameters, Source, TransportOptions } from '@ithaca/contract'
import type { MediaPort } from '@ithaca/media'
import {
  type IceCandidate,
  RTCDtlsFingerprint,
  RTCDtlsParameters,
  RTCDtlsTransport,
  RTCIceGatherer,
  IceCandidate as RTCIceCandidate,
  RTCIceTransport,
  RtpHeader,
  type RtpPacket,
} from 'werift'

type Who = { readonly roomId: string; readonly peerId: string }
type Network = { readonly protocol: 'udp' | 'tcp'; readonly port?: number }

const opus: RtpParameters = {
  codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc: 11_111 }],
  rtcp: { cname: 'one' },
}
const vp8: RtpParameters = {
  codecs: [{ mimeType: 'video/VP8', payloadType: 96, clockRate: 90_000 }],
  encodings: [{ ssrc: 22_222 }],
  rtcp: { cname: 'one' },
}

/** The stream a test sends: real in shape, and any bytes inside. */
export function stream(source: Source): {
  kind: MediaKind
  source: Source
  rtpParameters: RtpParameters
  paused: boolean
} {
  const audio = source === 'microphone' || source === 'screenSound'
  return { kind: audio ? 'audio' : 'video', source, rtpParameters: audio ? opus : vp8, paused: false }
}

/** One end of a real WebRTC transport: ICE, DTLS and SRTP over this machine's own network. */
export class RtpLeg {
  readonly #ice: RTCIceTransport
  readonly #dtls: RTCDtlsTransport
  readonly #timers = new Set<NodeJS.Timeout>()
  readonly received: RtpPacket[] = []
  /** How many packets this leg has sent. */
  sent = 0

  private constructor(ice: RTCIceTransport, dtls: RTCDtlsTransport) {
    this.#ice = ice
    this.#dtls = dtls
    dtls.onRtp.subscribe((packet) => void this.received.push(packet))
  }

  /** Connects to a transport of the engine, over UDP unless told otherwise. */
  static async connect(
    port: MediaPort,
    { direction, options, ...who }: Who & { direction: Direction; options: TransportOptions },
    network: Network = { protocol: 'udp' },
  ): Promise<RtpLeg> {
    const useTcp = network.protocol === 'tcp'
    const gatherer = new RTCIceGatherer({ useIpv6: false, useTcp, additionalHostAddresses: ['127.0.0.1'] })
    const ice = new RTCIceTransport(gatherer)
    ice.connection.iceControlling = true
    const certificate = await RTCDtlsTransport.SetupCertificate()
    const dtls = new RTCDtlsTransport({}, ice, certificate, [1])
    dtls.role = 'client'
    await ice.gather()
    ice.setRemoteParams({ iceLite: true, ...options.iceParameters })
    for (const candidate of candidates(options, network)) await ice.addRemoteCandidate(candidate)
    await ice.addRemoteCandidate(undefined)
    const { fingerprints } = dtls.localParameters
    const [mine] = fingerprints.filter(({ algorithm }) => algorithm === 'sha-256')
    if (mine === undefined) throw new Error('A certificate without a SHA-256 fingerprint.')
    const fingerprint = { algorithm: 'sha-256', value: mine.value } as const
    await port.connect({ ...who, direction, dtlsParameters: { role: 'client', fingerprints: [fingerprint] } })
    const theirs = options.dtlsParameters.fingerprints.map((one) => new RTCDtlsFingerprint(one.algorithm, one.value))
    dtls.setRemoteParams(new RTCDtlsParameters(theirs, 'server'))
    await ice.start()
    await dtls.start()
    return new RtpLeg(ice, dtls)
  }

  /** Sends a packet of a stream every 20 ms, as a microphone does, until the leg closes. */
  send({ rtpParameters }: ReturnType<typeof stream>): void {
    const [codec] = rtpParameters.codecs
    const ssrc = rtpParameters.encodings?.[0]?.ssrc
    if (codec === undefined || ssrc === undefined) throw new Error('A stream without a codec or an SSRC.')
    let sequenceNumber = 1
    const timer = setInterval(() => {
      sequenceNumber += 1
      const timestamp = sequenceNumber * 960
      const header = new RtpHeader({ payloadType: codec.payloadType, ssrc, sequenceNumber, timestamp, marker: true })
      this.sent += 1
      void this.#dtls.sendRtp(Buffer.from([0x10, sequenceNumber & 255, 1, 2, 3, 4]), header)
    }, 20)
    this.#timers.add(timer)
  }

  /** Stops all at once, as a device that lost its power. */
  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    await this.#ice.stop()
  }
}

function candidates({ iceCandidates }: TransportOptions, { protocol, port }: Network): IceCandidate[] {
  return iceCandidates
    .filter((one) => one.protocol === protocol && one.ip === '127.0.0.1')
    .map((one) => {
      const where = port ?? one.port
      const made = new RTCIceCandidate(1, one.foundation, one.ip, where, one.priority, one.protocol, one.type)
      if (one.tcpType) made.tcpType = one.tcpType
      return made
    })
}
