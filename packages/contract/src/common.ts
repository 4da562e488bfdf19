import { z } from 'zod'

/** An instant in UTC, ISO 8601 with milliseconds and `Z`. */
export const Instant = z.iso.datetime()
/** A calendar day, `2026-11-23`, within the years a calendar of people needs and every database knows. */
export const Day = z.iso.date().refine((day) => day >= '1900-01-01' && day < '2200-01-01', { error: 'day' })
/** An IANA time zone the runtime knows, such as `Africa/Nairobi`. */
export const Zone = z.string().max(64).refine(knownZone, { error: 'zone' })
export const Locale = z.enum(['en', 'es', 'ar'])
export type Locale = z.infer<typeof Locale>
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email())
export const Name = z.string().trim().min(1).max(80)

/** What binds an actor to a program or a match. */
export const Tie = z.enum(['mentor', 'mentee', 'coordinator'])
export type Tie = z.infer<typeof Tie>

/** A place in a long list, opaque to the asker; the next page starts after it. */
export const Cursor = z.string().max(200)

/** The answer of a write that has nothing to add. */
export const Done = z.strictObject({})

/** A page of a long list: `next` is the cursor of the following page, or null at the end. */
export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: Cursor.nullable() })
}

function knownZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
