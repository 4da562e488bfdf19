import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '@ithaca/tooling/free-port'
import { startPostgres } from '@ithaca/tooling/postgres'
import { scratchFolder } from '@ithaca/tooling/scratch'
import type { Figure } from './figure.ts'

const root = join(import.meta.dirname, '..')

/**
 * From `npm start` to a house that listens: on an empty data folder, and again on the same one. Libraries, worker and
 * web app are in place, as after the first minutes of a fresh clone. The floor: the bare database.
 */
export async function start(): Promise<Figure[]> {
  const folder = await scratchFolder('ithaca-start-')
  const floor = { cold: await bare(folder), warm: await bare(folder) }
  const product = { cold: await house(join(folder, 'house')), warm: await house(join(folder, 'house')) }
  await rm(folder, { recursive: true, force: true })
  return [
    { name: 'start cold', value: product.cold, unit: 's', floor: floor.cold },
    { name: 'start warm', value: product.warm, unit: 's', floor: floor.warm, aim: '< 10 s' },
  ]
}

async function bare(folder: string): Promise<number> {
  const start = performance.now()
  const postgres = await startPostgres({ dataDir: join(folder, 'bare'), durable: true })
  const seconds = (performance.now() - start) / 1000
  await postgres.stop()
  return seconds
}

async function house(folder: string): Promise<number> {
  const env = { ...process.env, DATA_DIR: folder, PORT: String(await freePort()) }
  const start = performance.now()
  const child = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('Ready after')) break
  }
  const seconds = (performance.now() - start) / 1000
  child.stdout.resume()
  const gone = once(child, 'exit')
  // As Ctrl-C does: to the whole group that npm has started.
  if (child.pid) process.kill(-child.pid, 'SIGINT')
  await gone
  return seconds
}
