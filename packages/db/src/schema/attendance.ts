import type {
  Attempt,
  CorrectionId,
  MatchId,
  Outcome,
  PersonVerdict,
  ProgramId,
  SeatId,
  SessionId,
  TroubleId,
  UserId,
} from '@ithaca/contract'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { accounts } from './accounts.ts'
import { idColumn, instant, oneOf } from './columns.ts'
import { matches } from './matches.ts'
import { programs } from './programs.ts'
import { sessions } from './sessions.ts'

const outcomes = [
  'upcoming',
  'held',
  'partial',
  'noShowMentor',
  'noShowMentee',
  'bothAbsent',
  'technicalFailure',
  'cancelled',
  'lateCancellation',
  'excused',
] as const satisfies readonly Outcome[]
const kinds = [
  'join',
  'deviceBlocked',
  'deviceMissing',
  'deviceBusy',
  'connectionFailed',
  'connectionLost',
  'refused',
] as const satisfies readonly Attempt['kind'][]

/**
 * A stretch of presence of one device: opened when its media transport was confirmed, closed at the last beat seen.
 * Facts are appended; only `last_seen_at` moves forward and `ended_at` is set once.
 */
export const intervals = pgTable(
  'intervals',
  {
    id: uuid('id').primaryKey(),
    sessionId: idColumn<SessionId>('session_id')
      .notNull()
      .references(() => sessions.id),
    accountId: idColumn<UserId>('account_id')
      .notNull()
      .references(() => accounts.id),
    seatId: idColumn<SeatId>('seat_id').notNull(),
    startedAt: instant('started_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    index('intervals_session').on(table.sessionId),
    uniqueIndex('intervals_open_once').on(table.seatId).where(sql`${table.endedAt} is null`),
    check('intervals_order', sql`${table.lastSeenAt} >= ${table.startedAt}`),
    check('intervals_end', sql`${table.endedAt} is null or ${table.endedAt} = ${table.lastSeenAt}`),
  ],
)

/** Every attempt to join and every trouble on the way. */
export const attempts = pgTable(
  'attempts',
  {
    id: idColumn<TroubleId>('id').primaryKey(),
    sessionId: idColumn<SessionId>('session_id')
      .notNull()
      .references(() => sessions.id),
    accountId: idColumn<UserId>('account_id')
      .notNull()
      .references(() => accounts.id),
    seatId: idColumn<SeatId>('seat_id').notNull(),
    kind: text('kind').$type<Attempt['kind']>().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [index('attempts_session').on(table.sessionId), check('attempts_kind', oneOf(table.kind, kinds))],
)

/** What the rule made of the facts, each time it was asked; late evidence makes a new version. */
export const verdicts = pgTable(
  'verdicts',
  {
    sessionId: idColumn<SessionId>('session_id')
      .notNull()
      .references(() => sessions.id),
    version: integer('version').notNull(),
    ruleVersion: integer('rule_version').notNull(),
    outcome: text('outcome').$type<Outcome>().notNull(),
    final: boolean('final').notNull(),
    dyadMs: bigint('dyad_ms', { mode: 'number' }).notNull(),
    heldThresholdMs: bigint('held_threshold_ms', { mode: 'number' }).notNull(),
    people: jsonb('people').$type<PersonVerdict[]>().notNull(),
    decidedAt: instant('decided_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.version] }),
    check('verdicts_dyad', sql`${table.dyadMs} >= 0`),
    check('verdicts_outcome', oneOf(table.outcome, outcomes)),
  ],
)

/** Another outcome set beside the measured one by a coordinator, with the reason. */
export const corrections = pgTable(
  'corrections',
  {
    id: idColumn<CorrectionId>('id').primaryKey(),
    sessionId: idColumn<SessionId>('session_id')
      .notNull()
      .references(() => sessions.id),
    outcome: text('outcome').$type<Outcome>().notNull(),
    reason: text('reason').notNull(),
    byId: idColumn<UserId>('by_id')
      .notNull()
      .references(() => accounts.id),
    at: instant('at').notNull(),
  },
  (table) => [
    index('corrections_session').on(table.sessionId),
    check('corrections_reason', sql`length(${table.reason}) >= 3`),
    check('corrections_outcome', oneOf(table.outcome, outcomes)),
  ],
)

/**
 * The row a coordinator's table shows, kept ready: what is read a page at a time stays fast however long the
 * history grows. Made again from sessions, verdicts and corrections whenever one of them has news.
 */
export const ledger = pgTable(
  'ledger',
  {
    sessionId: idColumn<SessionId>('session_id')
      .primaryKey()
      .references(() => sessions.id),
    programId: idColumn<ProgramId>('program_id')
      .notNull()
      .references(() => programs.id),
    matchId: idColumn<MatchId>('match_id')
      .notNull()
      .references(() => matches.id),
    topic: text('topic').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    mentors: text('mentors').array().notNull(),
    mentees: text('mentees').array().notNull(),
    outcome: text('outcome').$type<Outcome>().notNull(),
    final: boolean('final').notNull(),
    corrected: boolean('corrected').notNull(),
    dyadMs: bigint('dyad_ms', { mode: 'number' }).notNull(),
  },
  (table) => [
    index('ledger_when').on(table.programId, table.startsAt, table.sessionId),
    index('ledger_dyad').on(table.programId, table.dyadMs, table.sessionId),
    index('ledger_match').on(table.matchId, table.startsAt, table.sessionId),
    index('ledger_outcome').on(table.programId, table.outcome, table.startsAt, table.sessionId),
    index('ledger_outcome_dyad').on(table.programId, table.outcome, table.dyadMs, table.sessionId),
    check('ledger_word', oneOf(table.outcome, outcomes)),
    index('ledger_open').on(table.startsAt).where(sql`not ${table.final}`),
  ],
)
