import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where `scratchFolder` makes its folders. */
export const scratchRoot = tmpdir()

/**
 * A folder for things that are thrown away, which whoever asks takes away again. Others may enter it: where root runs
 * us, Postgres has an account of its own, and keeps its data closed itself.
 */
export async function scratchFolder(prefix: string): Promise<string> {
  const folder = await mkdtemp(join(scratchRoot, prefix))
  await chmod(folder, 0o755)
  return folder
}
