import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ownAddresses, readyCertificate } from './certificate.ts'
import { dataDir, root } from './house.ts'
import { readySecrets } from './secrets.ts'
import { endAll } from './shell.ts'
import { checkPlace } from './steps/place.ts'
import { buildWeb, install, mediaWorker } from './steps/prepare.ts'
import { Trouble } from './trouble.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)
const began = performance.now()
const secure = process.env.HTTPS === '1'
const port = Number(process.env.PORT ?? 3000)
const host = process.env.HOST ?? (secure ? '0.0.0.0' : '127.0.0.1')
const stops: (() => Promise<void>)[] = []
const steps = 5
/** What shells expect of a program that Ctrl-C has ended. */
const interruptedCode = 130
let number = 0
let server: ChildProcess | undefined
let stopping: Promise<void> | undefined

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => (stopping ??= stop()))

try {
  await checkPlace({ port, host, installed: existsSync(join(root, 'node_modules/.modules.yaml')) })
  await step('libraries', install)
  const worker = await step('media worker', mediaWorker)
  await step('web app', buildWeb)
  const databaseUrl = await step('database', startDatabase)
  const code = await step('house', () => serve({ databaseUrl, worker }))
  await (stopping ??= stop())
  process.exitCode = code
} catch (error) {
  const interrupted = stopping !== undefined
  await stopping
  // Once more, for what had only just been started when the signal came.
  await stop()
  if (interrupted) process.exit(interruptedCode)
  if (!(error instanceof Trouble)) throw error
  process.stderr.write(`\n${error.message}\n`)
  process.exitCode = 1
}

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  goOn()
  say(`[${(number += 1)}/${steps}] ${name}`)
  return work()
}

/** After a signal nothing new is started. */
function goOn(): void {
  if (stopping) throw new Trouble('Stopped before it was ready.')
}

/** The database of this house: the embedded one, unless DATABASE_URL names another. */
async function startDatabase(): Promise<string> {
  const { DATABASE_URL } = process.env
  if (DATABASE_URL) return DATABASE_URL
  // Loaded only now: on a fresh clone its libraries were installed a moment ago.
  const { startPostgres } = await import('./postgres.ts')
  const postgres = await startPostgres({
    dataDir: join(dataDir, 'postgres'),
    durable: true,
    say: (line) => say(`      ${line}`),
  })
  stops.push(postgres.stop)
  return postgres.url
}

/** Runs the server until it ends, and answers its exit code. */
async function serve({ databaseUrl, worker }: { databaseUrl: string; worker: string }): Promise<number> {
  const secrets = await readySecrets(join(dataDir, 'secrets.json'))
  const tls = secure ? await readyCertificate(join(dataDir, 'tls')) : undefined
  goOn()
  server = spawn(process.execPath, [join(root, 'apps/server/src/main.ts')], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      DEMO: 'true',
      DEMO_PASSWORD: secrets.demoPassword,
      SFU_SECRET: secrets.sfuSecret,
      LOG_LEVEL: 'warn',
      WEB_DIR: join(root, 'apps/web/dist'),
      MEDIASOUP_WORKER_BIN: worker,
      ...process.env,
      DATABASE_URL: databaseUrl,
      HOST: host,
      PORT: String(port),
      ...(tls && { TLS_CERT: tls.cert, TLS_KEY: tls.key }),
    },
  })
  server.once('message', announce)
  const [code] = await once(server, 'exit')
  return typeof code === 'number' ? code : 1
}

/** The server's one message says that it listens. */
function announce(): void {
  say(`Ready after ${((performance.now() - began) / 1000).toFixed(1)} s. Stop with Ctrl-C.`)
  const others = secure ? ownAddresses().map((address) => `https://${address}:${port}`) : []
  if (others.length > 0) say(`In the same network: ${others.join(', ')} (accept the self-made certificate once)`)
}

/** Stops all that was started: a step at work, then the server, which says goodbye to its calls, then the database. */
async function stop(): Promise<void> {
  await endAll()
  if (server && server.exitCode === null && server.signalCode === null) {
    const gone = once(server, 'exit')
    server.kill('SIGTERM')
    await gone
  }
  for (const undo of stops.splice(0).toReversed()) await undo()
}
