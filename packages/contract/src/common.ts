import { z } from 'zod'

/** Words as every table and every other end can carry them: no null character, and no half of a character. */
export const Text = z.string().refine(carried, { error: 'text' })
/** An instant in UTC, ISO 8601 with milliseconds and `Z`, within the same years as a day. */
export const Instant = z.iso.datetime().refine(inCalendar, { error: 'instant' })
/** A calendar day, `2026-11-23`, within the years a calendar of people needs and every database knows. */
export const Day = z.iso.date().refine(inCalendar, { error: 'day' })
/** An IANA time zone the runtime knows, such as `Africa/Nairobi`. */
export const Zone = Text.max(64).refine(knownZone, { error: 'zone' })
export const Locale = z.enum(['en', 'es', 'ar'])
export type Locale = z.infer<typeof Locale>
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email())
export const Name = Text.trim().min(1).max(80)

/** What binds an actor to a program or a match. */
export const Tie = z.enum(['mentor', 'mentee', 'coordinator'])
export type Tie = z.infer<typeof Tie>

/** A place in a long list, opaque to the asker; the next page starts after it. */
export const Cursor = Text.max(200)

/** The answer of a write that has nothing to add. */
export const Done = z.strictObject({})

/** A page of a long list: `next` is the cursor of the following page, or null at the end. */
export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: Cursor.nullable() })
}

function carried(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}

function inCalendar(when: string): boolean {
  return when >= '1900-01-01' && when < '2200-01-01'
}

function knownZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
