import type { Goal } from '@ithaca/contract'
import { goals } from '@ithaca/contract/goals'
import { listen } from '../../platform/live.ts'
import { put } from '../../platform/query.ts'

/** Hears of every goal that is written down or changed. */
export function hearGoals(): () => void {
  return listen('goals.changed', keepGoal)
}

/** Puts a goal as it stands now onto every screen that shows it. */
export function keepGoal(goal: Goal): void {
  put(goals.list, [{ params: { matchId: goal.matchId } }], (known) => applyGoal(known, goal))
}

/** The goals of a match after news of one: in its place, or at the end where it is new. Older news changes nothing. */
export function applyGoal(known: readonly Goal[], goal: Goal): Goal[] {
  const before = known.find(({ id }) => id === goal.id)
  if (!before) return [...known, goal]
  return known.map((one) => (one.id === goal.id && isNotOlder(one, goal) ? goal : one))
}

// Nothing of a goal's history or notes is ever lost, so the longer one is the later one.
function isNotOlder(before: Goal, after: Goal): boolean {
  return after.history.length + after.notes.length >= before.history.length + before.notes.length
}
