import { randomUUID } from 'node:crypto'
import type { Server as HttpServer } from 'node:http'
import { type MediaVerb, media, mediaLink } from '@ithaca/contract'
import { type MediaPort, MediaRefusal, newSecretPart, proofOf, proves } from '@ithaca/media'
import type { Logger } from 'pino'
import { Server, type Socket } from 'socket.io'
import { NewsLog } from './news-log.ts'

type Options = { readonly http: HttpServer; readonly engine: MediaPort; readonly secret: string; readonly log: Logger }
type Acknowledge = (answer: unknown) => void

const proven = 'proven'
const helloLimit = 5_000
/** A join's answer in a large room describes many streams. */
const maxHttpBufferSize = 1024 * 1024

/** The node's private door: whoever proves to know the secret may use every verb of the engine, and hears its news. */
export function openDoor({ http, engine, secret, log }: Options): Server {
  const io = new Server(http, { serveClient: false, transports: ['websocket'], maxHttpBufferSize })
  const bootId = randomUUID()
  const news = new NewsLog()
  engine.on((one) => io.to(proven).emit(mediaLink.told.name, news.add(one)))
  io.on('connection', (socket) => {
    const challenge = newSecretPart()
    const stranger = setTimeout(() => socket.disconnect(true), helloLimit)
    socket.once('disconnect', () => clearTimeout(stranger))
    socket.once(mediaLink.hello.name, (given: unknown, acknowledge: Acknowledge) => {
      clearTimeout(stranger)
      const hello = mediaLink.hello.input.safeParse(given)
      if (!hello.success || !proves(secret, { side: 'server', challenge, nonce: hello.data.nonce }, hello.data.proof)) {
        log.warn('a stranger knocked')
        return void socket.disconnect(true)
      }
      serve(socket, engine, log)
      const { nonce, after } = hello.data
      acknowledge({ bootId, proof: proofOf(secret, { side: 'node', challenge, nonce }) })
      // A server that knew us misses what was told meanwhile; a new one knows no room of ours.
      if (hello.data.bootId === bootId) for (const told of news.after(after)) socket.emit(mediaLink.told.name, told)
      void socket.join(proven)
    })
    socket.emit(mediaLink.challenge.name, { challenge })
  })
  return io
}

function serve(socket: Socket, engine: MediaPort, log: Logger): void {
  for (const verb of Object.keys(media) as MediaVerb[]) {
    socket.on(media[verb].name, (given: unknown, acknowledge: Acknowledge) => {
      answer(engine, verb, given).then(acknowledge, (error: unknown) => {
        log.error({ err: error, verb }, 'a command met a bug')
        acknowledge({ refused: 'unavailable' })
      })
    })
  }
}

async function answer(engine: MediaPort, verb: MediaVerb, given: unknown): Promise<unknown> {
  const input = media[verb].input.safeParse(given)
  if (!input.success) return { refused: 'input.invalid' }
  // The verb and its input were parsed together, which the type of a union of methods cannot say.
  const ask = engine[verb].bind(engine) as (input: unknown) => Promise<unknown>
  try {
    return { ok: (await ask(input.data)) ?? {} }
  } catch (error) {
    if (error instanceof MediaRefusal) return { refused: error.code }
    throw error
  }
}
