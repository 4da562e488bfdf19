import { randomUUID } from 'node:crypto'
import type { SeatId, SessionId, UserId } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import { intervals } from '@ithaca/db/schema/attendance'
import { and, asc, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm'

/** One device of one person in one session. */
export type SeatOf = { readonly seatId: SeatId; readonly sessionId: SessionId; readonly userId: UserId }

/** A stretch of presence as the table keeps it. */
export type FoundInterval = SeatOf & { id: string; startedAt: Date; lastSeenAt: Date; endedAt: Date | null }

const columns = {
  id: intervals.id,
  sessionId: intervals.sessionId,
  userId: intervals.accountId,
  seatId: intervals.seatId,
  startedAt: intervals.startedAt,
  lastSeenAt: intervals.lastSeenAt,
  endedAt: intervals.endedAt,
}
const isOpen = isNull(intervals.endedAt)
/** The only way an interval ends: where it was last seen. */
const ended = { endedAt: sql`${intervals.lastSeenAt}` }

/** The stretches of a session, the earliest first. */
export async function findIntervals(tx: Tx, sessionId: SessionId): Promise<FoundInterval[]> {
  return tx
    .select(columns)
    .from(intervals)
    .where(eq(intervals.sessionId, sessionId))
    .orderBy(asc(intervals.startedAt), asc(intervals.id))
}

/** The stretches of one seat, the earliest first; they stay as they are until the transaction ends. */
export async function lockIntervals(tx: Tx, { sessionId, seatId }: SeatOf): Promise<FoundInterval[]> {
  return tx
    .select(columns)
    .from(intervals)
    .where(and(eq(intervals.sessionId, sessionId), eq(intervals.seatId, seatId)))
    .orderBy(asc(intervals.startedAt), asc(intervals.id))
    .for('update')
}

/** Opens a stretch for each seat that has none open. It was seen for no time yet. */
export async function openIntervals(tx: Tx, seats: readonly SeatOf[], at: Date): Promise<void> {
  if (seats.length === 0) return
  const rows = seats.map(({ sessionId, seatId, userId }) => {
    return { id: randomUUID(), sessionId, seatId, accountId: userId, startedAt: at, lastSeenAt: at }
  })
  await tx.insert(intervals).values(rows).onConflictDoNothing()
}

/** Moves the open stretches of seats forward to a sighting, if they were heard of since. Tells which. */
export async function moveForward(
  tx: Tx,
  seats: readonly SeatId[],
  sight: { at: Date; heardSince: Date },
): Promise<Set<SeatId>> {
  const moved = await tx
    .update(intervals)
    .set({ lastSeenAt: sql`greatest(${intervals.lastSeenAt}, ${sight.at.toISOString()}::timestamptz)` })
    .where(and(isOpen, inArray(intervals.seatId, [...seats]), gte(intervals.lastSeenAt, sight.heardSince)))
    .returning({ seatId: intervals.seatId })
  return new Set(moved.map(({ seatId }) => seatId))
}

/** A beat was heard before the news that the media was confirmed: the stretch began then. */
export async function startEarlier(tx: Tx, { id }: FoundInterval, at: Date): Promise<void> {
  await tx.update(intervals).set({ startedAt: at }).where(eq(intervals.id, id))
}

/** Ends the open stretches of seats where they were last seen. */
export async function closeSeats(tx: Tx, seats: readonly SeatId[]): Promise<void> {
  if (seats.length === 0) return
  await tx
    .update(intervals)
    .set(ended)
    .where(and(isOpen, inArray(intervals.seatId, [...seats])))
}

/** Ends the stretches nobody has heard of since, where they were last seen. Those being moved just now are passed over. */
export async function closeSilent(tx: Tx, heardBefore: Date): Promise<SessionId[]> {
  const silent = tx
    .select({ id: intervals.id })
    .from(intervals)
    .where(and(isOpen, lt(intervals.lastSeenAt, heardBefore)))
    .for('update', { skipLocked: true })
  const closed = await tx
    .update(intervals)
    .set(ended)
    .where(inArray(intervals.id, silent))
    .returning({ sessionId: intervals.sessionId })
  return [...new Set(closed.map(({ sessionId }) => sessionId))]
}
