import { createEngine, type Engine, type EngineOptions, localAddresses } from '@ithaca/media'

export type LocalOptions = Pick<EngineOptions, 'workerBin' | 'workers' | 'onBug' | 'times'> & {
  /** The port of the web. Media shares its number where it has no port of its own; 0 leaves both to the system. */
  readonly webPort: number
  /** The first port of media, for UDP and for TCP. */
  readonly mediaPort?: number
  /** What this machine is called outside, where its own addresses mean nothing. */
  readonly announcedAddress?: string
}

/** The engine in this process. Where the house has one port, its TCP comes through the front door. */
export async function createLocalMedia(options: LocalOptions): Promise<Engine> {
  const { webPort, mediaPort, announcedAddress, ...rest } = options
  const addresses = localAddresses(announcedAddress)
  const port = mediaPort ?? webPort
  const ports = sharesWebPort(options)
    ? { udpPort: port, tcpPort: 0, announcedTcpPort: port }
    : { udpPort: port, tcpPort: port }
  try {
    return await createEngine({ ...rest, listen: { addresses, ...ports } })
  } catch (error) {
    if (!isTaken(error)) throw error
    const remedy = 'Stop what holds it, or choose another with PORT or MEDIA_PORT.'
    throw new Error(`Port ${port} is taken, and sound and pictures need it. ${remedy}`, { cause: error })
  }
}

/** Whether media over TCP arrives at the port of the web, so that a front door has to tell the two apart. */
export function sharesWebPort({ webPort, mediaPort }: Pick<LocalOptions, 'webPort' | 'mediaPort'>): boolean {
  return mediaPort === undefined && webPort !== 0
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && error.message.includes('address already in use')
}
