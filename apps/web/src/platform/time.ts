import { useSyncExternalStore } from 'react'

/** In which language and on which clock a time is told. */
export type Reader = { locale: string; zone: string }

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** The zone of this browser. */
export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Every zone this browser knows, with the given one among them. */
export function zones(included: string): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', included])].sort()
}

/** A zone by its city: `America/Argentina/Buenos_Aires` is "Buenos Aires". */
export function city(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

function told(instant: string, { locale, zone }: Reader, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(new Date(instant))
}

/** The time of day: "6:00 PM". */
export function wallTime(instant: string, reader: Reader): string {
  return told(instant, reader, { timeStyle: 'short' })
}

/** The day: "Tuesday, November 24". */
export function dayName(instant: string, reader: Reader): string {
  return told(instant, reader, { weekday: 'long', day: 'numeric', month: 'long' })
}

/** The day and time, short: "Nov 24, 2026, 6:00 PM". */
export function dayAndTime(instant: string, reader: Reader): string {
  return told(instant, reader, { dateStyle: 'medium', timeStyle: 'short' })
}

/** The day, short: "Nov 24, 2026". */
export function shortDay(instant: string, reader: Reader): string {
  return told(instant, reader, { dateStyle: 'medium' })
}

/** A stretch of time: "6:00 – 6:45 PM". One that ends after midnight names no dates: "11:05 PM – 12:35 AM". */
export function span(startsAt: string, endsAt: string, reader: Reader): string {
  if (!sameDay(startsAt, endsAt, reader)) return `${wallTime(startsAt, reader)} – ${wallTime(endsAt, reader)}`
  const format = new Intl.DateTimeFormat(reader.locale, { timeZone: reader.zone, timeStyle: 'short' })
  return format.formatRange(new Date(startsAt), new Date(endsAt))
}

/** Whether two instants fall on one day of the reader's calendar. */
export function sameDay(one: string, other: string, reader: Reader): boolean {
  return shortDay(one, reader) === shortDay(other, reader)
}

/** A length of time in words, rounded to the minute and never floored: "1 hr, 5 min". Under a minute, in seconds. */
export function lengthOf(milliseconds: number, locale: string): string {
  const minutes = Math.round(milliseconds / minute)
  if (milliseconds > 0 && milliseconds < minute - 500) return unit(Math.round(milliseconds / 1000), 'second', locale)
  if (minutes < 60) return unit(minutes, 'minute', locale)
  const rest = minutes % 60
  const parts = [unit(Math.floor(minutes / 60), 'hour', locale), ...(rest ? [unit(rest, 'minute', locale)] : [])]
  return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(parts)
}

function unit(value: number, name: 'second' | 'minute' | 'hour' | 'day', locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value)
}

/** What is left until an instant: the two greatest units, and seconds in the last hour. */
export function countdown(milliseconds: number, locale: string): string {
  const left = Math.max(0, milliseconds)
  if (left < hour) {
    const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 })
    return `${two.format(Math.floor(left / minute))}:${two.format(Math.floor((left % minute) / 1000))}`
  }
  const parts =
    left < day
      ? [unit(Math.floor(left / hour), 'hour', locale), unit(Math.floor((left % hour) / minute), 'minute', locale)]
      : [unit(Math.floor(left / day), 'day', locale), unit(Math.floor((left % day) / hour), 'hour', locale)]
  return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(parts)
}

/** An instant as seen from now: "in 2 days", "5 minutes ago". */
export function relative(instant: string, now: number, locale: string): string {
  const away = Date.parse(instant) - now
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  if (Math.abs(away) < hour) return format.format(Math.round(away / minute), 'minute')
  if (Math.abs(away) < day) return format.format(Math.round(away / hour), 'hour')
  return format.format(Math.round(away / day), 'day')
}

/** The present, for whoever is not a picture; a picture uses `useNow`. */
export function presentMs(): number {
  return Date.now()
}

/** The present, renewed at every full `every` milliseconds, so that all clocks of a page turn together. */
export function useNow(every: number): number {
  return useSyncExternalStore(
    (turned) => {
      const timer = setInterval(turned, Math.min(every, 1000))
      return () => clearInterval(timer)
    },
    () => Math.floor(Date.now() / every) * every,
  )
}
