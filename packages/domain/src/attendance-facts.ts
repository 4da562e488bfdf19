import type { Rule, Tie } from '@ithaca/contract'
import { clip, type Interval, intersect, union } from './intervals.ts'
import { lateCancelMs, openBeforeMs } from './sessions.ts'

const minute = 60_000

/** The parameters of the rule, in milliseconds and shares of 1, copied onto a session when it is created. */
export type AttendanceRule = Rule

/**
 * The rule a new session gets where its program says nothing else. Ten minutes together make a session held and three
 * hours part a cancellation from a late one after ADPList's standards; the other numbers are our own choices.
 */
export const defaultRule: AttendanceRule = {
  version: 1,
  lateAfterMs: 5 * minute,
  heldMinMs: 10 * minute,
  heldShare: 0.5,
  reconnectGapMs: 30_000,
  openBeforeMs,
  noShowAfterMs: 10 * minute,
  failureUnderMs: minute,
  finalAfterMs: 15 * minute,
  lateCancelMs,
}

/** A stretch of one device in the call. The seat names the device; the verdict does not depend on it. */
export type Presence = Interval & { readonly seatId?: string }

/**
 * What was seen of one person. `attempts` are all authenticated tries to come in, failed ones and told troubles too.
 * All instants are milliseconds since the epoch (UTC). A person who stands here twice is one person.
 */
export type PersonFacts<Id extends string = string> = {
  readonly userId: Id
  readonly tie: Tie
  readonly intervals: readonly Presence[]
  readonly attempts: readonly { readonly at: number }[]
}

/** Everything a verdict is made of. The session has at least one mentor and one mentee. */
export type Facts<Id extends string = string> = {
  readonly planned: {
    readonly startsAt: number
    readonly endsAt: number
    readonly state: 'planned' | 'cancelled'
    readonly cancelledAt: number | null
    /** Whether a coordinator accepted the reason. */
    readonly excused: boolean
  }
  readonly rule: AttendanceRule
  readonly people: readonly PersonFacts<Id>[]
  readonly now: number
}

/** The picture behind a verdict: who was there when, and when both sides were. All sets are sorted and disjoint. */
export type Timeline<Id extends string = string> = {
  window: Interval
  people: { userId: Id; tie: Tie; presence: Interval[]; together: Interval[]; attempts: number[] }[]
  together: Interval[]
}

/**
 * Joins the facts into sets of presence: devices joined, gaps up to the reconnect gap bridged, and clipped to the
 * window. The window ends at the planned end or with the last presence, because people may stay on longer.
 * In a group, a mentee is together with whichever mentor is there, and the session's time together joins all of those.
 * Attempts count from the opening of the door to the planned end: a first try after it is no try to attend.
 */
export function timeline<Id extends string>({ planned, rule, people }: Facts<Id>): Timeline<Id> {
  const everything = people.flatMap(({ intervals }) => intervals)
  const end = everything.reduce((latest, interval) => Math.max(latest, interval.end), planned.endsAt)
  const window = { start: planned.startsAt - rule.openBeforeMs, end }
  const tried = { start: window.start, end: planned.endsAt }
  const known = unique(people).map(({ userId, tie, intervals, attempts }) => ({
    userId,
    tie,
    presence: clip(union(intervals, rule.reconnectGapMs), window),
    attempts: sortedOnce(attempts.map(({ at }) => at).filter((at) => at >= tried.start && at < tried.end)),
  }))
  const side = (tie: Tie) => union(known.filter((person) => person.tie === tie).flatMap(({ presence }) => presence))
  const others = { mentor: side('mentee'), mentee: side('mentor'), coordinator: [] }
  return {
    window,
    people: known.map((person) => ({ ...person, together: intersect(person.presence, others[person.tie]) })),
    together: intersect(others.mentee, others.mentor),
  }
}

/**
 * The instant from which a verdict is final, in milliseconds since the epoch. A cancellation is final at once; else the
 * wait begins at the planned end, or when those who stayed on parted. A forgotten device alone does not prolong it.
 */
export function finalAfter<Id extends string>({ planned, rule, now }: Facts<Id>, line: Timeline<Id>): number {
  if (planned.state === 'cancelled') return planned.cancelledAt ?? now
  return Math.max(planned.endsAt, line.together.at(-1)?.end ?? planned.endsAt) + rule.finalAfterMs
}

/** Joins what is told of the same person in several pieces, in an order that does not depend on the telling. */
function unique<Id extends string>(people: readonly PersonFacts<Id>[]): PersonFacts<Id>[] {
  const order = { mentor: 0, mentee: 1, coordinator: 2 } satisfies Record<Tie, number>
  const sorted = people.toSorted(
    (a, b) => order[a.tie] - order[b.tie] || Number(a.userId > b.userId) - Number(a.userId < b.userId),
  )
  const known = new Map<Id, PersonFacts<Id>>()
  for (const person of sorted) {
    const before = known.get(person.userId)
    known.set(person.userId, {
      userId: person.userId,
      tie: before?.tie ?? person.tie,
      intervals: [...(before?.intervals ?? []), ...person.intervals],
      attempts: [...(before?.attempts ?? []), ...person.attempts],
    })
  }
  return [...known.values()]
}

function sortedOnce(instants: readonly number[]): number[] {
  return [...new Set(instants)].toSorted((a, b) => a - b)
}
