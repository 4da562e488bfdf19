import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { notesDir, root } from './house.ts'

/** Whether a step was done with exactly these files, and how to note that it is done now. */
export type Before = { done: boolean; note(): Promise<void> }

/** Compares the files and folders a step depends on with those of its last run. */
export async function doneBefore(step: string, paths: readonly string[]): Promise<Before> {
  const hash = createHash('sha256')
  for (const path of paths) await addTo(hash, join(root, path))
  const now = hash.digest('hex')
  const file = join(notesDir, `${step}.sha256`)
  const before = await readFile(file, 'utf8').catch(() => '')
  return {
    done: before === now,
    note: async () => {
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, now)
    },
  }
}

async function addTo(hash: ReturnType<typeof createHash>, path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory()) {
    for (const name of (await readdir(path)).toSorted()) {
      if (name !== 'node_modules' && name !== 'dist') await addTo(hash, join(path, name))
    }
  } else if (found) {
    hash
      .update(path.slice(root.length))
      .update('\0')
      .update(await readFile(path))
  }
}
