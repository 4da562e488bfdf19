import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { doneBefore } from '../done-before.ts'
import { root } from '../house.ts'
import { answered, shown } from '../shell.ts'

const reach = 'Look at the lines above; a first start needs the package registry.'

/** Puts the libraries in place, as the lock file says. */
export async function install(): Promise<string> {
  const before = await doneBefore('install', ['pnpm-lock.yaml', 'pnpm-workspace.yaml'])
  if (before.done && existsSync(join(root, 'node_modules/.modules.yaml'))) return 'already in place'
  await shown('pnpm', ['install', '--frozen-lockfile', '--reporter=append-only'], { remedy: reach })
  await before.note()
  return 'in place'
}

/** Makes the media worker ready, and tells where it is. Its own lines are shown. */
export function mediaWorker(): Promise<string> {
  return answered(process.execPath, [join(root, 'infra/media-worker/ready.ts')], {
    remedy: 'The media worker is not ready; the line above says what to do.',
  })
}

/** Builds the web app, unless nothing it is made of has changed. */
export async function buildWeb(): Promise<string> {
  const before = await doneBefore('web', ['pnpm-lock.yaml', 'apps/web', 'packages/contract/src', 'packages/domain/src'])
  if (before.done && existsSync(join(root, 'apps/web/dist/index.html'))) return 'already built'
  await shown('pnpm', ['--filter', '@ithaca/web', 'run', 'build'], {
    remedy: 'This is a bug in the web app: please report it.',
  })
  await before.note()
  return 'built'
}
