import type { z } from 'zod'
import { Refusal } from './refusal.ts'

const between = '~'

/** The place of the last thing on a page, in words no asker needs to understand. */
export function writeCursor(place: readonly string[]): string {
  return Buffer.from(place.join(between)).toString('base64url')
}

/** Reads a place back. One that this server did not write is bad input. */
export function readCursor<S extends z.ZodType>(cursor: string, shape: S): z.output<S> {
  const place = Buffer.from(cursor, 'base64url').toString().split(between)
  const parsed = shape.safeParse(place)
  if (!parsed.success) throw new Refusal('input.invalid', [{ path: 'query.cursor', code: 'cursor' }])
  return parsed.data
}
