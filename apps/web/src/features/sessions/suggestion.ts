import { instantOf, wallTime, wallTimeKind } from '@ithaca/domain/clock'

const day = 86_400_000
const afternoon = '17:00'

/** The time a new session is suggested for: tomorrow afternoon on the planner's own clock, whatever its clocks do. */
export function suggestedStart(now: number, zone: string): string {
  return new Date(instantOf(wallTime(now + day, zone).date, afternoon, zone)).toISOString()
}

/** Whether the clock of a zone shows this time twice that night, so that the form can say which one is meant. */
export function comesTwice(startsAt: string, zone: string): boolean {
  const { date, time } = wallTime(startsAt, zone)
  return wallTimeKind(date, time, zone) === 'twice'
}
