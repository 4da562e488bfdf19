import type { Outcome, PersonVerdict, Verdict } from '@ithaca/contract'
import { type Facts, finalAfter, type PersonFacts, type Timeline, timeline } from './attendance-facts.ts'
import { clip, union } from './intervals.ts'
import { lateCancelMs } from './sessions.ts'

type Numbers<Code extends string, Values extends string> = { code: Code; values: Record<Values, number> }
type OfPerson<Id extends string, Code extends string, Values extends string> = Numbers<Code, Values> & { userId: Id }

/**
 * One sentence of an explanation, without language: a code for the text and the numbers that go into it.
 * Names that end in `Ms` are exact milliseconds, in `At` milliseconds since the epoch, the others are counts.
 */
export type Explanation<Id extends string = string> =
  | Numbers<'cancelled' | 'lateCancellation', 'beforeMs' | 'limitMs'>
  | Numbers<'excused' | 'undecided' | 'bothAbsent', never>
  | Numbers<'provisional', 'finalAt'>
  | Numbers<'together', 'ms' | 'stretches'>
  | Numbers<'neverTogether', never>
  | Numbers<'heldBecause' | 'partialBecause', 'dyadMs' | 'thresholdMs'>
  | OfPerson<Id, 'present', 'ms'>
  | OfPerson<Id, 'late', 'ms' | 'limitMs'>
  | OfPerson<Id, 'leftEarly', 'ms'>
  | OfPerson<Id, 'bridged', 'gaps' | 'limitMs'>
  | OfPerson<Id, 'devices', 'count'>
  | OfPerson<Id, 'attempts', 'count'>
  | OfPerson<Id, 'noShow', 'afterMs'>
  | OfPerson<Id, 'technicalFailure', 'presentMs' | 'limitMs' | 'attempts'>

/** What an explanation needs of a verdict: a fresh one of `judge`, or one that was stored. */
export type Explainable<Id extends string = string> = Pick<
  Verdict,
  'outcome' | 'final' | 'dyadMs' | 'heldThresholdMs'
> & {
  readonly people: readonly (Omit<PersonVerdict, 'userId'> & { readonly userId: Id })[]
}

type Told = 'held' | 'partial' | 'undecided' | 'absent' | 'nothing'

/** Which outcomes are explained by the time together, and how. */
const told = {
  upcoming: 'undecided',
  held: 'held',
  partial: 'partial',
  noShowMentor: 'nothing',
  noShowMentee: 'nothing',
  bothAbsent: 'absent',
  technicalFailure: 'nothing',
  cancelled: 'nothing',
  lateCancellation: 'nothing',
  excused: 'nothing',
} as const satisfies Record<Outcome, Told>

/**
 * Explains a verdict by the rule and the numbers behind it: first the session, then each person in the order of the
 * verdict. Every outcome has at least one sentence.
 */
export function explain<Id extends string>(verdict: Explainable<Id>, facts: Facts<Id>): Explanation<Id>[] {
  const line = timeline(facts)
  return [
    ...aboutEnd(verdict, facts),
    ...aboutTogether(verdict, line),
    ...verdict.people.flatMap((person) => aboutPerson(person, facts, line)),
    ...aboutFinal(verdict, facts, line),
  ]
}

function aboutEnd<Id extends string>({ outcome }: Explainable<Id>, { planned }: Facts<Id>): Explanation<Id>[] {
  if (outcome === 'excused') return [{ code: outcome, values: {} }]
  if (outcome !== 'cancelled' && outcome !== 'lateCancellation') return []
  const beforeMs = planned.startsAt - (planned.cancelledAt ?? planned.startsAt)
  return [{ code: outcome, values: { beforeMs, limitMs: lateCancelMs } }]
}

function aboutTogether<Id extends string>(verdict: Explainable<Id>, line: Timeline<Id>): Explanation<Id>[] {
  const { outcome, dyadMs, heldThresholdMs } = verdict
  const because = { dyadMs, thresholdMs: heldThresholdMs }
  const sentences: Record<Told, Explanation<Id>[]> = {
    held: [{ code: 'heldBecause', values: because }],
    partial: [dyadMs > 0 ? { code: 'partialBecause', values: because } : { code: 'neverTogether', values: {} }],
    undecided: [{ code: 'undecided', values: {} }],
    absent: [{ code: 'bothAbsent', values: {} }],
    nothing: [],
  }
  const together: Explanation<Id>[] =
    dyadMs > 0 ? [{ code: 'together', values: { ms: dyadMs, stretches: line.together.length } }] : []
  return [...together, ...sentences[told[outcome]]]
}

function aboutPerson<Id extends string>(
  person: Explainable<Id>['people'][number],
  facts: Facts<Id>,
  line: Timeline<Id>,
): Explanation<Id>[] {
  const { rule, planned } = facts
  const { userId, presentMs, lateMs } = person
  const seen = line.people.find((one) => one.userId === userId)
  const lastAt = seen?.presence.at(-1)?.end ?? planned.endsAt
  const attempts = seen?.attempts.length ?? 0
  const { devices, gaps } = countDevices(facts, line, userId)
  const sentences: (Explanation<Id> | false)[] = [
    presentMs > 0 && { code: 'present', userId, values: { ms: presentMs } },
    devices > 1 && { code: 'devices', userId, values: { count: devices } },
    gaps > 0 && { code: 'bridged', userId, values: { gaps, limitMs: rule.reconnectGapMs } },
    person.late && lateMs !== null && { code: 'late', userId, values: { ms: lateMs, limitMs: rule.lateAfterMs } },
    person.leftEarly && { code: 'leftEarly', userId, values: { ms: planned.endsAt - lastAt } },
    person.outcome === 'noShow' && { code: 'noShow', userId, values: { afterMs: rule.noShowAfterMs } },
    person.outcome === 'technicalFailure' && {
      code: 'technicalFailure',
      userId,
      values: { presentMs, limitMs: rule.failureUnderMs, attempts },
    },
    person.outcome !== 'technicalFailure' && attempts > 1 && { code: 'attempts', userId, values: { count: attempts } },
  ]
  return sentences.filter((sentence) => sentence !== false)
}

/** How many devices a person was seen on inside the window, and how many short gaps were bridged. */
function countDevices<Id extends string>({ people, rule }: Facts<Id>, { window }: Timeline<Id>, userId: Id) {
  const pieces = people.filter((one: PersonFacts<Id>) => one.userId === userId).flatMap(({ intervals }) => intervals)
  const inside = pieces.filter((piece) => clip([piece], window).length > 0)
  const bridged = clip(union(pieces, rule.reconnectGapMs), window)
  return {
    devices: new Set(inside.map(({ seatId }) => seatId).filter((seatId) => seatId !== undefined)).size,
    gaps: clip(union(pieces), window).length - bridged.length,
  }
}

function aboutFinal<Id extends string>(
  { final, outcome }: Explainable<Id>,
  facts: Facts<Id>,
  line: Timeline<Id>,
): Explanation<Id>[] {
  if (final || outcome === 'upcoming') return []
  return [{ code: 'provisional', values: { finalAt: finalAfter(facts, line) } }]
}
