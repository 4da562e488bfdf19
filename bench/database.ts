import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate } from '@ithaca/db'
import { startPostgres } from '@ithaca/tooling/postgres'
import { scratchFolder } from '@ithaca/tooling/scratch'

/** A durable, migrated database of its own: commits reach the disk, as in a house. */
export async function openDatabase(): Promise<{ url: string; close(): Promise<void> }> {
  const folder = await scratchFolder('ithaca-bench-')
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
