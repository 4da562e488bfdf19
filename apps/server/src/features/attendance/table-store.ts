import type { MatchId, Outcome, ProgramId, Row, SessionId } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import { ledger } from '@ithaca/db/schema/attendance'
import { and, asc, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm'

/** Which rows of a program: a period from and up to an instant, a match, an outcome. */
export type Filter = {
  programId: ProgramId
  from: Date | undefined
  before: Date | undefined
  matchId: MatchId | undefined
  outcome: Outcome | undefined
}
export type Sort = 'latest' | 'earliest' | 'longest' | 'shortest'

/** The last row of the page before. */
export type Place = { startsAt: string; dyadMs: number; sessionId: SessionId }
export type Page = { sort: Sort; after: Place | null; limit: number }

const columns = {
  sessionId: ledger.sessionId,
  matchId: ledger.matchId,
  topic: ledger.topic,
  startsAt: ledger.startsAt,
  endsAt: ledger.endsAt,
  mentors: ledger.mentors,
  mentees: ledger.mentees,
  outcome: ledger.outcome,
  final: ledger.final,
  corrected: ledger.corrected,
  dyadMs: ledger.dyadMs,
}
const byTime = { key: ledger.startsAt, value: ({ startsAt }: Place) => sql`${startsAt}::timestamptz` }
const byDyad = { key: ledger.dyadMs, value: ({ dyadMs }: Place) => sql`${dyadMs}::bigint` }
const sorts = {
  latest: { ...byTime, down: true },
  earliest: { ...byTime, down: false },
  longest: { ...byDyad, down: true },
  shortest: { ...byDyad, down: false },
} as const satisfies Record<Sort, object>

/** A page of a coordinator's table, read along an index in the order that is asked for. */
export async function findRows(tx: Tx, filter: Filter, { sort, after, limit }: Page): Promise<Row[]> {
  const { key, value, down } = sorts[sort]
  const order = down ? desc : asc
  const rows = await tx
    .select(columns)
    .from(ledger)
    .where(
      and(
        ...matching(filter),
        after
          ? beyond(sql`(${key}, ${ledger.sessionId})`, sql`(${value(after)}, ${after.sessionId}::uuid)`, down)
          : undefined,
      ),
    )
    .orderBy(order(key), order(ledger.sessionId))
    .limit(limit)
  return rows.map((row) => ({ ...row, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() }))
}

function beyond(here: SQL, place: SQL, down: boolean): SQL {
  return down ? sql`${here} < ${place}` : sql`${here} > ${place}`
}

function matching({ programId, from, before, matchId, outcome }: Filter) {
  return [
    eq(ledger.programId, programId),
    from && gte(ledger.startsAt, from),
    before && lt(ledger.startsAt, before),
    matchId && eq(ledger.matchId, matchId),
    outcome && eq(ledger.outcome, outcome),
  ]
}
