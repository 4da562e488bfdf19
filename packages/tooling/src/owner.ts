import { readFile, rm, writeFile } from 'node:fs/promises'
import { beginningOf, isAlive } from './processes.ts'
import { Trouble } from './trouble.ts'

type Owner = { pid: number; began: string }

/** Writes down that this process uses a folder, and refuses while another living process does. */
export async function own(file: string, folder: string): Promise<void> {
  const other = await livingOwner(file)
  if (other) {
    throw new Trouble(
      `The data folder ${folder} is in use by process ${other.pid}: stop that one first, or choose another folder.`,
    )
  }
  const owner: Owner = { pid: process.pid, began: await beginningOf(process.pid) }
  await writeFile(file, JSON.stringify(owner))
}

/** Lets go of a folder. */
export async function disown(file: string): Promise<void> {
  await rm(file, { force: true })
}

/** Who uses the folder, if that process still lives; a crashed one left only its note. */
export async function livingOwner(file: string): Promise<Owner | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  const owner = text ? parse(text) : undefined
  if (!owner || !(await isAlive(owner.pid))) return undefined
  return (await beginningOf(owner.pid)) === owner.began ? owner : undefined
}

function parse(text: string): Owner | undefined {
  try {
    return JSON.parse(text) as Owner
  } catch {
    // A note cut short by a crash speaks of nobody.
    return undefined
  }
}
