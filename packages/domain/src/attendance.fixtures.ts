import type { Tie } from '@ithaca/contract'
import { type AttendanceRule, defaultRule, type Facts, type PersonFacts, type Presence } from './attendance-facts.ts'

/** A wall time such as `10:00` or `10:12:20` of the test day, in milliseconds since the epoch. */
export function at(time: string): number {
  return Date.parse(`2026-11-23T${time.padEnd(8, ':00')}Z`)
}

/** A stretch written `10:00-10:30`, with a device where one is named: `10:00-10:30 phone`. */
export function stretch(words: string): Presence {
  const [times = '', seatId] = words.split(' ')
  const [start = '', end = ''] = times.split('-')
  return { start: at(start), end: at(end), ...(seatId === undefined ? {} : { seatId }) }
}

/** One person: stretches of presence, then attempts. */
export function person(userId: string, tie: Tie, stretches: string[] = [], attempts: string[] = []): PersonFacts {
  return { userId, tie, intervals: stretches.map(stretch), attempts: attempts.map((time) => ({ at: at(time) })) }
}

export const mentor = (...stretches: string[]) => person('ada', 'mentor', stretches)
export const mentee = (...stretches: string[]) => person('bo', 'mentee', stretches)
/** Adds attempts to a person. */
export const trying = (one: PersonFacts, ...attempts: string[]): PersonFacts => ({
  ...one,
  attempts: attempts.map((time) => ({ at: at(time) })),
})

type Given = {
  from?: string
  until?: string
  now?: string
  rule?: Partial<AttendanceRule>
  cancelledAt?: string | null
  state?: 'planned' | 'cancelled'
  excused?: boolean
}

/** A session of half an hour at ten, with the default rule, judged at eleven, unless the test says otherwise. */
export function facts(people: PersonFacts[], given: Given = {}): Facts {
  const { from = '10:00', until = '10:30', now = '11:00', rule = {}, cancelledAt = null, excused = false } = given
  const state = given.state ?? (cancelledAt === null ? 'planned' : 'cancelled')
  return {
    planned: {
      startsAt: at(from),
      endsAt: at(until),
      state,
      cancelledAt: cancelledAt === null ? null : at(cancelledAt),
      excused,
    },
    rule: { ...defaultRule, ...rule },
    people,
    now: at(now),
  }
}
