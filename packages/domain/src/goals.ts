import type { Change, Goal, GoalState, Step } from '@ithaca/contract'

/** The part of a goal whose changes are kept in its history. */
export type GoalWords = Pick<Goal, 'title' | 'why' | 'dueOn' | 'state'> & { readonly steps: readonly Step[] }

/** Which state may follow which. A goal that was reached or dropped can be taken up again; nothing is ever lost. */
const next = {
  active: ['reached', 'parked', 'dropped'],
  parked: ['active', 'reached', 'dropped'],
  reached: ['active'],
  dropped: ['active'],
} as const satisfies Record<GoalState, readonly GoalState[]>

/** The states a goal may go to from where it stands. */
export function nextStates(from: GoalState): readonly GoalState[] {
  return next[from]
}

/** Whether a goal may go from one state to another. Staying where it is changes nothing and is allowed. */
export function mayChangeState(from: GoalState, to: GoalState): boolean {
  return from === to || nextStates(from).includes(to)
}

/** Whether words, days and steps may still be changed. Notes stay welcome in every state: how it went is worth telling. */
export function mayEdit({ state }: { readonly state: GoalState }): boolean {
  return state === 'active' || state === 'parked'
}

/** How many steps are done. `share` is of 1, and null where there is no step to count. */
export function progress(steps: readonly Pick<Step, 'doneAt'>[]): {
  done: number
  total: number
  share: number | null
} {
  const total = steps.length
  const done = steps.filter(({ doneAt }) => doneAt !== null).length
  return { done, total, share: total === 0 ? null : done / total }
}

/**
 * The lines of history that lead from one state of a goal to the next, or one line where there was no goal before.
 * Goal words come first, then steps in the goal's order; a change that changes nothing leaves no line.
 */
export function describeChange(before: GoalWords | null, after: GoalWords, by: Pick<Change, 'byId' | 'at'>): Change[] {
  if (!before) return [{ ...by, what: 'created', from: null, to: after.title }]
  const words = (['title', 'why', 'dueOn', 'state'] as const)
    .filter((what) => before[what] !== after[what])
    .map((what) => ({ what, from: before[what], to: after[what] }))
  const earlier = new Map(before.steps.map((step) => [step.id, step]))
  const steps = after.steps.flatMap((step) => describeStep(earlier.get(step.id), step))
  return [...words, ...steps].map((line) => ({ ...by, ...line }))
}

type Line = Pick<Change, 'what' | 'from' | 'to'>

function describeStep(before: Step | undefined, after: Step): Line[] {
  if (!before) return [{ what: 'stepAdded', from: null, to: after.text }]
  const lines: Line[] = []
  if (before.text !== after.text) lines.push({ what: 'stepChanged', from: before.text, to: after.text })
  if (before.dueOn !== after.dueOn) lines.push({ what: 'stepChanged', from: before.dueOn, to: after.dueOn })
  if (before.doneAt === null && after.doneAt !== null) lines.push({ what: 'stepDone', from: null, to: after.text })
  if (before.doneAt !== null && after.doneAt === null) lines.push({ what: 'stepReopened', from: null, to: after.text })
  return lines
}
