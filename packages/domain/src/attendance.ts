import type { Outcome, PersonVerdict as PersonWord, Tie } from '@ithaca/contract'
import { type AttendanceRule, type Facts, finalAfter, type Timeline, timeline } from './attendance-facts.ts'
import { length } from './intervals.ts'
import { cancellationKind } from './sessions.ts'

/** What the rule says of one person. Durations are exact milliseconds, instants milliseconds since the epoch. */
export type PersonVerdict<Id extends string = string> = {
  userId: Id
  tie: Tie
  /** Length of the presence set: all devices joined, short gaps bridged. */
  presentMs: number
  /** How long somebody of the other side was there too; 0 for a coordinator. */
  dyadMs: number
  /** How long after the planned start they first came, 0 if before; null if they never came. */
  lateMs: number | null
  late: boolean
  leftEarly: boolean
  /** `notExpected` is everybody of whom nothing is asked: coordinators, cancelled sessions, and while it is too early to tell. */
  outcome: PersonWord['outcome']
  firstAt: number | null
  lastAt: number | null
  attempts: number
}

/** What a session comes to. Provisional until `finalAt`; late evidence makes a new verdict. */
export type Verdict<Id extends string = string> = {
  ruleVersion: number
  outcome: Outcome
  final: boolean
  finalAt: number
  dyadMs: number
  heldThresholdMs: number
  people: PersonVerdict<Id>[]
}

type Person<Id extends string> = Timeline<Id>['people'][number]
type Standing = 'present' | 'awaited' | 'technicalFailure' | 'noShow'

/**
 * What a planned session comes to, by how the mentors' side (rows) and the mentees' side (columns) stand.
 * - Both there but never long enough together, or even missing each other: partial, because nobody stayed away.
 * - A side that tried and failed against a side that is there, or failed too: technical failure, which blames nobody.
 * - A side that never even tried is the no-show, also where the other side tried and failed.
 * - While one side may still come or is just connecting, nothing is decided.
 */
const outcomes = {
  present: { present: 'partial', awaited: 'upcoming', technicalFailure: 'technicalFailure', noShow: 'noShowMentee' },
  awaited: { present: 'upcoming', awaited: 'upcoming', technicalFailure: 'upcoming', noShow: 'upcoming' },
  technicalFailure: {
    present: 'technicalFailure',
    awaited: 'upcoming',
    technicalFailure: 'technicalFailure',
    noShow: 'noShowMentee',
  },
  noShow: { present: 'noShowMentor', awaited: 'upcoming', technicalFailure: 'noShowMentor', noShow: 'bothAbsent' },
} as const satisfies Record<Standing, Record<Standing, Outcome>>

/**
 * Judges a session from its facts. Pure: the same facts in any order, told once or twice, give the same verdict.
 * A held session stays held whatever was excused; an excuse outweighs every other outcome; a cancellation outweighs
 * whatever presence there was before the start.
 */
export function judge<Id extends string>(facts: Facts<Id>): Verdict<Id> {
  const { planned, rule, now } = facts
  const line = timeline(facts)
  const dyadMs = length(line.together)
  const heldThresholdMs = heldThreshold(planned, rule)
  const held = dyadMs > 0 && dyadMs >= heldThresholdMs
  const finalAt = finalAfter(facts, line)
  return {
    ruleVersion: rule.version,
    outcome: outcomeOf(facts, line, held),
    final: now >= finalAt,
    finalAt,
    dyadMs,
    heldThresholdMs,
    people: line.people.map((person) => judgePerson(facts, line, person)),
  }
}

/** Milliseconds that mentor and mentee must be there together: the smallest whole number that reaches the rule. */
export function heldThreshold(planned: { startsAt: number; endsAt: number }, rule: AttendanceRule): number {
  // A share such as 0.55 is not exact in binary; a millionth of a millisecond swallows the noise, no real time.
  return Math.max(rule.heldMinMs, Math.ceil((planned.endsAt - planned.startsAt) * rule.heldShare - 1e-6))
}

/**
 * The end of a presence that was not closed by leaving: the last heartbeat that was seen, never "now" and never the
 * moment the loss was noticed, so that silence is not counted as presence.
 */
export function heartbeatEnd(lastBeatAt: number, leftAt: number | null = null): number {
  return leftAt ?? lastBeatAt
}

function outcomeOf<Id extends string>(facts: Facts<Id>, line: Timeline<Id>, held: boolean): Outcome {
  const { planned, rule, now } = facts
  if (planned.state === 'cancelled') {
    if (planned.excused) return 'excused'
    return planned.cancelledAt === null
      ? 'cancelled'
      : cancellationKind(planned.startsAt, planned.cancelledAt, rule.lateCancelMs)
  }
  if (held) return 'held'
  if (planned.excused) return 'excused'
  const outcome = outcomes[sideStanding(facts, line, 'mentor')][sideStanding(facts, line, 'mentee')]
  // Until the planned end, being there for too short a time so far says nothing.
  return outcome === 'partial' && now < planned.endsAt ? 'upcoming' : outcome
}

/** A side stands as its best person does: one mentor of two is enough to meet. */
function sideStanding<Id extends string>(facts: Facts<Id>, line: Timeline<Id>, tie: Tie): Standing {
  const standings = line.people.filter((person) => person.tie === tie).map((person) => standing(facts, person))
  const best = ['present', 'awaited', 'technicalFailure'] as const
  return best.find((word) => standings.includes(word)) ?? 'noShow'
}

function standing<Id extends string>({ planned, rule, now }: Facts<Id>, person: Person<Id>): Standing {
  if (length(person.presence) >= Math.max(1, rule.failureUnderMs)) return 'present'
  const lastSeenAt = Math.max(person.presence.at(-1)?.end ?? -Infinity, person.attempts.at(-1) ?? -Infinity)
  const early = now < planned.startsAt + rule.noShowAfterMs
  if (now < planned.endsAt && (early || now - lastSeenAt <= rule.reconnectGapMs)) return 'awaited'
  // Whoever was there at all has tried to come in, whether or not the try itself was written down.
  return lastSeenAt === -Infinity ? 'noShow' : 'technicalFailure'
}

function judgePerson<Id extends string>(facts: Facts<Id>, line: Timeline<Id>, person: Person<Id>): PersonVerdict<Id> {
  const { planned, rule } = facts
  const firstAt = person.presence[0]?.start ?? null
  const lastAt = person.presence.at(-1)?.end ?? null
  const lateMs = firstAt === null ? null : Math.max(0, firstAt - planned.startsAt)
  return {
    userId: person.userId,
    tie: person.tie,
    presentMs: length(person.presence),
    dyadMs: length(person.together),
    lateMs,
    late: isExpected(facts, person) && lateMs !== null && lateMs > rule.lateAfterMs,
    leftEarly: isExpected(facts, person) && leftEarly(facts, line, person),
    outcome: personOutcome(facts, person),
    firstAt,
    lastAt,
    attempts: person.attempts.length,
  }
}

function personOutcome<Id extends string>(facts: Facts<Id>, person: Person<Id>): PersonVerdict['outcome'] {
  if (facts.planned.state === 'cancelled') return 'notExpected'
  const word = standing(facts, person)
  if (word === 'present') return word
  return word === 'awaited' || facts.planned.excused || !isExpected(facts, person) ? 'notExpected' : word
}

/**
 * Gone before the planned end while somebody of the other side stayed on. "Stayed" means longer than the reconnect
 * gap: an end is known only to a heartbeat, and two people who say goodbye together should not read this.
 */
function leftEarly<Id extends string>({ planned, rule, now }: Facts<Id>, line: Timeline<Id>, person: Person<Id>) {
  const lastAt = person.presence.at(-1)?.end
  if (lastAt === undefined || lastAt >= planned.endsAt || now < planned.endsAt) return false
  const other = person.tie === 'mentor' ? 'mentee' : 'mentor'
  return line.people.some(
    ({ tie, presence }) => tie === other && (presence.at(-1)?.end ?? lastAt) - lastAt > rule.reconnectGapMs,
  )
}

function isExpected<Id extends string>({ planned }: Facts<Id>, { tie }: Person<Id>): boolean {
  return planned.state === 'planned' && tie !== 'coordinator'
}
