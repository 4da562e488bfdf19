import type { Change, GoalId, GoalState, MatchId, NoteId, StepId, UserId } from '@ithaca/contract'
import { sql } from 'drizzle-orm'
import { bigint, check, date, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { accounts } from './accounts.ts'
import { idColumn, instant, oneOf } from './columns.ts'
import { matches } from './matches.ts'

export const goals = pgTable(
  'goals',
  {
    id: idColumn<GoalId>('id').primaryKey(),
    matchId: idColumn<MatchId>('match_id')
      .notNull()
      .references(() => matches.id),
    title: text('title').notNull(),
    why: text('why').notNull(),
    dueOn: date('due_on'),
    state: text('state').$type<GoalState>().notNull().default('active'),
    createdById: idColumn<UserId>('created_by_id')
      .notNull()
      .references(() => accounts.id),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    index('goals_match').on(table.matchId, table.createdAt),
    check('goals_title', sql`length(${table.title}) between 1 and 140`),
    check('goals_why', sql`length(${table.why}) <= 1000`),
    check('goals_state', sql`${table.state} in ('active', 'reached', 'parked', 'dropped')`),
  ],
)

export const steps = pgTable(
  'steps',
  {
    id: idColumn<StepId>('id').primaryKey(),
    goalId: idColumn<GoalId>('goal_id')
      .notNull()
      .references(() => goals.id),
    place: integer('place').notNull(),
    text: text('text').notNull(),
    dueOn: date('due_on'),
    doneAt: instant('done_at'),
  },
  (table) => [
    index('steps_goal').on(table.goalId, table.place),
    check('steps_text', sql`length(${table.text}) between 1 and 300`),
  ],
)

export const notes = pgTable(
  'notes',
  {
    id: idColumn<NoteId>('id').primaryKey(),
    goalId: idColumn<GoalId>('goal_id')
      .notNull()
      .references(() => goals.id),
    authorId: idColumn<UserId>('author_id')
      .notNull()
      .references(() => accounts.id),
    text: text('text').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    index('notes_goal').on(table.goalId, table.at),
    check('notes_text', sql`length(${table.text}) between 1 and 2000`),
  ],
)

const kinds = [
  'created',
  'title',
  'why',
  'dueOn',
  'state',
  'stepAdded',
  'stepDone',
  'stepReopened',
  'stepChanged',
] as const satisfies readonly Change['what'][]

/** What changed in a goal, by whom, from which words to which. Appended only. */
export const changes = pgTable(
  'changes',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    goalId: idColumn<GoalId>('goal_id')
      .notNull()
      .references(() => goals.id),
    at: instant('at').notNull(),
    byId: idColumn<UserId>('by_id')
      .notNull()
      .references(() => accounts.id),
    what: text('what').$type<Change['what']>().notNull(),
    from: text('from_words'),
    to: text('to_words'),
  },
  (table) => [index('changes_goal').on(table.goalId, table.id), check('changes_what', oneOf(table.what, kinds))],
)
