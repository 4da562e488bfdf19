import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as run } from 'drizzle-orm/node-postgres/migrator'
import { Client } from 'pg'

const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url))
/** Any number will do, as long as every server of the house takes the same lock. */
const lockKey = 4_861_700

/** Brings the database at `url` to the newest migration, forward only. Servers that start together wait for each other. */
export async function migrate(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await run(drizzle(client), { migrationsFolder })
  } finally {
    await client.end()
  }
}
