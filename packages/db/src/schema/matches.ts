import type { MatchId, ProgramId, UserId } from '@ithaca/contract'
import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accounts } from './accounts.ts'
import { idColumn } from './columns.ts'
import { programs } from './programs.ts'

export const matches = pgTable(
  'matches',
  {
    id: idColumn<MatchId>('id').primaryKey(),
    programId: idColumn<ProgramId>('program_id')
      .notNull()
      .references(() => programs.id),
    startedOn: date('started_on').notNull(),
  },
  (table) => [index('matches_program').on(table.programId)],
)

export const matchPeople = pgTable(
  'match_people',
  {
    matchId: idColumn<MatchId>('match_id')
      .notNull()
      .references(() => matches.id),
    accountId: idColumn<UserId>('account_id')
      .notNull()
      .references(() => accounts.id),
    tie: text('tie').$type<'mentor' | 'mentee'>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.matchId, table.accountId] }),
    index('match_people_account').on(table.accountId),
    check('match_people_tie', sql`${table.tie} in ('mentor', 'mentee')`),
  ],
)
