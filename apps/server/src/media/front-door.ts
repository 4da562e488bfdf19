import { once } from 'node:events'
import type { Server as WebServer } from 'node:http'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

type Options = {
  /** The web, plain or with TLS. It need not listen itself. */
  readonly web: WebServer
  /** Where the media worker listens on loopback now; it may change when a worker is started again. */
  readonly mediaPort: () => number | undefined
}

/** As long as the web server itself waits for the first line of a request. */
const silenceLimit = 60_000

/**
 * One TCP port for the web and for media, so that a call gets through wherever the page did. The first byte tells them
 * apart: media over TCP begins with the two-byte length of a short STUN packet (RFC 4571), TLS with 22, HTTP with a letter.
 */
export class FrontDoor {
  readonly #options: Options
  readonly #server: Server
  readonly #sockets = new Set<Socket>()

  constructor(options: Options) {
    this.#options = options
    this.#server = createServer({ noDelay: true, allowHalfOpen: true }, (socket) => this.#meet(socket))
  }

  /** Opens the door and tells its port. Rejects where the port is taken. */
  async listen(port: number, host: string): Promise<number> {
    this.#server.listen(port, host)
    await once(this.#server, 'listening')
    // Only a server that listens cuts off requests that never come to their end, and the web does not listen itself.
    this.#options.web.emit('listening')
    return (this.#server.address() as AddressInfo).port
  }

  /** Closes the door and whatever still stands in it. May be called twice. */
  async close(): Promise<void> {
    const closed = this.#server.listening ? once(this.#server, 'close') : undefined
    this.#server.close()
    for (const socket of this.#sockets) socket.destroy()
    await closed
  }

  #meet(socket: Socket): void {
    this.#sockets.add(socket)
    socket.once('close', () => this.#sockets.delete(socket))
    const giveUp = () => socket.destroy()
    // A connection that breaks before it said anything is nobody's error.
    socket.on('error', giveUp)
    socket.setTimeout(silenceLimit, giveUp)
    socket.once('data', (first: Buffer) => {
      socket.setTimeout(0, giveUp)
      socket.removeListener('timeout', giveUp)
      if (isMedia(first)) return this.#toMedia(socket, first)
      socket.removeListener('error', giveUp)
      this.#toWeb(socket, first)
    })
  }

  #toWeb(socket: Socket, first: Buffer): void {
    socket.pause()
    socket.unshift(first)
    this.#options.web.emit('connection', socket)
    // The web server reads from the socket's handle, which a paused socket would not give it.
    process.nextTick(() => socket.resume())
  }

  #toMedia(socket: Socket, first: Buffer): void {
    const port = this.#options.mediaPort()
    if (port === undefined) return void socket.destroy()
    const worker = connect({ port, host: '127.0.0.1', noDelay: true })
    worker.on('error', () => socket.destroy())
    worker.once('close', () => socket.destroy())
    socket.once('close', () => worker.destroy())
    worker.write(first)
    socket.pipe(worker)
    worker.pipe(socket)
  }
}

function isMedia(first: Buffer): boolean {
  return first[0] === 0 || first[0] === 1
}
