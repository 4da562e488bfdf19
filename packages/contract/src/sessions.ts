import { z } from 'zod'
import { MatchPerson } from './matches.ts'
import { Cursor, Instant, page, Text, Zone } from './common.ts'
import { event, route } from './define.ts'
import { MatchId, ProgramId, SessionId } from './ids.ts'

export const Answer = z.enum(['waiting', 'accepted', 'declined'])
export type Answer = z.infer<typeof Answer>

export const CancelReason = z.enum(['ill', 'clash', 'travel', 'connection', 'other'])
export type CancelReason = z.infer<typeof CancelReason>

/** One planned mentoring meeting. */
export const Session = z.object({
  id: SessionId,
  matchId: MatchId,
  programId: ProgramId,
  topic: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  /** The zone of the person who planned it: where the wall time was meant. */
  zone: Zone,
  state: z.enum(['planned', 'cancelled']),
  cancelled: z.object({ reason: CancelReason, words: z.string(), at: Instant }).nullable(),
  people: z.array(MatchPerson.extend({ answer: Answer })),
})
export type Session = z.infer<typeof Session>

const Topic = Text.trim().max(200)
/** A start that leaves its end within the calendar. */
const Start = Instant.refine((at) => at < '2199-12-31', { error: 'instant' })
/** Minutes, 15 to 180. */
const Minutes = z.number().int().min(15).max(180)
const one = z.strictObject({ sessionId: SessionId })

export const sessions = {
  list: route({
    method: 'GET',
    path: '/sessions',
    access: 'signedIn',
    summary: 'My sessions, a page at a time: coming ones soonest first, past ones latest first.',
    query: z.strictObject({
      when: z.enum(['coming', 'past']).default('coming'),
      matchId: MatchId.optional(),
      programId: ProgramId.optional(),
      cursor: Cursor.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    reply: page(Session),
  }),
  get: route({
    method: 'GET',
    path: '/sessions/:sessionId',
    access: 'signedIn',
    summary: 'One session, for its people and its coordinator.',
    params: one,
    reply: Session,
  }),
  plan: route({
    method: 'POST',
    path: '/matches/:matchId/sessions',
    access: 'signedIn',
    summary: 'Plan a session of a match. The planner has accepted it; the others are asked.',
    limit: 60,
    params: z.strictObject({ matchId: MatchId }),
    body: z.strictObject({ id: SessionId, startsAt: Start, minutes: Minutes, topic: Topic, zone: Zone }),
    reply: Session,
  }),
  move: route({
    method: 'PUT',
    path: '/sessions/:sessionId/time',
    access: 'signedIn',
    summary: 'Move a planned session; the others are asked again.',
    limit: 60,
    params: one,
    body: z.strictObject({ startsAt: Start, minutes: Minutes }),
    reply: Session,
  }),
  cancel: route({
    method: 'PUT',
    path: '/sessions/:sessionId/cancellation',
    access: 'signedIn',
    summary: 'Cancel a planned session, with a reason.',
    limit: 60,
    params: one,
    body: z.strictObject({ reason: CancelReason, words: Text.trim().max(500) }),
    reply: Session,
  }),
  answer: route({
    method: 'PUT',
    path: '/sessions/:sessionId/answer',
    access: 'signedIn',
    summary: 'Accept or decline a planned session.',
    limit: 60,
    params: one,
    body: z.strictObject({ answer: Answer.exclude(['waiting']) }),
    reply: Session,
  }),
  planned: event({ name: 'sessions.planned', payload: Session }),
  changed: event({ name: 'sessions.changed', payload: Session }),
}
