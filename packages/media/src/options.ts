import type { Address } from './addresses.ts'

/** Where a worker can be reached. A port of 0 is any free one. */
export type Listen = {
  readonly addresses: readonly Address[]
  readonly udpPort: number
  readonly tcpPort: number
  /**
   * The TCP port that browsers are told instead, when a front door hands their connections on to the worker's own
   * port, which is then open on loopback only.
   */
  readonly announcedTcpPort?: number
}

export type EngineOptions = {
  /** The program to run; where nothing is said, the one mediasoup brings or its environment names. */
  readonly workerBin?: string
  readonly workers: number
  /** For the first worker; each further one listens on the next port. */
  readonly listen: Listen
  /** Hears of what should not have happened and was nobody's request, such as a worker that died. */
  readonly onBug: (error: unknown) => void
  readonly times?: Partial<Times>
}

/** In milliseconds. */
export type Times = {
  /** A peer that has not connected a transport by then is closed. */
  readonly toConnect: number
  /** A peer that lost its media and was not told to leave is closed after this, so that nothing leaks. */
  readonly lost: number
  /** Silence on the network after which a transport counts as lost. */
  readonly consent: number
  /** How often the quality of everybody's media is told. */
  readonly quality: number
}

/** `lost` is long, for the server decides; `consent` short of the browser's own 30 s, for attendance asks who is there. */
export const usualTimes: Times = { toConnect: 10_000, lost: 120_000, consent: 10_000, quality: 5_000 }
