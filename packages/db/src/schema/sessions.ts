import type { Answer, CancelReason, MatchId, ProgramId, Rule, SessionId, UserId } from '@ithaca/contract'
import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accounts } from './accounts.ts'
import { idColumn, instant, oneOf } from './columns.ts'
import { matches } from './matches.ts'
import { programs } from './programs.ts'

/** One planned mentoring meeting. The attendance rule is copied in, so later settings never re-decide it. */
export const sessions = pgTable(
  'sessions',
  {
    id: idColumn<SessionId>('id').primaryKey(),
    matchId: idColumn<MatchId>('match_id')
      .notNull()
      .references(() => matches.id),
    programId: idColumn<ProgramId>('program_id')
      .notNull()
      .references(() => programs.id),
    topic: text('topic').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    zone: text('zone').notNull(),
    rule: jsonb('rule').$type<Rule>().notNull(),
    plannedById: idColumn<UserId>('planned_by_id')
      .notNull()
      .references(() => accounts.id),
    plannedAt: instant('planned_at').notNull(),
    cancelledAt: instant('cancelled_at'),
    cancelledById: idColumn<UserId>('cancelled_by_id').references(() => accounts.id),
    cancelReason: text('cancel_reason').$type<CancelReason>(),
    cancelWords: text('cancel_words'),
  },
  (table) => [
    index('sessions_match').on(table.matchId, table.startsAt),
    index('sessions_program').on(table.programId, table.startsAt),
    index('sessions_ends').on(table.endsAt),
    check('sessions_order', sql`${table.endsAt} > ${table.startsAt}`),
    check(
      'sessions_length',
      sql`${table.endsAt} - ${table.startsAt} between interval '15 minutes' and interval '3 hours'`,
    ),
    check('sessions_topic', sql`length(${table.topic}) <= 200`),
    check('sessions_cancel_words', sql`length(${table.cancelWords}) <= 500`),
    check('sessions_cancel_reason', oneOf(table.cancelReason, ['ill', 'clash', 'travel', 'connection', 'other'])),
    check(
      'sessions_cancelled_whole',
      sql`num_nonnulls(${table.cancelledAt}, ${table.cancelledById}, ${table.cancelReason}, ${table.cancelWords}) in (0, 4)`,
    ),
  ],
)

export const sessionPeople = pgTable(
  'session_people',
  {
    sessionId: idColumn<SessionId>('session_id')
      .notNull()
      .references(() => sessions.id),
    accountId: idColumn<UserId>('account_id')
      .notNull()
      .references(() => accounts.id),
    tie: text('tie').$type<'mentor' | 'mentee'>().notNull(),
    answer: text('answer').$type<Answer>().notNull().default('waiting'),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.accountId] }),
    index('session_people_account').on(table.accountId),
    check('session_people_tie', sql`${table.tie} in ('mentor', 'mentee')`),
    check('session_people_answer', sql`${table.answer} in ('waiting', 'accepted', 'declined')`),
  ],
)
