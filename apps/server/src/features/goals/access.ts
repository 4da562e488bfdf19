import type { Goal, GoalId } from '@ithaca/contract'
import type { Audience, Tx } from '@ithaca/db'
import type { Action } from '@ithaca/domain/permissions'
import type { Actor } from '../../platform/actor.ts'
import { Refusal } from '../../platform/refusal.ts'
import { accessMatch } from '../matches/access.ts'
import { findGoal, lockGoal } from './store.ts'

/** A goal in the hands of somebody who may do with it what they asked for; nobody else changes it meanwhile. */
export type HeldGoal = {
  readonly goal: Goal
  /** The people of its match: who may hear its news. */
  readonly audience: Audience
}

/** The only way to hold a goal. Its match decides who may; a stranger and a wrong id get the same answer. */
export async function accessGoal(tx: Tx, actor: Actor, id: GoalId, action: Action): Promise<HeldGoal> {
  const matchId = await lockGoal(tx, id)
  if (!matchId) throw new Refusal('notFound')
  const { audience } = await accessMatch(tx, actor, matchId, action)
  const goal = await findGoal(tx, id)
  if (!goal) throw new Refusal('notFound')
  return { goal, audience }
}
