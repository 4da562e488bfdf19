import { createServer, type Server as WebServer } from 'node:http'
import { once } from 'node:events'
import { join } from 'node:path'
import type { MediaInput, MediaVerb } from '@ithaca/contract'
import { createEngine, type Engine, localAddresses } from '@ithaca/media'
import { freePort } from '@ithaca/tooling/free-port'
import { Server } from 'socket.io'
import { build } from 'vite'

export type Floor = { url: string; engine: Engine; scriptBytes: string; close(): Promise<void> }

const html = '<!doctype html><title>floor</title><body><script src="/floor.js"></script>'

/** A page and a server that do nothing but meet, on the same engine and worker as the product. */
export async function openFloor(): Promise<Floor> {
  const script = await bundle()
  const engine = await createEngine({
    workers: 1,
    listen: { addresses: localAddresses(), udpPort: await freePort(), tcpPort: 0 },
    onBug: (error) => {
      throw error
    },
    ...(process.env.MEDIASOUP_WORKER_BIN && { workerBin: process.env.MEDIASOUP_WORKER_BIN }),
  })
  const web = createServer((request, response) => {
    const isScript = request.url === '/floor.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? script : html)
  })
  const io = signal(web, engine)
  web.listen(0, '127.0.0.1')
  await once(web, 'listening')
  const address = web.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    engine,
    scriptBytes: script,
    close: async () => {
      await io.close()
      await engine.close()
    },
  }
}

function signal(web: WebServer, engine: Engine): Server {
  const io = new Server(web, { transports: ['websocket'], serveClient: false })
  engine.on((news) => {
    if (news.type === 'consumable') io.to(news.peerId).emit('consumable', news.consumer)
  })
  io.on('connection', (socket) => {
    const peer = { roomId: 'floor', peerId: socket.id }
    const verbs: Partial<Record<MediaVerb, (input: never) => Promise<unknown>>> = {
      capabilities: () => engine.capabilities(),
      join: (input: MediaInput<'join'>) => engine.join({ ...input, ...peer, canProduce: ['camera', 'microphone'] }),
      connect: (input: MediaInput<'connect'>) => engine.connect({ ...input, ...peer }),
      produce: (input: MediaInput<'produce'>) => engine.produce({ ...input, ...peer }),
      resumeConsumer: (input: MediaInput<'resumeConsumer'>) => engine.resumeConsumer({ ...input, ...peer }),
    }
    for (const [verb, act] of Object.entries(verbs)) {
      // A page may close while its question is under way; nobody waits for that answer.
      socket.on(`floor.${verb}`, async (input, answer) => {
        answer(await act(input as never).catch((error: unknown) => ({ refused: String(error) })))
      })
    }
    socket.on('disconnect', () => void engine.leave(peer))
  })
  return io
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: { entry: join(import.meta.dirname, 'meet-page.ts'), formats: ['iife'], name: 'floor' },
    },
  })
  const [first] = [built].flat()
  if (!first || !('output' in first)) throw new Error('The floor page was not built.')
  return first.output[0].code
}
