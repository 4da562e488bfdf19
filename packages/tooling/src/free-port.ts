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

/** Whether a server could listen there: `taken` and `forbidden` are the two ways in which it could not. */
export function portState(port: number, host: string): Promise<'free' | 'taken' | 'forbidden'> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EACCES' ? 'forbidden' : 'taken'))
    probe.listen(port, host, () => probe.close(() => resolve('free')))
  })
}
