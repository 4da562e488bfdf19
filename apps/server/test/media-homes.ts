import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { MediaPort } from '@ithaca/media'
import { createLocalMedia } from '../src/media/local.ts'
import { createRemoteMedia } from '../src/media/remote.ts'

/** A media port in one of its two homes, and what a test may do to it. */
export type Home = {
  readonly port: MediaPort
  /** Takes all workers down, as the kernel would. */
  killWorkers(): void
  close(): Promise<void>
}
export type HomeOptions = { readonly workers?: number; readonly toConnect?: number }

export const secret = 'a secret of sixteen letters and more'

/** The engine in this process. */
export async function localHome({ workers = 1, toConnect = 10_000 }: HomeOptions = {}): Promise<Home> {
  const engine = await createLocalMedia({ webPort: 0, workers, times: { toConnect }, onBug: () => {} })
  return {
    port: engine,
    killWorkers: () => {
      for (const pid of engine.pids) process.kill(pid, 'SIGKILL')
    },
    close: () => engine.close(),
  }
}

/** The engine in a process of its own. */
export async function remoteHome(options: HomeOptions = {}): Promise<Home> {
  const node = await startNode(options)
  const port = createRemoteMedia({ url: node.url, secret, onBug: () => {} })
  return {
    port,
    killWorkers: () => {
      for (const pid of node.workers) process.kill(pid, 'SIGKILL')
    },
    close: async () => {
      await port.close()
      await node.stop('SIGTERM')
    },
  }
}

export type MediaNode = {
  readonly url: string
  readonly privatePort: number
  readonly workers: readonly number[]
  stop(signal: NodeJS.Signals): Promise<void>
}

/** Starts a media node, on a given private port or a free one. */
export async function startNode({ workers = 1, toConnect = 10_000 }: HomeOptions, privatePort = 0): Promise<MediaNode> {
  const main = fileURLToPath(new URL('../../sfu/src/main.ts', import.meta.url))
  const child = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      SFU_PORT: String(privatePort),
      SFU_SECRET: secret,
      MEDIA_PORT: '0',
      MEDIA_WORKERS: String(workers),
      MEDIA_CONNECT_LIMIT: String(toConnect),
      LOG_LEVEL: 'info',
    },
  })
  const { port, workers: pids } = await listening(child)
  return {
    url: `http://127.0.0.1:${port}`,
    privatePort: port,
    workers: pids,
    stop: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill(signal)
      await once(child, 'exit')
    },
  }
}

async function listening(child: ChildProcess): Promise<{ port: number; workers: number[] }> {
  if (!child.stdout) throw new Error('A media node without a voice.')
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line)
    if (said.msg !== 'the media node listens') continue
    child.stdout.resume()
    return { port: said.port, workers: said.workers }
  }
  throw new Error('The media node ended before it listened.')
}
