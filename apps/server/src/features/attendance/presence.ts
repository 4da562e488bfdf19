import type { Tx } from '@ithaca/db'
import {
  closeSeats,
  closeSilent,
  lockIntervals,
  moveForward,
  openIntervals,
  type SeatOf,
  startEarlier,
} from './interval-store.ts'

/** Three beats: whoever was not seen for longer is taken as gone at their last beat. */
export const silentMs = 30_000

/**
 * The engine has heard the media of these seats just now. A seat without an open stretch gets one: its own was lost
 * with a crash, or ended in a silence too long to be counted as presence.
 */
export async function beat(tx: Tx, seats: readonly SeatOf[], at: Date): Promise<void> {
  if (seats.length === 0) return
  const ids = seats.map(({ seatId }) => seatId)
  const moved = await moveForward(tx, ids, { at, heardSince: silentSince(at) })
  const unseen = seats.filter(({ seatId }) => !moved.has(seatId))
  if (unseen.length === 0) return
  await closeSeats(
    tx,
    unseen.map(({ seatId }) => seatId),
  )
  await openIntervals(tx, unseen, at)
}

/**
 * Media of a seat was confirmed at `at`. May be told late, twice, or after the beats that followed it: whatever stands
 * already for that instant stays, and nothing is counted that nobody saw.
 */
export async function sawConnected(tx: Tx, seat: SeatOf, at: Date): Promise<void> {
  const known = await lockIntervals(tx, seat)
  if (known.some(({ startedAt, lastSeenAt }) => startedAt <= at && at <= lastSeenAt)) return
  const later = known.find(({ startedAt }) => startedAt > at)
  if (later && later.startedAt.getTime() - at.getTime() <= silentMs) return startEarlier(tx, later, at)
  const open = known.find(({ endedAt }) => endedAt === null)
  // A stay that began later is not moved by this: nothing goes backwards.
  if (open && open.lastSeenAt >= silentSince(at)) {
    await moveForward(tx, [seat.seatId], { at, heardSince: silentSince(at) })
    return
  }
  if (open) await closeSeats(tx, [seat.seatId])
  await openIntervals(tx, [seat], at)
}

/** A seat was left, or lost: its stretch ends where it was last seen, and was a moment ago where the leave was polite. */
export function sawLeft(tx: Tx, { seatId }: Pick<SeatOf, 'seatId'>): Promise<void> {
  return closeSeats(tx, [seatId])
}

/** Ends the stretches whose beats have stopped, as after a crash. Returns the sessions this concerns. */
export function sweepSilent(tx: Tx, now: Date) {
  return closeSilent(tx, silentSince(now))
}

function silentSince(at: Date): Date {
  return new Date(at.getTime() - silentMs)
}
