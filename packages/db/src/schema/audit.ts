import type { UserId } from '@ithaca/contract'
import { bigint, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { idColumn, instant } from './columns.ts'

/** Who did or read what, and when. Appended only; it holds ids, never words. */
export const audit = pgTable(
  'audit',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant('at').notNull().defaultNow(),
    actorId: idColumn<UserId>('actor_id'),
    action: text('action').notNull(),
    subjectId: uuid('subject_id'),
  },
  (table) => [index('audit_subject').on(table.subjectId, table.at), index('audit_actor').on(table.actorId, table.at)],
)
