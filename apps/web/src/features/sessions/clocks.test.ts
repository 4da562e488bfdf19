import { expect, test } from 'vitest'
import { ada, bo, cy } from '../../test/people.ts'
import { otherClocks } from './clocks.ts'

const reader = { locale: 'en', zone: ada.zone }
const time = { startsAt: '2026-11-24T15:00:00.000Z', endsAt: '2026-11-24T15:30:00.000Z' }

test('the clocks of others are told by place, and those that agree are not told', () => {
  const [clock, ...more] = otherClocks(time, [bo, { ...cy, zone: bo.zone }, { ...cy, zone: 'Asia/Riyadh' }], reader)
  expect(clock).toEqual({
    zone: 'Europe/Oslo',
    city: 'Oslo',
    names: ['Bo Larsen', 'Cy Ortiz'],
    time: expect.stringMatching(/^4:00\s–\s4:30\sPM$/u),
    day: null,
  })
  expect(more).toEqual([])
})

test('another day there is told with the time', () => {
  const [clock] = otherClocks(time, [{ ...cy, zone: 'Pacific/Auckland' }], reader)
  expect(clock?.day).toBe('Wednesday, November 25')
})

test('the same time of another day is another time', () => {
  const [clock] = otherClocks(time, [{ ...cy, zone: 'Pacific/Kiritimati' }], { locale: 'en', zone: 'Pacific/Honolulu' })
  expect(clock?.day).toBe('Wednesday, November 25')
})

test('two places agree in winter and differ in summer', () => {
  const reader = { locale: 'en', zone: 'Africa/Lagos' }
  expect(otherClocks(time, [bo], reader)).toEqual([])
  const summer = { startsAt: '2026-07-01T15:00:00.000Z', endsAt: '2026-07-01T15:30:00.000Z' }
  expect(otherClocks(summer, [bo], reader)).toHaveLength(1)
})
