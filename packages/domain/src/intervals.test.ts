import { expect, test } from 'vitest'
import { clip, intersect, length, union } from './intervals.ts'

const of = (...pairs: [number, number][]) => pairs.map(([start, end]) => ({ start, end }))

test.each([
  ['overlapping', of([0, 10], [5, 20]), 0, of([0, 20])],
  ['touching', of([0, 10], [10, 20]), 0, of([0, 20])],
  ['one inside the other', of([0, 20], [5, 10]), 0, of([0, 20])],
  ['apart', of([11, 20], [0, 10]), 0, of([0, 10], [11, 20])],
  ['apart by the least there is', of([0, 10], [11, 20]), 0, of([0, 10], [11, 20])],
  [
    'several, joined to the last and not the first',
    of([0, 10], [20, 30], [25, 40], [39, 41]),
    0,
    of([0, 10], [20, 41]),
  ],
  ['apart by the gap', of([0, 10], [13, 20]), 3, of([0, 20])],
  ['apart by more than the gap', of([0, 10], [14, 20]), 3, of([0, 10], [14, 20])],
  ['empty and turned around', of([5, 5], [9, 2]), 3, []],
])('a union of stretches that are %s', (_, parts, gap, expected) => {
  expect(union(parts, gap)).toEqual(expected)
})

test('an intersection keeps what lies in both, and touching is nothing', () => {
  expect(intersect(of([0, 10], [20, 30], [40, 50]), of([5, 25], [30, 40]))).toEqual(of([5, 10], [20, 25]))
  expect(intersect(of([0, 10], [5, 20]), of([0, 12], [12, 30]))).toEqual(of([0, 20]))
  expect(intersect(of([0, 100]), of([1, 2], [3, 4], [5, 6]))).toEqual(of([1, 2], [3, 4], [5, 6]))
  expect(intersect(of([0, 10]), [])).toEqual([])
})

test('a clip keeps what lies inside the window', () => {
  expect(clip(of([0, 10], [15, 25], [30, 40], [18, 19]), { start: 5, end: 20 })).toEqual(
    of([5, 10], [15, 20], [18, 19]),
  )
})

test('a length counts time once', () => {
  expect(length(of([0, 10], [5, 20], [30, 31]))).toBe(21)
})
