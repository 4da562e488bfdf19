import { type Change, type Goal, type GoalId, goals, type Step } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import { describeChange, mayChangeState, mayEdit } from '@ithaca/domain/goals'
import type { Parts } from '../../parts.ts'
import type { Asked } from '../../platform/http/serve.ts'
import { Refusal } from '../../platform/refusal.ts'
import { accessMatch } from '../matches/access.ts'
import { accessGoal, type HeldGoal } from './access.ts'
import {
  findGoal,
  findGoals,
  insertChanges,
  insertGoal,
  insertNote,
  insertStep,
  updateGoal,
  updateStep,
} from './store.ts'

/** The goals of a match. */
export async function list({ db }: Parts, { actor, params }: Asked<typeof goals.list>): Promise<Goal[]> {
  return db.transaction(async (tx) => {
    const { id } = await accessMatch(tx, actor, params.matchId, 'goal.read')
    return findGoals(tx, id)
  })
}

/** Writes down a goal. Written down again with the same id it is the same goal. */
export async function create({ db, now }: Parts, { actor, params, body }: Asked<typeof goals.create>): Promise<Goal> {
  return db.transaction(async (tx) => {
    const match = await accessMatch(tx, actor, params.matchId, 'goal.write')
    const at = now()
    const fresh = await insertGoal(tx, { ...body, matchId: match.id, createdById: actor.id, createdAt: at })
    const goal = await standing(tx, body.id)
    if (goal.matchId !== match.id || goal.createdById !== actor.id) throw new Refusal('notFound')
    if (!fresh) return goal
    tx.audit(actor.id, 'goals.create', goal.id)
    return tell(
      tx,
      { goal, audience: match.audience },
      describeChange(null, goal, { byId: actor.id, at: at.toISOString() }),
    )
  })
}

/** Changes the words, the day or the state of a goal. One that is reached or dropped must be taken up again first. */
export async function update({ db, now }: Parts, { actor, params, body }: Asked<typeof goals.update>): Promise<Goal> {
  return db.transaction(async (tx) => {
    const { goal, audience } = await accessGoal(tx, actor, params.goalId, 'goal.write')
    const after: Goal = { ...goal, ...given(body) }
    const lines = describeChange(goal, after, { byId: actor.id, at: now().toISOString() })
    if (lines.length === 0) return goal
    const onlyState = lines.every(({ what }) => what === 'state')
    if (!mayChangeState(goal.state, after.state)) throw new Refusal('goals.closed')
    if (!onlyState && !mayEdit(goal) && !mayEdit(after)) throw new Refusal('goals.closed')
    await updateGoal(tx, after)
    tx.audit(actor.id, 'goals.update', goal.id)
    return tell(tx, { goal, audience }, lines)
  })
}

/** Adds a step. Added again with the same id it is the same step. */
export async function addStep({ db, now }: Parts, { actor, params, body }: Asked<typeof goals.addStep>): Promise<Goal> {
  return db.transaction(async (tx) => {
    const { goal, audience } = await accessGoal(tx, actor, params.goalId, 'goal.write')
    if (goal.steps.some(({ id }) => id === body.id)) return goal
    if (!mayEdit(goal)) throw new Refusal('goals.closed')
    if (!(await insertStep(tx, goal, body))) throw new Refusal('notFound')
    tx.audit(actor.id, 'goals.addStep', goal.id)
    const after = { ...goal, steps: [...goal.steps, { ...body, doneAt: null }] }
    return tell(tx, { goal, audience }, describeChange(goal, after, { byId: actor.id, at: now().toISOString() }))
  })
}

/** Rewords a step, gives it another day, or ticks it off. */
export async function changeStep(
  { db, now }: Parts,
  { actor, params, body }: Asked<typeof goals.changeStep>,
): Promise<Goal> {
  return db.transaction(async (tx) => {
    const { goal, audience } = await accessGoal(tx, actor, params.goalId, 'goal.write')
    const before = goal.steps.find(({ id }) => id === params.stepId)
    if (!before) throw new Refusal('notFound')
    const at = now().toISOString()
    const step: Step = { ...before, ...given({ text: body.text, dueOn: body.dueOn }), doneAt: doneAt(before, body, at) }
    const after = { ...goal, steps: goal.steps.map((one) => (one.id === step.id ? step : one)) }
    const lines = describeChange(goal, after, { byId: actor.id, at })
    if (lines.length === 0) return goal
    if (!mayEdit(goal)) throw new Refusal('goals.closed')
    await updateStep(tx, step)
    tx.audit(actor.id, 'goals.changeStep', goal.id)
    return tell(tx, { goal, audience }, lines)
  })
}

/** Notes how it goes, whatever state the goal is in. Noted again with the same id it is the same note. */
export async function addNote({ db, now }: Parts, { actor, params, body }: Asked<typeof goals.addNote>): Promise<Goal> {
  return db.transaction(async (tx) => {
    const { goal, audience } = await accessGoal(tx, actor, params.goalId, 'goal.write')
    const before = goal.notes.find(({ id }) => id === body.id)
    if (before?.authorId === actor.id) return goal
    const fresh = await insertNote(tx, { ...body, goalId: goal.id, authorId: actor.id, at: now() })
    if (!fresh) throw new Refusal('notFound')
    tx.audit(actor.id, 'goals.addNote', goal.id)
    return tell(tx, { goal, audience }, [])
  })
}

/** Keeps the lines of history and tells the goal as it stands now. */
async function tell(tx: Tx, { goal, audience }: HeldGoal, lines: readonly Change[]): Promise<Goal> {
  await insertChanges(tx, goal.id, lines)
  const after = await standing(tx, goal.id)
  tx.publish(goals.changed, after, audience)
  return after
}

async function standing(tx: Tx, id: GoalId): Promise<Goal> {
  const goal = await findGoal(tx, id)
  if (!goal) throw new Refusal('notFound')
  return goal
}

function doneAt(before: Step, { done }: { done?: boolean | undefined }, at: string): string | null {
  if (done === undefined) return before.doneAt
  return done ? (before.doneAt ?? at) : null
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** The fields that were given, so that one left out does not wipe what stands. */
function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>
}
