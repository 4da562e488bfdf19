import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEngine, localAddresses } from '@ithaca/media'
import { pino } from 'pino'
import { openDoor } from './door.ts'
import { readEnv } from './env.ts'

const env = readEnv(process.env)
const log = pino({ name: 'sfu', level: env.LOG_LEVEL })

const engine = await createEngine({
  ...(env.MEDIASOUP_WORKER_BIN && { workerBin: env.MEDIASOUP_WORKER_BIN }),
  workers: env.MEDIA_WORKERS,
  listen: { addresses: localAddresses(env.ANNOUNCED_ADDRESS), udpPort: env.MEDIA_PORT, tcpPort: env.MEDIA_PORT },
  times: { toConnect: env.MEDIA_CONNECT_LIMIT },
  onBug: (error) => log.error({ err: error }, 'the engine met trouble'),
})

const http = createServer((_request, response) => response.writeHead(404).end())
const door = openDoor({ http, engine, secret: env.SFU_SECRET, log })
http.listen(env.SFU_PORT, env.SFU_HOST)
await once(http, 'listening')
log.info({ port: (http.address() as AddressInfo).port, workers: engine.pids }, 'the media node listens')

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await door.close()
  await engine.close()
}
process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())
