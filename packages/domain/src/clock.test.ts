import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countdown, dayDifference, instantOf, sameWallDay, wallTime, wallTimeKind, zoneOffsetWords } from './clock.ts'

const iso = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z')

test.each([
  ['2026-11-23T22:30:00Z', 'Africa/Nairobi', { date: '2026-11-24', time: '01:30', weekday: 2 }],
  ['2026-11-23T22:30:59Z', 'America/Bogota', { date: '2026-11-23', time: '17:30', weekday: 1 }],
  ['2026-11-22T18:14:00Z', 'Asia/Kathmandu', { date: '2026-11-22', time: '23:59', weekday: 7 }],
])('%s on the wall of %s', (instant, zone, expected) => {
  expect(wallTime(instant, zone)).toEqual(expected)
  expect(wallTime(Date.parse(instant), zone)).toEqual(expected)
})

describe('the edges of summer time', () => {
  test.each([
    ['the hour before the gap', '2026-03-29', '01:30', 'Europe/Berlin', '2026-03-29T00:30:00Z', 'once'],
    ['inside the gap: after it', '2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00Z', 'skipped'],
    ['the hour after the gap', '2026-03-29', '03:30', 'Europe/Berlin', '2026-03-29T01:30:00Z', 'once'],
    ['the hour that comes twice: the first', '2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z', 'twice'],
    ['the hour after it', '2026-10-25', '03:30', 'Europe/Berlin', '2026-10-25T02:30:00Z', 'once'],
    ['the gap of New York', '2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00Z', 'skipped'],
    ['the twice of New York', '2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00Z', 'twice'],
    ['half an hour on Lord Howe', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00Z', 'skipped'],
    ['a midnight that is skipped', '2026-04-24', '00:30', 'Africa/Cairo', '2026-04-23T22:30:00Z', 'skipped'],
    ['no summer time at all', '2026-03-29', '02:30', 'Africa/Nairobi', '2026-03-28T23:30:00Z', 'once'],
  ] as const)('%s', (_, date, time, zone, expected, kind) => {
    expect(iso(instantOf(date, time, zone))).toBe(expected)
    expect(wallTimeKind(date, time, zone)).toBe(kind)
  })

  test('ten in the morning stays ten over the edge, and the days are 23 and 25 hours apart', () => {
    const days = ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25'].map((day) =>
      instantOf(day, '10:00', 'Europe/Berlin'),
    )
    const [a = 0, b = 0, c = 0, d = 0] = days
    expect([(b - a) / 3_600_000, (d - c) / 3_600_000]).toEqual([23, 25])
  })

  test('what a wall shows leads back to the same instant, except in the second of two equal hours', () => {
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Africa/Cairo',
    )
    const minutes = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2027, 0, 1) / 60_000 })
    fc.assert(
      fc.property(minutes, zones, (minute, zone) => {
        const { date, time } = wallTime(minute * 60_000, zone)
        const back = instantOf(date, time, zone)
        if (wallTimeKind(date, time, zone) === 'once') expect(back).toBe(minute * 60_000)
        else expect(back).toBeLessThanOrEqual(minute * 60_000)
        expect(wallTime(back, zone)).toMatchObject({ date, time })
      }),
      { numRuns: 300 },
    )
  })
})

test('a day begins at midnight of the zone', () => {
  const [evening, night] = ['2026-11-23T22:59:00Z', '2026-11-23T23:00:00Z']
  expect(sameWallDay(evening, night, 'Europe/Berlin')).toBe(false)
  expect(sameWallDay(evening, night, 'UTC')).toBe(true)
})

test.each([
  ['2026-11-23T22:30:00Z', 'America/Bogota', 'Africa/Nairobi', 1],
  ['2026-11-23T22:30:00Z', 'Africa/Nairobi', 'America/Bogota', -1],
  ['2026-11-30T12:00:00Z', 'America/Bogota', 'Africa/Nairobi', 0],
  ['2026-11-30T22:30:00Z', 'America/Bogota', 'Africa/Nairobi', 1],
])('at %s, from %s, the day in %s differs by %d', (instant, zone, other, days) => {
  expect(dayDifference(instant, zone, other)).toBe(days)
})

test.each([
  [0, { past: true, days: 0, hours: 0, minutes: 0, seconds: 0 }],
  [1, { past: false, days: 0, hours: 0, minutes: 0, seconds: 1 }],
  [59_001, { past: false, days: 0, hours: 0, minutes: 1, seconds: 0 }],
  [86_400_000, { past: false, days: 1, hours: 0, minutes: 0, seconds: 0 }],
  [-86_400_000, { past: true, days: 1, hours: 0, minutes: 0, seconds: 0 }],
  [-3_600_000, { past: true, days: 0, hours: 1, minutes: 0, seconds: 0 }],
  [90_061_000, { past: false, days: 1, hours: 1, minutes: 1, seconds: 1 }],
  [-61_999, { past: true, days: 0, hours: 0, minutes: 1, seconds: 1 }],
])('%d ms are counted down as parts', (ms, parts) => {
  expect(countdown(ms)).toEqual(parts)
})

test.each([
  ['2026-11-23T12:00:00Z', 'Europe/Berlin', 'Africa/Nairobi', { code: 'ahead', hours: 2, minutes: 0 }],
  ['2026-07-23T12:00:00Z', 'Europe/Berlin', 'Africa/Nairobi', { code: 'ahead', hours: 1, minutes: 0 }],
  ['2026-11-23T12:00:00Z', 'Asia/Kathmandu', 'America/Bogota', { code: 'behind', hours: 10, minutes: 45 }],
  ['2026-11-23T12:00:00Z', 'Europe/Berlin', 'Europe/Madrid', { code: 'same', hours: 0, minutes: 0 }],
])('at %s, seen from %s, %s is so far away', (instant, zone, other, words) => {
  expect(zoneOffsetWords(instant, zone, other)).toEqual(words)
})
