import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as run } from 'drizzle-orm/node-postgres/migrator'
import { Client } from 'pg'

const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url))
/** Any number will do, as long as every server of the house takes the same lock. */
const lockKey = 4_861_700

/** There is no database at the given address, or none that lets this house in. */
export class DatabaseUnreachable extends Error {
  constructor(cause: unknown) {
    const why =
      cause instanceof Error ? cause.message || ('code' in cause ? String(cause.code) : cause.name) : String(cause)
    super(`The database cannot be reached (${why}): start it, or correct DATABASE_URL.`, { cause })
  }
}

/** Brings the database at `url` to the newest migration, forward only. Servers that start together wait for each other. */
export async function migrate(url: string): Promise<void> {
  const client = await connected(url)
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await run(drizzle(client), { migrationsFolder })
  } finally {
    await client.end()
  }
}

async function connected(url: string): Promise<Client> {
  try {
    const client = new Client({ connectionString: url })
    await client.connect()
    return client
  } catch (cause) {
    throw new DatabaseUnreachable(cause)
  }
}
