import type { SeatId, SessionId, Tie, UserId } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import { seats } from '@ithaca/db/schema/call'
import { and, eq, isNull, sql } from 'drizzle-orm'

type NewSeat = { id: SeatId; sessionId: SessionId; accountId: UserId; tie: Tie; takenAt: Date }

/** Takes a seat, or takes one's own seat again. False where the id is another person's or another call's. */
export async function takeSeat(tx: Tx, seat: NewSeat): Promise<boolean> {
  const taken = await tx
    .insert(seats)
    .values(seat)
    .onConflictDoUpdate({
      target: seats.id,
      set: { leftAt: null },
      setWhere: sql`${seats.accountId} = ${seat.accountId} and ${seats.sessionId} = ${seat.sessionId}`,
    })
    .returning({ id: seats.id })
  return taken.length > 0
}

/** Notes that a seat was left. */
export async function leaveSeat(tx: Tx, id: SeatId, at: Date): Promise<void> {
  await tx
    .update(seats)
    .set({ leftAt: at })
    .where(and(eq(seats.id, id), isNull(seats.leftAt)))
}
