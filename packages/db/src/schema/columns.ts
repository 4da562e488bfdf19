import { type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, customType, timestamp, uuid } from 'drizzle-orm/pg-core'

/** An id column of one brand: a ConversationId never lands in a session's column. */
export function idColumn<Id extends string>(name: string) {
  return uuid(name).$type<Id>()
}

/** An instant in UTC with milliseconds, read as a Date. */
export function instant(name: string) {
  return timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })
}

/** Raw bytes, such as the hash of a secret. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** A check that a column holds one of the contract's words. */
export function oneOf(column: AnyPgColumn, words: readonly string[]): SQL {
  return sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`
}
