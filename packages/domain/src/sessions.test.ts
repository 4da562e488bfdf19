import { describe, expect, test } from 'vitest'
import { at } from './attendance.fixtures.ts'
import {
  cancellationKind,
  joinRefusal,
  mayCancel,
  mayLast,
  mayMove,
  mayOpen,
  mayPlan,
  opensAt,
  overAt,
  type PlannedSession,
  phase,
} from './sessions.ts'

const session: PlannedSession = { startsAt: at('10:00'), endsAt: at('10:30'), state: 'planned' }
const cancelled: PlannedSession = { ...session, state: 'cancelled' }

test.each([
  ['09:44:59', 'upcoming', 'sessions.notOpenYet'],
  ['09:45:00', 'open', null],
  ['09:59:59', 'open', null],
  ['10:00:00', 'running', null],
  ['10:30:00', 'running', null],
  ['10:59:59', 'running', null],
  ['11:00:00', 'over', 'sessions.over'],
])('at %s a session from 10:00 to 10:30 is %s', (time, expected, refusal) => {
  expect(phase(session, at(time))).toBe(expected)
  expect(joinRefusal(session, at(time))).toBe(refusal)
  expect(mayOpen(session, at(time))).toBe(refusal === null)
  expect(phase(cancelled, at(time))).toBe('cancelled')
  expect(joinRefusal(cancelled, at(time))).toBe('sessions.notPlanned')
})

test('the door opens by the rule on the session, else by the default', () => {
  expect(opensAt(session)).toBe(at('09:45'))
  expect(opensAt({ ...session, openBeforeMs: 5 * 60_000 })).toBe(at('09:55'))
  expect(overAt(session)).toBe(at('11:00'))
})

test.each([
  ['09:59:59.999', true],
  ['10:00:00.000', false],
])('a session may be moved and cancelled at %s: %s', (time, may) => {
  expect(mayMove(session, at(time))).toBe(may)
  expect(mayCancel(session, at(time))).toBe(may)
  expect(mayMove(cancelled, at(time))).toBe(false)
  expect(mayCancel(cancelled, at(time))).toBe(false)
})

describe('planning', () => {
  test.each([
    ['09:55', 30, true],
    ['09:54:59', 30, false],
    ['12:00', 14, false],
    ['12:00', 15, true],
    ['12:00', 180, true],
    ['12:00', 181, false],
    ['12:00', 30.5, false],
  ])('at ten, for %s and %d minutes: %s', (time, minutes, may) => {
    expect(mayPlan({ startsAt: at(time), minutes }, at('10:00'))).toBe(may)
  })

  test('a length that is no number is no length', () => {
    expect(mayLast(Number.NaN)).toBe(false)
  })
})

test.each([
  ['06:00', 'cancelled'],
  ['07:00', 'cancelled'],
  ['07:00:00.001', 'lateCancellation'],
  ['10:00', 'lateCancellation'],
])('a cancellation at %s of a session at ten is %s', (time, kind) => {
  expect(cancellationKind(session.startsAt, at(time))).toBe(kind)
})
