import { z } from 'zod'

/**
 * Every "no" the server can say, with its HTTP status. The list is closed: a screen has one text for each code
 * in each language, and no sentence travels on the wire.
 */
export const refusals = {
  'input.invalid': 400,
  'input.tooLarge': 413,
  notFound: 404,
  signInNeeded: 401,
  tooOften: 429,
  'origin.foreign': 403,
  unavailable: 503,
  'accounts.wrongPassword': 401,
  'accounts.linkInvalid': 410,
  'accounts.emailTaken': 409,
  'programs.alreadyIn': 409,
  'matches.notInProgram': 409,
  'matches.alreadyMade': 409,
  'sessions.inThePast': 409,
  'sessions.notPlanned': 409,
  'sessions.begun': 409,
  'sessions.over': 409,
  'sessions.notOpenYet': 409,
  'call.notSeated': 409,
  'call.full': 409,
  'call.mediaGone': 503,
  'attendance.notDecided': 409,
  'goals.closed': 409,
} as const satisfies Record<string, number>

export type RefusalCode = keyof typeof refusals

export const RefusalCode = z.enum(Object.keys(refusals) as [RefusalCode, ...RefusalCode[]])

/** What a refused request is answered: the code, and for bad input the fields that are wrong. */
export const RefusalBody = z.object({
  refused: RefusalCode,
  fields: z.array(z.object({ path: z.string(), code: z.string() })).optional(),
})
export type RefusalBody = z.infer<typeof RefusalBody>
