import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { version } from 'mediasoup'

/** Where the worker for this machine is kept between runs, outside node_modules so that an install doesn't lose it. */
export type Place = { folder: string; binary: string }
export type Env = Record<string, string | undefined>
export type Machine = { version: string; platform: string; arch: string }

export const thisMachine: Machine = { version, platform: process.platform, arch: process.arch }

const scratchPrefix = '.building-'
const abandonedMs = 60 * 60 * 1000

export function placeFor(machine: Machine, cache: string): Place {
  const folder = join(cache, 'media-worker', `${machine.version}-${machine.platform}-${machine.arch}`)
  return { folder, binary: join(folder, binaryName(machine.platform)) }
}

export function binaryName(platform: string): string {
  return platform === 'win32' ? 'mediasoup-worker.exe' : 'mediasoup-worker'
}

/** An empty variable counts as not set, as the XDG rule says. */
export function cacheFolder(env: Env, home = homedir()): string {
  if (env.ITHACA_CACHE) return resolve(env.ITHACA_CACHE)
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'ithaca')
}

/** mediasoup doesn't export its package.json, so its folder is found from its main file, node/lib/index.js. */
export function mediasoupFolder(): string {
  return resolve(dirname(fileURLToPath(import.meta.resolve('mediasoup'))), '../..')
}

/** Lends a folder of its own, on the same disk as the place, so that a finished worker moves there in one step. */
export async function withScratch<Result>(place: Place, work: (folder: string) => Promise<Result>): Promise<Result> {
  const parent = dirname(place.folder)
  await mkdir(parent, { recursive: true })
  await sweep(parent)
  const folder = await mkdtemp(join(parent, scratchPrefix))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Puts a file in the place at once, so that another run sees the whole of it or nothing. */
export async function moveIn(place: Place, file: string, name: string): Promise<string> {
  const target = join(place.folder, name)
  await mkdir(place.folder, { recursive: true })
  await rename(file, target)
  return target
}

/** A run that was interrupted leaves its folder behind; a young one may belong to a run still at work. */
async function sweep(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(scratchPrefix)) continue
    const folder = join(parent, name)
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Date.now() }))
    if (Date.now() - mtimeMs > abandonedMs) await rm(folder, { recursive: true, force: true })
  }
}
