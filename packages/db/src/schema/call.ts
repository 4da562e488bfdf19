import type { SeatId, SessionId, Tie, UserId } from '@ithaca/contract'
import { check, index, pgTable, text } from 'drizzle-orm/pg-core'
import { accounts } from './accounts.ts'
import { idColumn, instant, oneOf } from './columns.ts'
import { sessions } from './sessions.ts'

/** Who took which place in which call. A seat that was never left was lost with the process that knew it. */
export const seats = pgTable(
  'seats',
  {
    id: idColumn<SeatId>('id').primaryKey(),
    sessionId: idColumn<SessionId>('session_id')
      .notNull()
      .references(() => sessions.id),
    accountId: idColumn<UserId>('account_id')
      .notNull()
      .references(() => accounts.id),
    tie: text('tie').$type<Tie>().notNull(),
    takenAt: instant('taken_at').notNull(),
    leftAt: instant('left_at'),
  },
  (table) => [
    index('seats_session').on(table.sessionId),
    check('seats_tie', oneOf(table.tie, ['mentor', 'mentee', 'coordinator'])),
  ],
)
