import { type Calls, interrupt } from './calls.ts'
import { leavePolitely } from './leave.ts'

/** Before the house closes: every call is told, and everybody in it was seen until now. */
export async function closeCalls(calls: Calls): Promise<void> {
  calls.isClosing = true
  const seats = calls.seats.all()
  for (const sessionId of new Set(seats.map((seat) => seat.sessionId))) interrupt(calls, sessionId, 'serverStops')
  const ends = await Promise.allSettled(seats.map((seat) => leavePolitely(calls, seat)))
  for (const end of ends) {
    if (end.status === 'rejected') calls.parts.log.error({ err: end.reason }, 'a seat was not left in order')
  }
}
