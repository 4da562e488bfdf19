import type { MatchId, ProgramId, SessionId, UserId } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import { sessionPeople, sessions } from '@ithaca/db/schema/sessions'
import { longestMinutes } from '@ithaca/domain/sessions'
import { and, asc, desc, eq, exists, gt, lt, lte, sql } from 'drizzle-orm'

const longestMs = longestMinutes * 60_000

/** Which sessions to list. Only an access function decides that a person sees more than their own. */
export type Scope = { programId?: ProgramId | undefined; matchId?: MatchId | undefined; personId?: UserId | undefined }

/** The last session of the page before. */
export type Place = { startsAt: Date; id: SessionId }

export type Listed = {
  when: 'coming' | 'past'
  /** Sessions that ended after this are coming still. */
  edge: Date
  after: Place | null
  limit: number
}

/** The ids of a page of sessions: coming ones soonest first, past ones latest first. */
export async function listSessions(tx: Tx, scope: Scope, { when, edge, after, limit }: Listed): Promise<SessionId[]> {
  const coming = when === 'coming'
  const found = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        coming ? gt(sessions.endsAt, edge) : lte(sessions.endsAt, edge),
        // Says the same of the start, so that the index over starts reads no history that is not shown.
        coming ? gt(sessions.startsAt, new Date(edge.getTime() - longestMs)) : lt(sessions.startsAt, edge),
        scope.programId && eq(sessions.programId, scope.programId),
        scope.matchId && eq(sessions.matchId, scope.matchId),
        scope.personId && isAsked(tx, scope.personId),
        after ? isPast(after, coming) : undefined,
      ),
    )
    .orderBy(...(coming ? [asc(sessions.startsAt), asc(sessions.id)] : [desc(sessions.startsAt), desc(sessions.id)]))
    .limit(limit)
  return found.map(({ id }) => id)
}

function isAsked(tx: Tx, personId: UserId) {
  const own = and(eq(sessionPeople.sessionId, sessions.id), eq(sessionPeople.accountId, personId))
  return exists(tx.select({ one: sql`1` }).from(sessionPeople).where(own))
}

function isPast({ startsAt, id }: Place, coming: boolean) {
  const place = sql`(${startsAt.toISOString()}::timestamptz, ${id}::uuid)`
  const here = sql`(${sessions.startsAt}, ${sessions.id})`
  return coming ? sql`${here} > ${place}` : sql`${here} < ${place}`
}
