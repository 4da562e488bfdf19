import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '@ithaca/db'
import { startPostgres } from '@ithaca/tooling/postgres'

/** A durable, migrated database of its own: commits reach the disk, as in a house. */
export async function openDatabase(): Promise<{ url: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'ithaca-bench-'))
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), durable: true })
  await migrate(postgres.url)
  return {
    url: postgres.url,
    close: async () => {
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
