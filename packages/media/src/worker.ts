import { once } from 'node:events'
import type { IceCandidate } from '@ithaca/contract'
import { createWorker, type types } from 'mediasoup'
import { codecs } from './codecs.ts'
import type { Listen } from './options.ts'

type Options = { readonly workerBin?: string; readonly listen: Listen; readonly consent: number }

/** One worker process with its one network server. It owns its routers, and they end with it. */
export class MediaWorker {
  readonly #worker: types.Worker
  readonly #server: types.WebRtcServer
  readonly #options: Options
  /** The TCP port it really listens on. */
  readonly tcpPort: number | undefined

  private constructor(
    parts: { worker: types.Worker; server: types.WebRtcServer; tcpPort: number | undefined },
    options: Options,
  ) {
    this.#worker = parts.worker
    this.#server = parts.server
    this.#options = options
    this.tcpPort = parts.tcpPort
  }

  /** Starts the process and has it listen, or leaves nothing behind. */
  static async create(options: Options): Promise<MediaWorker> {
    const { workerBin } = options
    const worker = await createWorker({ logLevel: 'error', ...(workerBin === undefined ? {} : { workerBin }) })
    try {
      const server = await worker.createWebRtcServer({ listenInfos: listenInfos(options.listen) })
      const { tcpServers } = await server.dump()
      return new MediaWorker({ worker, server, tcpPort: tcpServers[0]?.port }, options)
    } catch (error) {
      worker.close()
      throw error
    }
  }

  get pid(): number {
    return this.#worker.pid
  }

  /** Calls back once, if the process dies without having been closed. */
  onDied(handler: (error: Error) => void): void {
    this.#worker.once('died', handler)
  }

  openRouter(): Promise<types.Router> {
    return this.#worker.createRouter({ mediaCodecs: codecs })
  }

  openTransport(router: types.Router): Promise<types.WebRtcTransport> {
    return router.createWebRtcTransport({
      webRtcServer: this.#server,
      enableUdp: true,
      enableTcp: true,
      preferUdp: true,
      // Enough for the largest layer of a call for two from the first second on.
      initialAvailableOutgoingBitrate: 1_500_000,
      iceConsentTimeout: Math.max(1, Math.round(this.#options.consent / 1000)),
    })
  }

  /** The candidates of a transport as browsers must be told them. */
  candidates({ iceCandidates }: types.WebRtcTransport): IceCandidate[] {
    const { addresses, announcedTcpPort: port } = this.#options.listen
    if (port === undefined) return iceCandidates
    return iceCandidates.flatMap((candidate) => {
      if (candidate.protocol === 'udp') return [candidate]
      return addresses.map(({ ip, announced = ip }, index) => ({
        ...candidate,
        foundation: `tcp${index}`,
        priority: candidate.priority - index,
        ip: announced,
        address: announced,
        port,
      }))
    })
  }

  /** Resolves when the process has ended, so that its ports are free again. */
  async close(): Promise<void> {
    const ended = this.#worker.subprocessClosed ? undefined : once(this.#worker, 'subprocessclose')
    this.#worker.close()
    await ended
  }
}

function listenInfos({ addresses, udpPort, tcpPort, announcedTcpPort }: Listen): types.TransportListenInfo[] {
  const info = (protocol: 'udp' | 'tcp', port: number) => {
    return addresses.map(({ ip, announced }): types.TransportListenInfo => {
      return { protocol, ip, port, ...(announced === undefined ? {} : { announcedAddress: announced }) }
    })
  }
  const behindDoor: types.TransportListenInfo[] = [{ protocol: 'tcp', ip: '127.0.0.1', port: tcpPort }]
  return [...info('udp', udpPort), ...(announcedTcpPort === undefined ? info('tcp', tcpPort) : behindDoor)]
}
