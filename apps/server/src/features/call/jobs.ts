import type { Ticks } from '../../platform/ticks.ts'
import { beat } from '../attendance/access.ts'
import type { Calls } from './calls.ts'
import { left } from './leave.ts'
import type { TakenSeat } from './seat-book.ts'

/** How often presence is kept: the most of it that a crash can lose. */
const beatEveryMs = 10_000
const reapEveryMs = 5_000
/** A device whose socket and media are both gone has this long to come back to its seat. */
const emptyForMs = 30_000

export function callJobs(ticks: Ticks, calls: Calls): void {
  ticks.every(beatEveryMs, 'call.beat', () => keepPresence(calls))
  ticks.every(reapEveryMs, 'call.reap', () => emptySeats(calls))
}

/** Keeps that the seats whose media flows just now are present. */
export async function keepPresence({ parts, seats }: Calls): Promise<void> {
  const flowing = await parts.media.alive()
  const present = flowing.flatMap(({ peerId }) => {
    const seat = seats.find(peerId)
    return seat ? [{ seatId: seat.id, sessionId: seat.sessionId, userId: seat.userId }] : []
  })
  if (present.length > 0) await parts.db.transaction((tx) => beat(tx, present, parts.now()))
}

/** Ends the seats that nobody has come back to. */
export async function emptySeats(calls: Calls): Promise<void> {
  const now = calls.parts.now().getTime()
  const empty = (seat: TakenSeat) => !seat.connection && !seat.media && now - seat.aloneSince >= emptyForMs
  for (const seat of calls.seats.all().filter(empty)) await left(calls, seat)
}
