import { type Change, type GoalState, GoalId, NoteId, StepId } from '@ithaca/contract'
import { wallTime } from '@ithaca/domain/clock'
import { match, type Where, type Who } from './cast.ts'
import { type DemoGoal, demoGoals } from './goals.ts'
import { between, idOf } from './ids.ts'
import { addDays, slot } from './weeks.ts'

const minuteMs = 60_000

type Line = { at: Date; by: Who; what: Change['what']; from: string | null; to: string | null }

/** A goal as its tables keep it, with the history that led to it. */
export type ToldGoal = Pick<DemoGoal, 'title' | 'why' | 'by'> & {
  id: GoalId
  where: Where
  dueOn: string | null
  state: GoalState
  createdAt: Date
  steps: { id: StepId; place: number; text: string; doneAt: Date | null }[]
  notes: { id: NoteId; author: Who; text: string; at: Date }[]
  history: Line[]
}

/** The goals of a match, told from their words and weeks. */
export function goalsOf(where: Where, now: number): ToldGoal[] {
  return (demoGoals[where] ?? []).map((goal, index) => tell(where, goal, { words: `goal ${where} ${index}`, now }))
}

function tell(where: Where, goal: DemoGoal, { words, now }: { words: string; now: number }): ToldGoal {
  /** Some minutes into the session of a week: goals are worked on while people talk. */
  const during = (week: number, what: string) => {
    const { startsAt } = slot(where, week, now)
    return new Date(
      startsAt + between(8, 26, `${words} ${what}`) * minuteMs + between(0, 59_999, `${words} ${what} ms`),
    )
  }
  const { by, title, why, due, ended } = goal
  const createdAt = during(goal.week, 'created')
  const steps = goal.steps.map(([text, doneWeek], index) => ({
    id: StepId.parse(idOf(`${words} step ${index}`)),
    place: index + 1,
    text,
    doneAt: doneWeek === null ? null : later(during(doneWeek, `done ${index}`), createdAt),
  }))
  const notes = goal.notes.map(([author, week, text], index) => {
    const at = later(during(week, `note ${index}`), createdAt)
    return { id: NoteId.parse(idOf(`${words} note ${index}`)), author, text, at }
  })
  return {
    id: GoalId.parse(idOf(words)),
    where,
    title,
    why,
    by,
    createdAt,
    dueOn: due === null ? null : addDays(wallTime(now, 'UTC').date, due),
    state: ended?.state ?? 'active',
    steps,
    notes,
    history: historyOf(goal, { createdAt, steps, mentee: match(where).mentees[0] ?? by, during }),
  }
}

type Known = Pick<ToldGoal, 'createdAt' | 'steps'> & { mentee: Who; during: (week: number, what: string) => Date }

function historyOf({ by, title, earlier, ended }: DemoGoal, { createdAt, steps, mentee, during }: Known): Line[] {
  const lines: Line[] = [{ at: createdAt, by, what: 'created', from: null, to: earlier?.title ?? title }]
  for (const { place, text, doneAt } of steps) {
    const addedAt = new Date(createdAt.getTime() + place * 40_000)
    lines.push({ at: addedAt, by, what: 'stepAdded', from: null, to: text })
    if (doneAt) lines.push({ at: later(doneAt, addedAt), by: mentee, what: 'stepDone', from: null, to: text })
  }
  if (earlier) {
    // Some while after the session: better words come later.
    const at = new Date(during(earlier.week, 'title').getTime() + 50 * minuteMs)
    lines.push({ at, by: mentee, what: 'title', from: earlier.title, to: title })
  }
  if (ended) {
    const { state, week } = ended
    const last = lines.reduce((latest, line) => (line.at > latest ? line.at : latest), createdAt)
    const at = later(during(week, 'ended'), last)
    lines.push({ at, by: ended.by, what: 'state', from: 'active', to: state })
  }
  return lines.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

/** Not before something else has happened. */
function later(at: Date, before: Date): Date {
  return at > before ? at : new Date(before.getTime() + 5 * minuteMs)
}
