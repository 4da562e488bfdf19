import { sessions } from '@ithaca/contract'
import type { Ears } from '../../platform/news.ts'
import { type Calls, interrupt } from './calls.ts'
import { leavePolitely } from './leave.ts'

/** Who waits in the room of a session that is cancelled is sent out; trying to come back tells them why. */
export function callEars(ears: Ears, calls: Calls): void {
  ears.when(sessions.changed, async ({ id, state }) => {
    const waiting = state === 'cancelled' ? calls.seats.inCall(id) : []
    if (waiting.length === 0) return
    interrupt(calls, id, 'mediaGone')
    await Promise.all(waiting.map((seat) => leavePolitely(calls, seat)))
  })
}
