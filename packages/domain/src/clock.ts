import { Temporal } from 'temporal-polyfill'

/** An instant: milliseconds since the epoch, or ISO 8601 in UTC as it comes over the wire. */
export type At = number | string

/** What a clock and a calendar on the wall of a zone show. `weekday` is 1 for Monday to 7 for Sunday. */
export type WallTime = { readonly date: string; readonly time: string; readonly weekday: number }

/** What is left until an instant, or how long ago it was. */
export type Countdown = {
  readonly past: boolean
  readonly days: number
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
}

/** The wall clock of a zone at an instant: day as `2026-11-23`, time as `09:05`. */
export function wallTime(at: At, zone: string): WallTime {
  const there = inZone(at, zone)
  return {
    date: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
    weekday: there.dayOfWeek,
  }
}

/** Whether two instants fall on the same calendar day of a zone. */
export function sameWallDay(a: At, b: At, zone: string): boolean {
  return inZone(a, zone).toPlainDate().equals(inZone(b, zone).toPlainDate())
}

/** How many calendar days the other zone is ahead of mine at an instant: −1, 0 or 1. */
export function dayDifference(at: At, zone: string, otherZone: string): number {
  return inZone(at, zone).toPlainDate().until(inZone(at, otherZone).toPlainDate()).days
}

/**
 * Splits milliseconds into parts for a countdown. Time left is rounded up to the second, so that a countdown shows 0
 * only when the instant has come; time gone by is rounded down.
 */
export function countdown(ms: number): Countdown {
  const past = ms <= 0
  const total = past ? Math.floor(Math.abs(ms) / 1000) : Math.ceil(ms / 1000)
  return {
    past,
    days: Math.floor(total / 86_400),
    hours: Math.floor(total / 3600) % 24,
    minutes: Math.floor(total / 60) % 60,
    seconds: total % 60,
  }
}

/** How far the other zone's clock is from mine at an instant, as a code for the text and its numbers. */
export function zoneOffsetWords(
  at: At,
  zone: string,
  otherZone: string,
): { readonly code: 'same' | 'ahead' | 'behind'; readonly hours: number; readonly minutes: number } {
  const offset = (inZone(at, otherZone).offsetNanoseconds - inZone(at, zone).offsetNanoseconds) / 60e9
  const code = offset === 0 ? 'same' : offset > 0 ? 'ahead' : 'behind'
  return { code, hours: Math.floor(Math.abs(offset) / 60), minutes: Math.abs(offset) % 60 }
}

/**
 * The instant a wall time means, in milliseconds since the epoch. Where the clocks go forward and the time is skipped,
 * the later one after the gap; where they go back and it comes twice, the first: as calendars do (RFC 5545).
 */
export function instantOf(date: string, time: string, zone: string): number {
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone, { disambiguation: 'compatible' })
    .epochMilliseconds
}

/** Whether a wall time happens once in a zone, is skipped, or comes twice, so that a form can say so. */
export function wallTimeKind(date: string, time: string, zone: string): 'once' | 'skipped' | 'twice' {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`)
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' })
  if (earlier.equals(later)) return 'once'
  return later.toPlainDateTime().equals(wall) ? 'twice' : 'skipped'
}

function inZone(at: At, zone: string): Temporal.ZonedDateTime {
  const instant = typeof at === 'number' ? Temporal.Instant.fromEpochMilliseconds(at) : Temporal.Instant.from(at)
  return instant.toZonedDateTimeISO(zone)
}
