import type { Change, Goal, GoalId, MatchId, Note, Step } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import { changes, goals, notes, steps } from '@ithaca/db/schema/goals'
import { asc, eq, inArray } from 'drizzle-orm'

type NewGoal = Pick<Goal, 'id' | 'matchId' | 'title' | 'why' | 'dueOn' | 'createdById'> & { createdAt: Date }
type OfGoal<T> = T & { goalId: GoalId }

/** Adds a goal. False where its id is taken. */
export async function insertGoal(tx: Tx, goal: NewGoal): Promise<boolean> {
  const added = await tx.insert(goals).values(goal).onConflictDoNothing().returning({ id: goals.id })
  return added.length > 0
}

/** The match of a goal; the goal stays locked until the transaction ends, so that its history has no two truths. */
export async function lockGoal(tx: Tx, id: GoalId): Promise<MatchId | undefined> {
  const [row] = await tx.select({ matchId: goals.matchId }).from(goals).where(eq(goals.id, id)).for('update')
  return row?.matchId
}

/** One goal with all that belongs to it. */
export async function findGoal(tx: Tx, id: GoalId): Promise<Goal | undefined> {
  const [goal] = await withParts(tx, await tx.select().from(goals).where(eq(goals.id, id)))
  return goal
}

/** The goals of a match in the order they were written down. */
export async function findGoals(tx: Tx, matchId: MatchId): Promise<Goal[]> {
  const rows = await tx
    .select()
    .from(goals)
    .where(eq(goals.matchId, matchId))
    .orderBy(asc(goals.createdAt), asc(goals.id))
  return withParts(tx, rows)
}

/** Writes the words of a goal as they stand now. */
export async function updateGoal(tx: Tx, { id, title, why, dueOn, state }: Goal): Promise<void> {
  await tx.update(goals).set({ title, why, dueOn, state }).where(eq(goals.id, id))
}

/** Adds a step at the end. False where its id is taken. */
export async function insertStep(tx: Tx, goal: Goal, step: Pick<Step, 'id' | 'text' | 'dueOn'>): Promise<boolean> {
  const row = { ...step, goalId: goal.id, place: goal.steps.length + 1 }
  const added = await tx.insert(steps).values(row).onConflictDoNothing().returning({ id: steps.id })
  return added.length > 0
}

/** Writes the words of a step as they stand now. */
export async function updateStep(tx: Tx, { id, text, dueOn, doneAt }: Step): Promise<void> {
  const done = doneAt === null ? null : new Date(doneAt)
  await tx.update(steps).set({ text, dueOn, doneAt: done }).where(eq(steps.id, id))
}

/** Adds a note. False where its id is taken. */
export async function insertNote(tx: Tx, note: OfGoal<Omit<Note, 'at'>> & { at: Date }): Promise<boolean> {
  const added = await tx.insert(notes).values(note).onConflictDoNothing().returning({ id: notes.id })
  return added.length > 0
}

/** Adds lines to the history of a goal. */
export async function insertChanges(tx: Tx, goalId: GoalId, lines: readonly Change[]): Promise<void> {
  if (lines.length === 0) return
  await tx.insert(changes).values(lines.map((line) => ({ ...line, goalId, at: new Date(line.at) })))
}

async function withParts(tx: Tx, rows: (typeof goals.$inferSelect)[]): Promise<Goal[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const ownSteps = await tx.select().from(steps).where(inArray(steps.goalId, ids)).orderBy(steps.place, steps.id)
  const ownNotes = await tx.select().from(notes).where(inArray(notes.goalId, ids)).orderBy(notes.at, notes.id)
  const ownChanges = await tx.select().from(changes).where(inArray(changes.goalId, ids)).orderBy(changes.id)
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    steps: of(row.id, ownSteps).map(toStep),
    notes: of(row.id, ownNotes).map(({ id, authorId, text, at }) => ({ id, authorId, text, at: at.toISOString() })),
    history: of(row.id, ownChanges).map(({ at, byId, what, from, to }) => ({
      at: at.toISOString(),
      byId,
      what,
      from,
      to,
    })),
  }))
}

function of<T extends { goalId: GoalId }>(goalId: GoalId, rows: readonly T[]): T[] {
  return rows.filter((row) => row.goalId === goalId)
}

function toStep({ id, text, dueOn, doneAt }: typeof steps.$inferSelect): Step {
  return { id, text, dueOn, doneAt: doneAt?.toISOString() ?? null }
}
