import { createHash, type Hash } from 'node:crypto'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { notesDir, root as ours } from './house.ts'

/** Folders that are made from the rest. */
const made = new Set(['node_modules', 'dist'])

/** Whether a step was done with exactly these files, and how to note that it is done now. */
export type Before = { done: boolean; note(): Promise<void> }

type Places = { root: string; notes: string }

/** Compares the files and folders a step depends on with those of its last run. */
export async function doneBefore(
  step: string,
  paths: readonly string[],
  { root, notes }: Places = { root: ours, notes: notesDir },
): Promise<Before> {
  const hash = createHash('sha256')
  for (const path of paths) await addTo(hash, { root, path })
  const now = hash.digest('hex')
  const file = join(notes, `${step}.sha256`)
  const before = await readFile(file, 'utf8').catch(() => '')
  return {
    done: before === now,
    note: async () => {
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, now)
    },
  }
}

async function addTo(hash: Hash, { root, path }: { root: string; path: string }): Promise<void> {
  const full = join(root, path)
  const found = await stat(full).catch(() => undefined)
  if (found?.isDirectory()) {
    for (const name of (await readdir(full)).toSorted()) {
      if (!made.has(name)) await addTo(hash, { root, path: join(path, name) })
    }
  } else if (found) {
    hash
      .update(path)
      .update('\0')
      .update(await readFile(full))
  }
}
