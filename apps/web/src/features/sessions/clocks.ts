import type { Session, UserId } from '@ithaca/contract'
import { city, dayName, type Reader, span } from '../../platform/time.ts'

type Time = Pick<Session, 'startsAt' | 'endsAt'>
type Person = { id: UserId; name: string; zone: string }

/** A time as it stands on the clock of somebody else. The day is told only where it is another day there. */
export type OtherClock = { zone: string; names: string[]; city: string; time: string; day: string | null }

/**
 * How the clocks of other people show a time: one for each place whose clock differs from the reader's then. Zones that
 * agree at that instant need no telling, whatever they are called.
 */
export function otherClocks(time: Time, people: readonly Person[], reader: Reader): OtherClock[] {
  const clocks = new Map<string, OtherClock>()
  for (const { name, zone } of people) {
    const clock = clockOf(time, zone, reader)
    if (!clock) continue
    const known = clocks.get(clock.zone)
    clocks.set(clock.zone, { ...clock, names: [...(known?.names ?? []), name] })
  }
  return [...clocks.values()]
}

function clockOf({ startsAt, endsAt }: Time, zone: string, reader: Reader): Omit<OtherClock, 'names'> | null {
  const there = { locale: reader.locale, zone }
  const time = span(startsAt, endsAt, there)
  const day = dayName(startsAt, there)
  const isSameDay = day === dayName(startsAt, reader)
  if (isSameDay && time === span(startsAt, endsAt, reader)) return null
  return { zone, city: city(zone), time, day: isSameDay ? null : day }
}
