import { GoalState, type Step, type StepId, type UserId } from '@ithaca/contract'
import { describe, expect, test } from 'vitest'
import { describeChange, type GoalWords, mayChangeState, mayEdit, nextStates, progress } from './goals.ts'

const by = { byId: 'ada' as UserId, at: '2026-11-23T10:00:00.000Z' }
const done = '2026-11-22T10:00:00.000Z'
const step = (id: string, text: string, more: Partial<Step> = {}): Step => ({
  id: id as StepId,
  text,
  dueOn: null,
  doneAt: null,
  ...more,
})
const goal: GoalWords = {
  title: 'Write the letter',
  why: 'To apply',
  dueOn: '2026-12-01',
  state: 'active',
  steps: [step('1', 'Find the address'), step('2', 'Write a draft', { doneAt: done })],
}

test.each([
  ['active', ['reached', 'parked', 'dropped'], true],
  ['parked', ['active', 'reached', 'dropped'], true],
  ['reached', ['active'], false],
  ['dropped', ['active'], false],
] as [GoalState, GoalState[], boolean][])('a goal that is %s', (state, next, editable) => {
  expect(nextStates(state)).toEqual(next)
  expect(GoalState.options.filter((to) => mayChangeState(state, to)).toSorted()).toEqual([...next, state].toSorted())
  expect(mayEdit({ state })).toBe(editable)
})

test('progress counts steps, and none is no share', () => {
  expect(progress(goal.steps)).toEqual({ done: 1, total: 2, share: 0.5 })
  expect(progress([step('1', 'a'), step('2', 'b'), step('3', 'c', { doneAt: done })])).toMatchObject({
    done: 1,
    total: 3,
  })
  expect(progress([])).toEqual({ done: 0, total: 0, share: null })
})

describe('history', () => {
  test('a new goal is one line', () => {
    expect(describeChange(null, goal, by)).toEqual([{ ...by, what: 'created', from: null, to: 'Write the letter' }])
  })

  test('what did not change leaves no line', () => {
    expect(describeChange(goal, structuredClone(goal), by)).toEqual([])
  })

  test('words, days and the state keep what they were', () => {
    const after: GoalWords = {
      ...goal,
      title: 'Send the letter',
      why: 'To apply in time',
      dueOn: null,
      state: 'parked',
    }
    expect(describeChange(goal, after, by)).toEqual([
      { ...by, what: 'title', from: 'Write the letter', to: 'Send the letter' },
      { ...by, what: 'why', from: 'To apply', to: 'To apply in time' },
      { ...by, what: 'dueOn', from: '2026-12-01', to: null },
      { ...by, what: 'state', from: 'active', to: 'parked' },
    ])
  })

  test('steps are added, reworded, given a day, ticked off and taken up again', () => {
    const steps = [
      step('1', 'Find the right address', { dueOn: '2026-11-25', doneAt: done }),
      step('2', 'Write a draft'),
      step('3', 'Post it'),
    ]
    expect(describeChange(goal, { ...goal, steps }, by)).toEqual([
      { ...by, what: 'stepChanged', from: 'Find the address', to: 'Find the right address' },
      { ...by, what: 'stepChanged', from: null, to: '2026-11-25' },
      { ...by, what: 'stepDone', from: null, to: 'Find the right address' },
      { ...by, what: 'stepReopened', from: null, to: 'Write a draft' },
      { ...by, what: 'stepAdded', from: null, to: 'Post it' },
    ])
  })
})
