import { call } from '@ithaca/contract'
import type { Commanded } from '../../platform/live/answer.ts'
import { beat } from '../attendance/access.ts'
import { sessionAudience } from '../sessions/access.ts'
import type { Calls } from './calls.ts'
import type { TakenSeat } from './seat-book.ts'
import { leaveSeat } from './store.ts'

/** Leaves politely: the last moment seen is now. Leaving a seat that is not taken is already done. */
export async function leave(calls: Calls, { actor, input }: Commanded<typeof call.leave>) {
  const seat = calls.seats.ofPerson(input.seatId, actor.id)
  if (seat) await leavePolitely(calls, seat)
  return {}
}

/** A seat whose device says goodbye, or whose house closes around it: it was seen until now, if its media flowed. */
export function leavePolitely(calls: Calls, seat: TakenSeat): Promise<void> {
  const { db, now } = calls.parts
  const { id: seatId, sessionId, userId } = seat
  return calls.inTurn(seatId, async () => {
    if (seat.media) await db.transaction((tx) => beat(tx, [{ seatId, sessionId, userId }], now()))
    await end(calls, seat)
  })
}

/** A seat is found empty. */
export function left(calls: Calls, seat: TakenSeat): Promise<void> {
  return calls.inTurn(seat.id, () => end(calls, seat))
}

/** The one end of every seat, in its turn. The interval ends where it was last seen, never here. */
export async function end({ parts, seats }: Calls, seat: TakenSeat): Promise<void> {
  if (seats.find(seat.id) !== seat) return
  seats.drop(seat.id)
  const { id: seatId, sessionId, userId } = seat
  const keep = parts.db.transaction(async (tx) => {
    await leaveSeat(tx, seatId, parts.now())
    tx.publish(call.left, { sessionId, seatId, userId }, await sessionAudience(tx, sessionId))
  })
  // An engine that does not answer keeps nobody from hearing who has left.
  const ends = await Promise.allSettled([parts.media.leave({ roomId: sessionId, peerId: seatId }), keep])
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}
