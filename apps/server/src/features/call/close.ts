import { type Calls, interrupt } from './calls.ts'
import { leavePolitely } from './leave.ts'

/** Before the house closes: every call is told, and everybody in it was seen until now. */
export async function closeCalls(calls: Calls): Promise<void> {
  const seats = calls.seats.all()
  for (const sessionId of new Set(seats.map((seat) => seat.sessionId))) interrupt(calls, sessionId, 'serverStops')
  await Promise.all(seats.map((seat) => leavePolitely(calls, seat)))
}
