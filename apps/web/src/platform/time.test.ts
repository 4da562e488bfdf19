import { expect, test } from 'vitest'
import { city, countdown, lengthOf, relative, sameDay, span, wallTime } from './time.ts'

const nairobi = { locale: 'en', zone: 'Africa/Nairobi' }
const lima = { locale: 'en', zone: 'America/Lima' }
const plain = (text: string) => text.replaceAll(/[\u202f\u2009\u00a0]/g, ' ')

test('one instant is told on the clock and in the language of each reader', () => {
  const at = '2026-11-24T15:00:00.000Z'
  expect(plain(wallTime(at, nairobi))).toBe('6:00 PM')
  expect(plain(wallTime(at, lima))).toBe('10:00 AM')
  expect(wallTime(at, { ...nairobi, locale: 'es' })).toBe('18:00')
  expect(plain(span(at, '2026-11-24T15:45:00.000Z', nairobi))).toBe('6:00 – 6:45 PM')
  expect(plain(span('2026-11-24T20:05:00.000Z', '2026-11-24T21:35:00.000Z', nairobi))).toBe('11:05 PM – 12:35 AM')
  expect(sameDay('2026-11-24T20:30:00.000Z', '2026-11-24T22:30:00.000Z', nairobi)).toBe(false)
  expect(sameDay('2026-11-24T20:30:00.000Z', '2026-11-24T22:30:00.000Z', lima)).toBe(true)
  expect(city('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
})

test.each([
  [0, '0 min'],
  [40_000, '40 sec'],
  [59_600, '1 min'],
  [89_000, '1 min'],
  [1_379_999, '23 min'],
  [3_900_000, '1 hr, 5 min'],
])('%i milliseconds are %s, rounded and never floored', (milliseconds, words) => {
  expect(lengthOf(milliseconds, 'en')).toBe(words)
})

test.each([
  [-5000, '00:00'],
  [2_540_000, '42:20'],
  [3_600_000, '1 hr, 0 min'],
  [90_000_000, '1 day, 1 hr'],
])('with %i milliseconds to go the countdown says %s', (milliseconds, words) => {
  expect(countdown(milliseconds, 'en')).toBe(words)
})

test('an instant is told as seen from now', () => {
  const now = Date.parse('2026-11-24T15:00:00.000Z')
  expect(relative('2026-11-24T14:55:00.000Z', now, 'en')).toBe('5 minutes ago')
  expect(relative('2026-11-25T16:00:00.000Z', now, 'en')).toBe('tomorrow')
})
