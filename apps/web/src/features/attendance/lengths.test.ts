import { expect, test } from 'vitest'
import { comparedLengths, exactLength } from './lengths.ts'

const minute = 60_000

test.each([
  [0, '0 sec'],
  [59_400, '59 sec'],
  [22 * minute + 41_000, '22 min, 41 sec'],
  [61 * minute, '1 hr, 1 min'],
])('%i ms are exactly %s', (ms, words) => {
  expect(exactLength(ms, 'en')).toBe(words)
})

test('lengths that are compared are exact where rounding would hide the difference', () => {
  expect(comparedLengths(8 * minute + 20_000, 15 * minute, 'en')).toEqual(['8 min', '15 min'])
  expect(comparedLengths(15 * minute - 1_000, 15 * minute, 'en')).toEqual(['14 min, 59 sec', '15 min'])
  expect(comparedLengths(15 * minute, 15 * minute, 'en')).toEqual(['15 min', '15 min'])
})
