import type { Outcome } from '@ithaca/contract'

type Weight = 'held' | 'notHeld' | 'missed' | 'excluded'

/** How each outcome weighs. A partial session is not held, and not missed either: they met. */
const weights = {
  upcoming: 'excluded',
  held: 'held',
  partial: 'notHeld',
  noShowMentor: 'missed',
  noShowMentee: 'missed',
  bothAbsent: 'missed',
  technicalFailure: 'excluded',
  cancelled: 'excluded',
  lateCancellation: 'missed',
  excused: 'excluded',
} as const satisfies Record<Outcome, Weight>

type ExcludedOutcome = { [O in Outcome]: (typeof weights)[O] extends 'excluded' ? O : never }[Outcome]
/** Planned time that no rate counts, whatever came of it: known to the program, not to the verdict. */
type Outside = 'holiday' | 'beforeMatch' | 'afterClosure'
export type Exclusion = ExcludedOutcome | Outside

/** A rate with all that it is made of. `rate` is a share of 1, and null where nothing counts. */
export type AttendanceRate = {
  readonly numerator: number
  readonly denominator: number
  readonly rate: number | null
  readonly exclusions: Record<Exclusion, number>
}

/**
 * The attendance rate: held sessions of those that count. Cancelled in time, excused, failed for technical reasons and
 * not yet decided do not count; a late cancellation counts as not held. Sessions in `outside` are left out of `counts`
 * by the asker and only shown.
 */
export function attendanceRate(
  counts: Partial<Record<Outcome, number>>,
  outside: Partial<Record<Outside, number>> = {},
): AttendanceRate {
  const outcomes = Object.keys(weights) as Outcome[]
  const sum = (some: Outcome[]) => some.reduce((total, outcome) => total + (counts[outcome] ?? 0), 0)
  const numerator = counts.held ?? 0
  const denominator = sum(outcomes.filter((outcome) => weights[outcome] !== 'excluded'))
  return {
    numerator,
    denominator,
    rate: denominator === 0 ? null : numerator / denominator,
    exclusions: {
      upcoming: counts.upcoming ?? 0,
      cancelled: counts.cancelled ?? 0,
      excused: counts.excused ?? 0,
      technicalFailure: counts.technicalFailure ?? 0,
      holiday: outside.holiday ?? 0,
      beforeMatch: outside.beforeMatch ?? 0,
      afterClosure: outside.afterClosure ?? 0,
    },
  }
}

/** Whether a match needs a look: two or more missed among its last four sessions that count. Latest first. */
export function lowAttendance(latestFirst: readonly Outcome[]): boolean {
  const counted = latestFirst.map((outcome) => weights[outcome]).filter((weight) => weight !== 'excluded')
  return counted.slice(0, 4).filter((weight) => weight === 'missed').length >= 2
}
