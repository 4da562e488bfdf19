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
/** A device whose media still flows has longer, but not for ever: nobody could tell it anything. */
const unheardForMs = 120_000

export function callJobs(ticks: Ticks, calls: Calls): void {
  ticks.every(beatEveryMs, 'call.beat', () => keepPresence(calls))
  ticks.every(reapEveryMs, 'call.reap', () => emptySeats(calls))
}

/** Keeps that the seats whose media flows just now are present, and ends media that belongs to no seat. */
export async function keepPresence({ parts, seats }: Calls): Promise<void> {
  const flowing = await parts.media.alive()
  const present = flowing.flatMap(({ peerId }) => {
    const seat = seats.find(peerId)
    return seat ? [{ seatId: seat.id, sessionId: seat.sessionId, userId: seat.userId }] : []
  })
  if (present.length > 0) await parts.db.transaction((tx) => beat(tx, present, parts.now()))
  // Nobody sees a peer without a seat, so it may hear nobody. One is left behind where a server ended before its media
  // node, or where a leave did not get through.
  const unseen = flowing.filter(({ peerId }) => !seats.find(peerId))
  await Promise.all(unseen.map((peer) => parts.media.leave(peer)))
}

/** Ends the seats that nobody has come back to. */
export async function emptySeats(calls: Calls): Promise<void> {
  const now = calls.parts.now().getTime()
  const empty = (seat: TakenSeat) =>
    !seat.connection && now - seat.aloneSince >= (seat.media ? unheardForMs : emptyForMs)
  for (const seat of calls.seats.all().filter(empty)) await left(calls, seat)
}
