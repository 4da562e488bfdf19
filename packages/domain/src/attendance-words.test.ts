import type { UserId } from '@ithaca/contract'
import { describe, expect, test } from 'vitest'
import { at, facts, mentee, mentor, person, trying } from './attendance.fixtures.ts'
import { judge } from './attendance.ts'
import { explain } from './attendance-words.ts'
import { factsFrom } from './attendance-wire.ts'

const minute = 60_000
const explained = (given: ReturnType<typeof facts>) => explain(judge(given), given)
const codes = (given: ReturnType<typeof facts>) => explained(given).map(({ code }) => code)

test('a held session tells of the time together, the threshold, and what is remarkable of each', () => {
  const bo = trying(mentee('10:07-10:12 phone', '10:12:20-10:30 laptop', '09:00-09:10 desk'), '10:06', '10:07')
  expect(explained(facts([mentor('09:58-10:31'), bo]))).toEqual([
    { code: 'together', values: { ms: 23 * minute, stretches: 1 } },
    { code: 'heldBecause', values: { dyadMs: 23 * minute, thresholdMs: 15 * minute } },
    { code: 'present', userId: 'ada', values: { ms: 33 * minute } },
    { code: 'present', userId: 'bo', values: { ms: 23 * minute } },
    { code: 'devices', userId: 'bo', values: { count: 2 } },
    { code: 'bridged', userId: 'bo', values: { gaps: 1, limitMs: 30_000 } },
    { code: 'late', userId: 'bo', values: { ms: 7 * minute, limitMs: 5 * minute } },
    { code: 'attempts', userId: 'bo', values: { count: 2 } },
  ])
})

test('a technical failure tells of the attempts, and that it is help', () => {
  const given = facts([mentor('10:00-10:25'), trying(mentee('10:05-10:05:40'), '10:01', '10:05')])
  expect(explained(given)).toContainEqual({
    code: 'technicalFailure',
    userId: 'bo',
    values: { presentMs: 40_000, limitMs: minute, attempts: 2 },
  })
})

test('one device, one attempt and one stretch are nothing to tell', () => {
  const bo = trying(mentee('10:00-10:30 phone'), '10:00')
  expect(codes(facts([mentor('10:00-10:30'), bo]))).toEqual(['together', 'heldBecause', 'present', 'present'])
})

test('who left early is told by how much', () => {
  expect(explained(facts([mentor('10:00-10:30'), mentee('10:00-10:10', '10:15-10:25')]))).toContainEqual({
    code: 'leftEarly',
    userId: 'bo',
    values: { ms: 5 * minute },
  })
})

describe('every outcome has its sentence', () => {
  const there = mentor('10:00-10:30')
  test.each([
    ['partial', facts([there, mentee('10:00-10:05')]), 'partialBecause'],
    ['partial without a moment together', facts([mentor('10:00-10:05'), mentee('10:10-10:20')]), 'neverTogether'],
    ['a mentee missing', facts([there, mentee()]), 'noShow'],
    ['both missing', facts([mentor(), mentee()]), 'bothAbsent'],
    ['cancelled', facts([], { cancelledAt: '06:00' }), 'cancelled'],
    ['cancelled late', facts([], { cancelledAt: '09:00' }), 'lateCancellation'],
    ['excused', facts([mentor(), mentee()], { excused: true }), 'excused'],
    ['undecided', facts([mentor(), mentee()], { now: '09:00' }), 'undecided'],
  ])('%s', (_, given, code) => {
    expect(codes(given)).toContain(code)
  })
})

test('a cancellation tells how long before', () => {
  expect(explained(facts([person('ada', 'mentor')], { cancelledAt: '09:15' }))).toEqual([
    { code: 'lateCancellation', values: { beforeMs: 45 * minute, limitMs: 180 * minute } },
  ])
})

test('a provisional verdict tells until when', () => {
  const given = facts([mentor(), mentee()], { now: '10:40' })
  expect(explained(given).at(-1)).toEqual({ code: 'provisional', values: { finalAt: at('10:45') } })
  expect(codes({ ...given, now: at('10:45') })).not.toContain('provisional')
})

test('facts from the wire give the same verdict, and a guest of the session is its coordinator', () => {
  const [ada, bo, eve] = ['a', 'b', 'e'].map((letter) => letter.repeat(8) as UserId)
  const seat = { seatId: 's' as never }
  const iso = (time: string) => new Date(at(time)).toISOString()
  const seen = (userId: UserId, from: string, to: string, ended: boolean) => ({
    ...seat,
    userId,
    startedAt: iso(from),
    lastSeenAt: iso(to),
    endedAt: ended ? iso(to) : null,
  })
  const given = facts([])
  if (!ada || !bo || !eve) throw new Error('three people are needed')
  const wire = factsFrom({
    session: {
      startsAt: iso('10:00'),
      endsAt: iso('10:30'),
      state: 'planned',
      cancelled: null,
      people: [
        { id: ada, tie: 'mentor' },
        { id: bo, tie: 'mentee' },
      ],
    },
    rule: given.rule,
    intervals: [
      seen(ada, '10:00', '10:30', true),
      seen(eve, '10:00', '10:20', true),
      seen(ada, '10:31', '10:32', false),
    ],
    attempts: [{ ...seat, userId: bo, kind: 'join', at: iso('10:05') }],
    excused: false,
    now: given.now,
  })
  const verdict = judge(wire)
  expect(verdict.outcome).toBe('technicalFailure')
  expect(verdict.people.map(({ tie, presentMs }) => [tie, presentMs / minute])).toEqual([
    ['mentor', 31],
    ['mentee', 0],
    ['coordinator', 20],
  ])
  const cancelled = { reason: 'ill' as const, words: '', at: iso('09:00') }
  const off = { startsAt: iso('10:00'), endsAt: iso('10:30'), state: 'cancelled' as const, cancelled, people: [] }
  const told = factsFrom({
    session: off,
    rule: given.rule,
    intervals: [],
    attempts: [],
    excused: false,
    now: given.now,
  })
  expect(judge(told).outcome).toBe('lateCancellation')
})
