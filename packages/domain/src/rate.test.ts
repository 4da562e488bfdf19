import { Outcome } from '@ithaca/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attendanceRate, lowAttendance } from './rate.ts'

test('a rate opens to what it is made of', () => {
  const counts = {
    held: 6,
    partial: 1,
    noShowMentee: 1,
    noShowMentor: 1,
    bothAbsent: 1,
    lateCancellation: 2,
    cancelled: 3,
    excused: 4,
    technicalFailure: 5,
    upcoming: 7,
  }
  expect(attendanceRate(counts, { holiday: 2 })).toEqual({
    numerator: 6,
    denominator: 12,
    rate: 0.5,
    exclusions: {
      upcoming: 7,
      cancelled: 3,
      excused: 4,
      technicalFailure: 5,
      holiday: 2,
      beforeMatch: 0,
      afterClosure: 0,
    },
  })
})

test('where nothing counts there is no rate', () => {
  const { exclusions, ...rate } = attendanceRate({ cancelled: 2 })
  expect(rate).toEqual({ numerator: 0, denominator: 0, rate: null })
  expect(Object.values(exclusions).filter((count) => count > 0)).toEqual([2])
  expect(Object.values(attendanceRate({}).exclusions).every((count) => count === 0)).toBe(true)
})

test('every session is either counted or excluded, once', () => {
  const counts = fc.record(Object.fromEntries(Outcome.options.map((outcome) => [outcome, fc.nat(50)])))
  fc.assert(
    fc.property(counts, (given) => {
      const { numerator, denominator, exclusions } = attendanceRate(given)
      const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
      expect(denominator + sum(Object.values(exclusions))).toBe(sum(Object.values(given)))
      expect(numerator).toBeLessThanOrEqual(denominator)
    }),
  )
})

test.each([
  ['two of four', ['noShowMentee', 'held', 'held', 'lateCancellation'], true],
  ['one of four', ['noShowMentee', 'held', 'held', 'held', 'bothAbsent'], false],
  [
    'what does not count is passed over',
    ['bothAbsent', 'excused', 'cancelled', 'upcoming', 'held', 'held', 'noShowMentor'],
    true,
  ],
  ['partial is not missed', ['partial', 'partial', 'partial', 'noShowMentee'], false],
  ['nothing yet', [], false],
] as [string, Outcome[], boolean][])('low attendance: %s', (_, latestFirst, low) => {
  expect(lowAttendance(latestFirst)).toBe(low)
})
