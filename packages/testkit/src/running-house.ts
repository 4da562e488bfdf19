import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '@ithaca/tooling/free-port'

const root = join(import.meta.dirname, '../../..')
/** The password of the demo people of every running house. */
export const password = 'a long demo password'

/** A whole running house: its own process, database, worker and port, with the demo program in it. */
export class RunningHouse {
  readonly url: string
  readonly databaseUrl: string
  readonly #port: number
  #server: ChildProcess

  constructor(address: { port: number; databaseUrl: string }, server: ChildProcess) {
    this.#port = address.port
    this.databaseUrl = address.databaseUrl
    this.url = `http://127.0.0.1:${address.port}`
    this.#server = server
  }

  /** Ends the server without a word, as a power cut would, and its worker with it. */
  async kill(): Promise<void> {
    const gone = once(this.#server, 'exit')
    const workers = this.#workers()
    this.#server.kill('SIGKILL')
    await gone
    for (const worker of workers) end(worker, 'SIGKILL')
  }

  /** Starts the server again on the same port and database; resolves when it listens. */
  async restart(): Promise<void> {
    this.#server = await serve({ port: this.#port, databaseUrl: this.databaseUrl })
  }

  /** The server's process and those of its media workers, for whoever counts what they cost. */
  get processes(): number[] {
    return [...(this.#server.pid ? [this.#server.pid] : []), ...this.#workers()]
  }

  killMediaWorker(): void {
    for (const worker of this.#workers()) end(worker, 'SIGKILL')
  }

  async stop(): Promise<void> {
    if (this.#server.exitCode !== null || this.#server.signalCode !== null) return
    const gone = once(this.#server, 'exit')
    this.#server.kill('SIGTERM')
    await gone
  }

  /** The media workers this server has started, by what the system knows of its children. */
  #workers(): number[] {
    const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    return processes.map(Number).filter((pid) => isWorkerOf(pid, this.#server.pid))
  }
}

/** Starts a house with the built web app and the demo program on a database, on a free port. */
export async function runHouse(databaseUrl: string): Promise<RunningHouse> {
  const address = { port: await freePort(), databaseUrl }
  return new RunningHouse(address, await serve(address))
}

async function serve({ port, databaseUrl }: { port: number; databaseUrl: string }): Promise<ChildProcess> {
  const server = spawn(process.execPath, [join(root, 'apps/server/src/main.ts')], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      WEB_DIR: join(root, 'apps/web/dist'),
      MEDIASOUP_WORKER_BIN: process.env.MEDIASOUP_WORKER_BIN,
      DEMO: 'true',
      DEMO_PASSWORD: password,
      LOG_LEVEL: process.env.TEST_LOG ?? 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: server.stdout })) {
    if (line.startsWith('Ithaca listens')) break
  }
  server.stdout.resume()
  if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode} before it listened.`)
  return server
}

function isWorkerOf(pid: number, parent: number | undefined): boolean {
  try {
    const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    return Number(after.split(' ')[1]) === parent && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('worker')
  } catch (error) {
    if (isGone(error)) return false
    throw error
  }
}

function end(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!isGone(error)) throw error
  }
}

/** A process that ended while it was looked at. */
function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH'].includes(String(error.code))
}
