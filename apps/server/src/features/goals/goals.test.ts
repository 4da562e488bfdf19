import { randomUUID } from 'node:crypto'
import { type Goal, GoalId, goals, MatchId, NoteId, StepId } from '@ithaca/contract'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aHouse, type TestHouse } from '../../../test/house.ts'
import type { TestPerson } from '../../../test/people.ts'

let house: TestHouse

beforeAll(async () => {
  house = await aHouse((close) => afterAll(close))
})

/** A match of Ada and Bo, watched over by Cora. */
async function pair() {
  const { people, matchId } = await house.program({ mentor: 'ada', mentee: 'bo', coordinator: 'cora' })
  const { ada, bo, cora } = people
  if (!ada || !bo || !cora) throw new Error('the cast is not complete')
  return { ada, bo, cora, matchId }
}

const words = { title: 'Read a whole book', why: 'I want to know how it ends.', dueOn: '2026-06-30' }

function create(who: TestPerson, matchId: MatchId, id = GoalId.parse(randomUUID())) {
  return house.ask(who, goals.create, { params: { matchId }, body: { id, ...words } })
}

async function aGoal() {
  const cast = await pair()
  const { ok: goal } = await create(cast.bo, cast.matchId)
  return { ...cast, goal, params: { goalId: goal.id } }
}

function addStep(who: TestPerson, goalId: GoalId, text: string, id = StepId.parse(randomUUID())) {
  return house.ask(who, goals.addStep, { params: { goalId }, body: { id, text, dueOn: null } })
}

function history({ history: lines }: Goal) {
  return lines.map(({ what, from, to }) => [what, from, to])
}

test('a goal is written down together, and both hear it while the coordinator does not', async () => {
  const { ada, bo, cora, matchId } = await pair()
  const [adas, bos, coras] = await Promise.all([ada, bo, cora].map((who) => house.connect(who)))
  const { ok: goal } = await create(bo, matchId)
  expect(goal).toMatchObject({ ...words, matchId, state: 'active', createdById: bo.id, steps: [], notes: [] })
  expect(history(goal)).toEqual([['created', null, words.title]])
  for (const device of [adas, bos]) await vi.waitFor(() => expect(device?.heard('goals.changed')).toEqual([goal]))
  expect(coras?.heard('goals.changed')).toEqual([])
  expect((await house.ask(ada, goals.list, { params: { matchId } })).ok).toEqual([goal])
})

test("a retry is the same goal, and another's id is not found", async () => {
  const { ada, bo, matchId } = await pair()
  const other = await pair()
  const { ok: goal } = await create(bo, matchId)
  const device = await house.connect(ada)
  expect((await create(bo, matchId, goal.id)).ok).toEqual(goal)
  expect((await create(ada, matchId, goal.id)).refused).toBe('notFound')
  expect((await create(other.bo, other.matchId, goal.id)).refused).toBe('notFound')
  house.clock.pass(1000)
  const { ok: last } = await create(ada, matchId)
  await vi.waitFor(() => expect(device.heard('goals.changed')).toEqual([last]))
  expect((await house.ask(bo, goals.list, { params: { matchId } })).ok).toEqual([goal, last])
})

test('earlier words stay in the history, with who changed them', async () => {
  const { ada, bo, params } = await aGoal()
  const device = await house.connect(bo)
  house.clock.pass(60_000)
  const body = { title: 'Read two whole books', dueOn: null }
  const { ok: changed } = await house.ask(ada, goals.update, { params, body })
  expect(changed).toMatchObject({ ...words, ...body })
  expect(history(changed).slice(1)).toEqual([
    ['title', words.title, body.title],
    ['dueOn', words.dueOn, null],
  ])
  expect(changed.history.at(-1)).toMatchObject({ byId: ada.id, at: house.clock.now().toISOString() })
  expect((await house.ask(ada, goals.update, { params, body })).ok).toEqual(changed)
  await vi.waitFor(() => expect(device.heard('goals.changed')).toEqual([changed]))
})

test('what was reached is closed until it is taken up again, and notes stay welcome', async () => {
  const { ada, bo, goal, params } = await aGoal()
  const { ok: withStep } = await addStep(bo, goal.id, 'Choose one')
  const stepId = withStep.steps[0]?.id ?? StepId.parse(randomUUID())
  const update = (body: object) => house.ask(bo, goals.update, { params, body })
  expect((await update({ state: 'reached' })).ok.state).toBe('reached')
  expect((await update({ title: 'Another' })).refused).toBe('goals.closed')
  expect((await update({ state: 'parked' })).refused).toBe('goals.closed')
  expect((await addStep(bo, goal.id, 'Another')).refused).toBe('goals.closed')
  const tick = { params: { ...params, stepId }, body: { done: true } }
  expect((await house.ask(bo, goals.changeStep, tick)).refused).toBe('goals.closed')
  const note = { params, body: { id: NoteId.parse(randomUUID()), text: 'You did it!' } }
  expect((await house.ask(ada, goals.addNote, note)).ok.notes).toHaveLength(1)
  expect((await update({ state: 'active' })).ok.state).toBe('active')
  expect((await house.ask(bo, goals.changeStep, tick)).ok.steps[0]?.doneAt).not.toBeNull()
})

test('steps keep their order, are ticked off and reopened, and a retry adds none', async () => {
  const { ada, bo, goal, params } = await aGoal()
  const first = StepId.parse(randomUUID())
  await addStep(bo, goal.id, 'Choose one', first)
  const { ok: two } = await addStep(ada, goal.id, 'Begin')
  expect((await addStep(bo, goal.id, 'Choose one', first)).ok).toEqual(two)
  expect(two.steps.map(({ text }) => text)).toEqual(['Choose one', 'Begin'])
  const change = (body: object) =>
    house.ask(bo, goals.changeStep, { params: { ...params, stepId: first }, body }).then(({ ok }) => ok)
  const doneAt = house.clock.now().toISOString()
  expect((await change({ done: true })).steps[0]).toEqual({ id: first, text: 'Choose one', dueOn: null, doneAt })
  house.clock.pass(60_000)
  expect((await change({ done: true })).steps[0]?.doneAt).toBe(doneAt)
  const reworded = { text: 'Choose one you like', dueOn: '2026-04-01', done: true }
  expect((await change(reworded)).steps[0]?.doneAt).toBe(doneAt)
  const reopened = await change({ done: false })
  expect(reopened.steps[0]).toEqual({ id: first, text: 'Choose one you like', dueOn: '2026-04-01', doneAt: null })
  expect(history(reopened).slice(3)).toEqual([
    ['stepDone', null, 'Choose one'],
    ['stepChanged', 'Choose one', 'Choose one you like'],
    ['stepChanged', null, '2026-04-01'],
    ['stepReopened', null, 'Choose one you like'],
  ])
})

test('steps and notes belong to their goal: ids of another goal are not found', async () => {
  const { ada, bo, goal } = await aGoal()
  const other = await aGoal()
  const { ok: theirs } = await addStep(other.bo, other.goal.id, 'Theirs')
  const stepId = theirs.steps[0]?.id ?? StepId.parse(randomUUID())
  expect((await addStep(bo, goal.id, 'Mine', stepId)).refused).toBe('notFound')
  const tick = { params: { goalId: goal.id, stepId }, body: { done: true } }
  expect((await house.ask(bo, goals.changeStep, tick)).refused).toBe('notFound')
  const noted = { id: NoteId.parse(randomUUID()), text: 'Chapter one is done.' }
  const note = (who: TestPerson, goalId: GoalId) => house.ask(who, goals.addNote, { params: { goalId }, body: noted })
  const { ok: first } = await note(bo, goal.id)
  expect(first.notes).toEqual([{ ...noted, authorId: bo.id, at: house.clock.now().toISOString() }])
  expect((await note(bo, goal.id)).ok).toEqual(first)
  expect((await note(ada, goal.id)).refused).toBe('notFound')
  expect((await note(other.bo, other.goal.id)).refused).toBe('notFound')
})

test('two people who add steps at the same time lose none and agree on their order', async () => {
  const { ada, bo, goal } = await aGoal()
  await Promise.all(Array.from({ length: 10 }, (_, n) => addStep(n % 2 ? ada : bo, goal.id, `step ${n}`)))
  const { ok } = await house.ask(ada, goals.addNote, {
    params: { goalId: goal.id },
    body: { id: NoteId.parse(randomUUID()), text: 'All there?' },
  })
  expect(ok.steps.map(({ text }) => text).toSorted()).toEqual(Array.from({ length: 10 }, (_, n) => `step ${n}`))
  expect(ok.steps.map(({ text }) => text)).toEqual(ok.history.slice(1).map(({ to }) => to))
})

test('a stranger, a coordinator and a wrong id are not found', async () => {
  const { cora, goal, matchId } = await aGoal()
  const { ada: stranger } = await pair()
  const stepId = StepId.parse(randomUUID())
  const ask = (who: TestPerson, goalId: GoalId, match: MatchId) => {
    const params = { goalId }
    return Promise.all([
      house.ask(who, goals.list, { params: { matchId: match } }),
      create(who, match),
      house.ask(who, goals.update, { params, body: { title: 'Mine' } }),
      addStep(who, goalId, 'Mine'),
      house.ask(who, goals.changeStep, { params: { goalId, stepId }, body: { done: true } }),
      house.ask(who, goals.addNote, { params, body: { id: NoteId.parse(randomUUID()), text: 'Mine' } }),
    ])
  }
  const wrong = { goal: GoalId.parse(randomUUID()), match: MatchId.parse(randomUUID()) }
  for (const told of [
    await ask(stranger, goal.id, matchId),
    await ask(cora, goal.id, matchId),
    await ask(stranger, wrong.goal, wrong.match),
  ]) {
    expect(told.map(({ refused }) => refused)).toEqual(Array.from({ length: 6 }, () => 'notFound'))
  }
})

test.each([
  { title: '  ' },
  { title: 'x'.repeat(141) },
  { dueOn: 'tomorrow' },
  { dueOn: '2026-02-30' },
  { dueOn: '0000-01-01' },
  { state: 'done' },
  { owner: 'me' },
])('%o is no change of a goal', async (body) => {
  const { bo, params } = await aGoal()
  expect((await house.ask(bo, goals.update, { params, body: body as never })).refused).toBe('input.invalid')
})
