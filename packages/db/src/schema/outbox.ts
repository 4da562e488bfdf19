import type { EventName, UserId } from '@ithaca/contract'
import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/**
 * News written in the same transaction as what it tells of. The process that committed tells it straight away and
 * deletes the row; a row that stays behind was left by a crash and is told by the sweeper.
 */
export const outbox = pgTable(
  'outbox',
  {
    id: uuid('id').primaryKey(),
    name: text('name').$type<EventName>().notNull(),
    payload: jsonb('payload').notNull(),
    audience: jsonb('audience').$type<readonly UserId[]>().notNull(),
    writtenAt: instant('written_at').notNull().default(sql`now()`),
    tries: integer('tries').notNull().default(0),
  },
  (table) => [index('outbox_written').on(table.writtenAt)],
)
