import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '@ithaca/db'
import { startPostgres } from '@ithaca/tooling/postgres'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    clusterUrl: string
  }
}

/** One throw-away cluster for a whole test run; its own database is the migrated template of every test's. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = join(tmpdir(), `ithaca-test-${randomUUID()}`, 'postgres')
  const postgres = await startPostgres({ dataDir, durable: false })
  await migrate(postgres.url)
  project.provide('clusterUrl', postgres.url)
  return async () => {
    await postgres.stop()
    await rm(join(dataDir, '..'), { recursive: true, force: true })
  }
}
