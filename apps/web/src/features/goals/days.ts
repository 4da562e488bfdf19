import { type Reader, shortDay } from '../../platform/time.ts'

/** A calendar day in the reader's words. A day has no zone: it is the same day for everybody. */
export function dayText(day: string, { locale }: Reader): string {
  return shortDay(`${day}T12:00:00.000Z`, { locale, zone: 'UTC' })
}

/** Today on the reader's calendar, as a day. */
export function today(now: number, { zone }: Reader): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const part = Object.fromEntries(parts.formatToParts(new Date(now)).map(({ type, value }) => [type, value]))
  return `${part['year']}-${part['month']}-${part['day']}`
}
