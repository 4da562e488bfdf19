import type { Tie } from '@ithaca/contract'
import { expect, test } from 'vitest'
import { type Action, actions, can } from './permissions.ts'

const may = {
  mentor: [
    'program.read',
    'match.read',
    'session.read',
    'session.plan',
    'session.move',
    'session.cancel',
    'session.answer',
    'session.join',
    'attendance.session',
    'chat.read',
    'chat.send',
    'goal.read',
    'goal.write',
  ],
  coordinator: [
    'program.read',
    'program.people',
    'program.invite',
    'match.make',
    'match.read',
    'session.read',
    'session.plan',
    'session.move',
    'session.cancel',
    'session.join',
    'attendance.read',
    'attendance.session',
    'attendance.correct',
  ],
} satisfies Record<string, Action[]>

test.each([
  ['mentor', may.mentor],
  ['mentee', may.mentor],
  ['coordinator', may.coordinator],
] as [Tie, Action[]][])('a %s may do exactly this', (tie, allowed) => {
  expect(actions.filter((action) => can([tie], action)).toSorted()).toEqual(allowed.toSorted())
})

test('a stranger may do nothing, and two ties allow what either allows', () => {
  expect(actions.filter((action) => can([], action))).toEqual([])
  expect(actions.every((action) => can(['coordinator', 'mentor'], action))).toBe(true)
})
