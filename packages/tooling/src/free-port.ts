import { createServer } from 'node:net'

/** A TCP port of this machine's loopback that nobody listens on just now. */
export function freePort(host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, host, () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

type PortState = 'free' | 'taken' | 'forbidden' | 'nowhere'

const states: Readonly<Record<string, PortState>> = {
  EACCES: 'forbidden',
  EADDRNOTAVAIL: 'nowhere',
  ENOTFOUND: 'nowhere',
}

/** Whether a server could listen there, and if not, why. */
export function portState(port: number, host: string): Promise<PortState> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(states[error.code ?? ''] ?? 'taken'))
    probe.listen(port, host, () => probe.close(() => resolve('free')))
  })
}
