import { fillPlaceholders, type SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'

/** A statement that is asked so often that it is built once for the process and planned once for each connection. */
export type Hot = { readonly name: string; readonly text: string; readonly params: readonly unknown[] }

const dialect = new PgDialect()

/** Makes a hot statement. Its name is its own in the whole house; what changes from time to time are placeholders. */
export function hot(name: string, statement: SQL): Hot {
  const { sql: text, params } = dialect.sqlToQuery(statement)
  return { name, text, params }
}

/** The statement with its placeholders filled, as the driver takes it. */
export function filled({ name, text, params }: Hot, values: Record<string, unknown>) {
  return { name, text, values: fillPlaceholders([...params], values) }
}
