import { readFile } from 'node:fs/promises'
import { run } from './run.ts'

/** Whether a process with this id lives. One that belongs to somebody else lives too; one that ended unnoticed does not. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  // In a container nobody may collect the dead: they keep their id and are no more.
  return (await statOf(pid))?.[0] !== 'Z'
}

/** When a process began, as the machine counts it: tells a process from a later one that was given the same id. */
export async function beginningOf(pid: number): Promise<string> {
  const began = (await statOf(pid))?.[19]
  return began ?? (await run('ps', ['-o', 'lstart=', '-p', String(pid)])).output
}

/** The command line of a process, or nothing when there is none. */
export async function commandOf(pid: number): Promise<string> {
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined)
  if (line !== undefined) return line.replaceAll('\0', ' ').trim()
  const asked = await run('ps', ['-o', 'command=', '-p', String(pid)])
  return asked.code === 0 ? asked.output : ''
}

/** What Linux tells of a process, from its state on; other systems have no such file. */
async function statOf(pid: number): Promise<string[] | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // The program's name may hold spaces, so the fields are counted after its closing bracket.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
}
