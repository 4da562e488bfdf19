import { expect, test } from 'vitest'
import { line, median, percentile } from './figure.ts'

test('a figure says its ratio to the floor of the same run', () => {
  expect(line({ name: 'join', value: 300, unit: 'ms', floor: 200 })).toBe('join: 300 ms (1.5 × the floor of 200)')
  expect(line({ name: 'page', value: 61.234, unit: 'KiB', aim: '≤ 120' })).toBe('page: 61.2 KiB; aim ≤ 120')
})

test('percentiles look at the values in order', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(percentile([1, 2, 3, 4], 0.99)).toBe(4)
  expect(() => percentile([], 0.5)).toThrow('nothing')
})
