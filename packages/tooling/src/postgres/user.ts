import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { run } from '../run.ts'
import { Trouble } from '../trouble.ts'

export type User = { uid: number; gid: number }

/** The account Postgres runs under: our own, or `postgres` where we are root, because Postgres refuses to be root. */
export async function databaseUser(): Promise<User | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const known = await lookUp()
  if (known) return known
  await run('groupadd', ['--system', 'postgres'])
  const made = await run('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'])
  const user = await lookUp()
  if (!user) {
    throw new Trouble(
      `Postgres doesn't run as root, and no account "postgres" could be made (${made.output}): start as another user.`,
    )
  }
  return user
}

/** Whether the account may walk through every folder above the path. */
export async function mayReach(path: string, user: User | undefined): Promise<boolean> {
  if (!user) return true
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const entry = await stat(folder).catch(() => undefined)
    if (entry && !mayPass(entry, user)) return false
    if (folder === dirname(folder)) return true
  }
}

function mayPass(entry: { mode: number; uid: number; gid: number }, user: User): boolean {
  if (entry.uid === user.uid) return (entry.mode & 0o100) !== 0
  if (entry.gid === user.gid) return (entry.mode & 0o010) !== 0
  return (entry.mode & 0o001) !== 0
}

async function lookUp(): Promise<User | undefined> {
  const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])])
  return uid.code === 0 && gid.code === 0 ? { uid: Number(uid.output), gid: Number(gid.output) } : undefined
}
