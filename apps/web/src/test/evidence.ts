import type { Attempt, Interval, UserId, Verdict } from '@ithaca/contract'
import { judge } from '@ithaca/domain/attendance'
import { defaultRule } from '@ithaca/domain/attendance-facts'
import { factsFrom } from '@ithaca/domain/attendance-wire'
import type { Evidence } from '../features/attendance/evidence.ts'
import { aSession, ada, bo, seatId } from './people.ts'

/** The session of which the evidence is: ten o'clock, half an hour. */
export const session = aSession(1, '2026-11-23T10:00:00.000Z')

const day = '2026-11-23T'

/** A stretch of one device, in wall times of the day. */
export function stretch(userId: UserId, device: number, [from, until]: [string, string]): Interval {
  const [startedAt, endedAt] = [`${day}${from}.000Z`, `${day}${until}.000Z`]
  return { userId, seatId: seatId(device), startedAt, lastSeenAt: endedAt, endedAt }
}

/** Something on the way into the call. */
export function attempt(userId: UserId, kind: Attempt['kind'], at: string): Attempt {
  return { userId, seatId: seatId(9), kind, at: `${day}${at}.000Z` }
}

/** The mentor stays for all of it; the mentee comes late, and is lost for twenty seconds. */
export const heldIntervals = [
  stretch(ada.id, 1, ['09:58:00', '10:31:00']),
  stretch(bo.id, 2, ['10:07:00', '10:12:00']),
  stretch(bo.id, 2, ['10:12:20', '10:30:00']),
]

/** What the server answers of a session with these facts, judged once at eleven. */
export function evidenceOf(intervals: Interval[], attempts: Attempt[] = []): Evidence {
  const facts = factsFrom({
    session,
    rule: defaultRule,
    intervals,
    attempts,
    excused: false,
    now: Date.parse(`${day}11:00:00Z`),
  })
  const { finalAt: _, ...verdict } = judge(facts)
  return { rule: defaultRule, intervals, attempts, verdicts: [versionOf(verdict, 1)], corrections: [] }
}

function versionOf(verdict: Omit<Verdict, 'version' | 'decidedAt'>, version: number): Verdict {
  return { ...verdict, version, decidedAt: `${day}11:00:00.000Z` }
}
