import { expect, test } from 'vitest'
import { comesTwice, suggestedStart } from './suggestion.ts'

test('a new session is suggested for five in the afternoon of tomorrow, also across a change of the clocks', () => {
  expect(suggestedStart(Date.parse('2026-11-23T20:00:00Z'), 'Africa/Nairobi')).toBe('2026-11-24T14:00:00.000Z')
  expect(suggestedStart(Date.parse('2026-10-24T12:00:00Z'), 'Europe/Oslo')).toBe('2026-10-25T16:00:00.000Z')
  expect(suggestedStart(Date.parse('2026-03-28T12:00:00Z'), 'Europe/Oslo')).toBe('2026-03-29T15:00:00.000Z')
})

test('a time that a clock shows twice is noticed, both times it comes', () => {
  expect(comesTwice('2026-10-25T00:30:00.000Z', 'Europe/Oslo')).toBe(true)
  expect(comesTwice('2026-10-25T01:30:00.000Z', 'Europe/Oslo')).toBe(true)
  expect(comesTwice('2026-10-25T02:30:00.000Z', 'Europe/Oslo')).toBe(false)
})
