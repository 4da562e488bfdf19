import { lengthOf } from '../../platform/time.ts'

type Unit = 'hour' | 'minute' | 'second'

/** A length of time to the second, for whoever wants to know exactly: "22 min, 41 sec". */
export function exactLength(milliseconds: number, locale: string): string {
  const seconds = Math.round(milliseconds / 1000)
  const parts: [number, Unit][] = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ]
  const told = parts.filter(([value, unit]) => value > 0 || (unit === 'second' && seconds === 0))
  const words = told.map(([value, unit]) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value),
  )
  return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(words)
}

/** Two lengths that are compared: rounded as everywhere, but exact where rounding would make them look the same. */
export function comparedLengths(one: number, other: number, locale: string): [string, string] {
  const rounded: [string, string] = [lengthOf(one, locale), lengthOf(other, locale)]
  if (rounded[0] !== rounded[1] || one === other) return rounded
  return [exactLength(one, locale), exactLength(other, locale)]
}

/** A time of day to the second. */
export function exactTime(at: number, { locale, zone }: { locale: string; zone: string }): string {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, timeStyle: 'medium' }).format(at)
}
