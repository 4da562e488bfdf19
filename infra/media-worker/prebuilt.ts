import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { binaryName, type Env, mediasoupFolder } from './place.ts'
import { run, type Say } from './run.ts'

const answerWithinMs = 8_000
const wholeWithinMs = 180_000

/** Has mediasoup's own script fetch its prebuilt worker into the folder; answers nothing where that can't be had. */
export async function fetchPrebuilt(folder: string, say: Say): Promise<string | undefined> {
  // mediasoup's own switch; whoever sets it doesn't want the download here either.
  if (process.env.MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD) {
    say('media worker: not asking for the official prebuilt, as MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD is set')
    return undefined
  }
  say('media worker: asking for the official prebuilt')
  const lines: string[] = []
  // The script writes below the folder it's started in, so the installed package stays as it is.
  const release = join(folder, 'worker', 'out', 'Release')
  const script = join(mediasoupFolder(), 'npm-scripts.mjs')
  const stop = new AbortController()
  // It creates its release folder once the other side has answered: till then it has little time, afterwards it's loading.
  const silent = setTimeout(() => existsSync(release) || stop.abort(), answerWithinMs)
  const stuck = setTimeout(() => stop.abort(), wholeWithinMs)
  const code = await run(process.execPath, [script, 'postinstall'], {
    cwd: folder,
    env: scriptEnv(process.env),
    signal: stop.signal,
    hear: (line) => lines.push(line),
  }).finally(() => {
    clearTimeout(silent)
    clearTimeout(stuck)
  })
  const binary = join(release, binaryName(process.platform))
  if (code === 0 && existsSync(binary)) return binary
  say(`media worker: the official prebuilt can't be had here (${reasonOf(lines, stop.signal.aborted)})`)
  return undefined
}

/**
 * The environment for mediasoup's script. Where its download fails it builds by Python's pip, for minutes and out of the
 * network; with Node in the place of Python that attempt ends at once.
 */
export function scriptEnv(env: Env): Env {
  const { MEDIASOUP_WORKER_BIN: _given, MEDIASOUP_LOCAL_DEV: _local, ...rest } = env
  return { ...rest, PYTHON: process.execPath, MEDIASOUP_FORCE_WORKER_PREBUILT_DOWNLOAD: 'true' }
}

export function reasonOf(lines: string[], stopped: boolean): string {
  if (stopped) return 'no answer in time'
  for (const line of lines) {
    const [, reason] = /downloadPrebuiltWorker\(\) \| ((?:failed|no available|fetched .* fails).*)/.exec(line) ?? []
    if (reason !== undefined) return reason.replace(/^.*reason: /, '').trim()
  }
  return 'its script failed'
}
