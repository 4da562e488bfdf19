import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate } from '@ithaca/db'
import { startPostgres, sweepPostgres } from '@ithaca/tooling/postgres'
import { scratchFolder, scratchRoot } from '@ithaca/tooling/scratch'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    clusterUrl: string
  }
}

const prefix = 'ithaca-test-'

/** One throw-away cluster for a whole test run; its own database is the migrated template of every test's. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep()
  const folder = await scratchFolder(prefix)
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), durable: false })
  await migrate(postgres.url)
  project.provide('clusterUrl', postgres.url)
  return async () => {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** A run that was killed leaves its cluster running; the next one takes it away. */
async function sweep(): Promise<void> {
  for (const name of await readdir(scratchRoot)) {
    if (!name.startsWith(prefix)) continue
    const folder = join(scratchRoot, name)
    if (await sweepPostgres(join(folder, 'postgres'))) await rm(folder, { recursive: true, force: true })
  }
}
