import type { Direction, DtlsParameters, IceParameters, TransportOptions } from '@ithaca/contract'
import type { types } from 'mediasoup'
import { asked, plain } from './asked.ts'
import type { MediaWorker } from './worker.ts'

type Where = { readonly worker: MediaWorker; readonly router: types.Router }

/** One transport of a peer: what it sends, or what it receives. Closing it closes all that travels on it. */
export class Leg {
  readonly direction: Direction
  readonly transport: types.WebRtcTransport
  readonly options: TransportOptions

  private constructor(direction: Direction, transport: types.WebRtcTransport, options: TransportOptions) {
    this.direction = direction
    this.transport = transport
    this.options = options
  }

  static async create(direction: Direction, { worker, router }: Where): Promise<Leg> {
    const transport = await asked(worker.openTransport(router))
    const { id, iceParameters, dtlsParameters } = transport
    const options = { id, iceParameters, dtlsParameters, iceCandidates: worker.candidates(transport) }
    return new Leg(direction, transport, plain(options))
  }

  /** Whether media can flow just now: the path is proved and the keys are agreed. */
  get up(): boolean {
    const { iceState, dtlsState, closed } = this.transport
    return !closed && dtlsState === 'connected' && (iceState === 'connected' || iceState === 'completed')
  }

  /** Calls back whenever `up` may have changed. */
  onChange(look: () => void): void {
    this.transport.on('icestatechange', look)
    this.transport.on('dtlsstatechange', look)
  }

  connect(dtlsParameters: DtlsParameters): Promise<void> {
    return asked(this.transport.connect({ dtlsParameters }))
  }

  restartIce(): Promise<IceParameters> {
    return asked(this.transport.restartIce())
  }

  /** Bits a second and the share of packets lost, as the worker counts them; undefined once the transport is gone. */
  async flow(): Promise<{ bitrate: number; loss: number } | undefined> {
    if (!this.up) return undefined
    const [stats] = await this.transport.getStats()
    if (!stats) return undefined
    if (this.direction === 'send') return { bitrate: stats.recvBitrate, loss: stats.rtpPacketLossReceived ?? 0 }
    return { bitrate: stats.sendBitrate, loss: stats.rtpPacketLossSent ?? 0 }
  }

  close(): void {
    this.transport.close()
  }
}
