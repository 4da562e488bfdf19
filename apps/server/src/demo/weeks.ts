import { SessionId } from '@ithaca/contract'
import { instantOf, wallTime } from '@ithaca/domain/clock'
import { match, person, type Where } from './cast.ts'
import { between, idOf } from './ids.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** A session of a week that has passed or comes. Instants are milliseconds since the epoch. */
export type Slot = {
  id: SessionId
  where: Where
  week: number
  startsAt: number
  endsAt: number
  plannedAt: number
  topic: string
}

/** The last week of the history; the first is 1. */
export const lastWeek = 10
/** By then even a session that ran over is judged for good. */
const settledMs = 60 * minuteMs

/** The slot of a match in a week: always at the same time of the mentor's wall clock, whatever the clocks do meanwhile. */
export function slot(where: Where, week: number, now: number): Slot {
  const { mentor, at, minutes, topics, next } = match(where)
  const date = addDays(lastDay(where, now), (week - lastWeek) * 7)
  const startsAt = instantOf(date, at, person(mentor).zone)
  const topic = topics[Math.floor(((week - 1) * topics.length) / lastWeek)] ?? next
  const id = SessionId.parse(idOf(`session ${where} ${week}`))
  const agreedAt = startsAt - 6 * dayMs + between(-180, 60, `planned ${id}`) * minuteMs
  const plannedAt = Math.min(agreedAt, now - between(150, 900, `known ${id}`) * minuteMs)
  return { id, where, week, startsAt, endsAt: startsAt + minutes * minuteMs, plannedAt, topic }
}

/** The next slot of a match that has not begun. */
export function comingSlot(where: Where, now: number): Slot {
  const next = slot(where, lastWeek + 1, now)
  return next.startsAt > now + settledMs ? next : slot(where, lastWeek + 2, now)
}

/** The weeks of a match that had a session, with the letter of what came of it. */
export function pastWeeks(where: Where): { week: number; scene: string }[] {
  return [...match(where).weeks]
    .map((scene, index) => ({ week: index + 1, scene }))
    .filter(({ scene }) => scene !== '-')
}

/** A calendar day so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10)
}

/** The latest day of the weekly slot whose session is over and settled. */
function lastDay(where: Where, now: number): string {
  const { mentor, weekday, at, minutes } = match(where)
  const { zone } = person(mentor)
  const today = wallTime(now, zone)
  const date = addDays(today.date, -((today.weekday - weekday + 7) % 7))
  const over = instantOf(date, at, zone) + minutes * minuteMs + settledMs
  return over < now ? date : addDays(date, -7)
}
