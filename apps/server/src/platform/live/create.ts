import type { Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import type { WhoIs } from '../actor.ts'
import { tokenOf } from '../http/cookie.ts'
import { isOurs } from '../http/origin.ts'
import { signInRoom } from './hang-up.ts'
import { type LiveServer, personRoom } from './tell.ts'

/** The largest frame is what a browser can receive, described in RTP capabilities. */
const maxHttpBufferSize = 128 * 1024

export type LiveOptions = { server: HttpServer; whoIs: WhoIs; origins: readonly string[] }

/** The live floor: only signed-in people from our own pages connect, and each hears what is told to them. */
export function createLive({ server, whoIs, origins }: LiveOptions): LiveServer {
  const io: LiveServer = new Server(server, {
    serveClient: false,
    transports: ['websocket', 'polling'],
    maxHttpBufferSize,
    pingInterval: 10_000,
    pingTimeout: 8_000,
    allowRequest: (request, decide) => decide(null, isOurs(request, origins)),
  })
  io.use((socket, next) => {
    const token = tokenOf(socket.request.headers.cookie)
    if (!token) return next(new Error('signInNeeded'))
    whoIs(token).then(
      (actor) => {
        if (!actor) return next(new Error('signInNeeded'))
        socket.data.actor = actor
        void socket.join([personRoom(actor.id), signInRoom(token)])
        next()
      },
      () => next(new Error('unavailable')),
    )
  })
  // Every promised command listens for connections, and the contract is what bounds their number.
  io.of('/').setMaxListeners(0)
  return io
}
