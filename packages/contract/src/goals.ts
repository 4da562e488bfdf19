import { z } from 'zod'
import { Day, Instant, Text } from './common.ts'
import { event, route } from './define.ts'
import { GoalId, MatchId, NoteId, StepId, UserId } from './ids.ts'

export const GoalState = z.enum(['active', 'reached', 'parked', 'dropped'])
export type GoalState = z.infer<typeof GoalState>

const Title = Text.trim().min(1).max(140)
const Why = Text.trim().max(1000)
const StepText = Text.trim().min(1).max(300)
const NoteText = Text.trim().min(1).max(2000)

export const Step = z.object({ id: StepId, text: StepText, dueOn: Day.nullable(), doneAt: Instant.nullable() })
export type Step = z.infer<typeof Step>

/** A note on how it goes. */
export const Note = z.object({ id: NoteId, authorId: UserId, text: NoteText, at: Instant })
export type Note = z.infer<typeof Note>

/** One line of a goal's history: who changed what, from which words to which. */
export const Change = z.object({
  at: Instant,
  byId: UserId,
  what: z.enum(['created', 'title', 'why', 'dueOn', 'state', 'stepAdded', 'stepDone', 'stepReopened', 'stepChanged']),
  from: z.string().nullable(),
  to: z.string().nullable(),
})
export type Change = z.infer<typeof Change>

export const Goal = z.object({
  id: GoalId,
  matchId: MatchId,
  title: Title,
  why: Why,
  dueOn: Day.nullable(),
  state: GoalState,
  createdById: UserId,
  createdAt: Instant,
  steps: z.array(Step),
  notes: z.array(Note),
  history: z.array(Change),
})
export type Goal = z.infer<typeof Goal>

const one = z.strictObject({ goalId: GoalId })
const inMatch = z.strictObject({ matchId: MatchId })

export const goals = {
  list: route({
    method: 'GET',
    path: '/matches/:matchId/goals',
    access: 'signedIn',
    summary: 'The goals of a match, for its people.',
    params: inMatch,
    reply: z.array(Goal),
  }),
  create: route({
    method: 'POST',
    path: '/matches/:matchId/goals',
    access: 'signedIn',
    summary: 'Write down a goal together.',
    limit: 60,
    params: inMatch,
    body: z.strictObject({ id: GoalId, title: Title, why: Why, dueOn: Day.nullable() }),
    reply: Goal,
  }),
  update: route({
    method: 'PATCH',
    path: '/goals/:goalId',
    access: 'signedIn',
    summary: 'Change a goal; the earlier words stay in its history.',
    limit: 120,
    params: one,
    body: z.strictObject({
      title: Title.optional(),
      why: Why.optional(),
      dueOn: Day.nullable().optional(),
      state: GoalState.optional(),
    }),
    reply: Goal,
  }),
  addStep: route({
    method: 'POST',
    path: '/goals/:goalId/steps',
    access: 'signedIn',
    summary: 'Add a step on the way to a goal.',
    limit: 120,
    params: one,
    body: z.strictObject({ id: StepId, text: StepText, dueOn: Day.nullable() }),
    reply: Goal,
  }),
  changeStep: route({
    method: 'PATCH',
    path: '/goals/:goalId/steps/:stepId',
    access: 'signedIn',
    summary: 'Reword a step, give it another day, or tick it off.',
    limit: 120,
    params: z.strictObject({ goalId: GoalId, stepId: StepId }),
    body: z.strictObject({ text: StepText.optional(), dueOn: Day.nullable().optional(), done: z.boolean().optional() }),
    reply: Goal,
  }),
  addNote: route({
    method: 'POST',
    path: '/goals/:goalId/notes',
    access: 'signedIn',
    summary: 'Note how it goes.',
    limit: 120,
    params: one,
    body: z.strictObject({ id: NoteId, text: NoteText }),
    reply: Goal,
  }),
  changed: event({ name: 'goals.changed', payload: Goal }),
}
