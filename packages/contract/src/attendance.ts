import { z } from 'zod'
import { Cursor, Day, Instant, Text, Tie } from './common.ts'
import { event, route } from './define.ts'
import { CorrectionId, MatchId, ProgramId, SeatId, SessionId, TroubleId, UserId } from './ids.ts'

/** What a session comes to by the rule copied onto it. */
export const Outcome = z.enum([
  'upcoming',
  'held',
  'partial',
  'noShowMentor',
  'noShowMentee',
  'bothAbsent',
  'technicalFailure',
  'cancelled',
  'lateCancellation',
  'excused',
])
export type Outcome = z.infer<typeof Outcome>

/** Milliseconds, counted exactly and rounded only for show. */
const Ms = z.number().int().nonnegative()

/** The parameters of the rule, copied onto a session when it is created. Milliseconds, and shares of 1. */
export const Rule = z.object({
  version: z.number().int().positive(),
  lateAfterMs: Ms,
  heldMinMs: Ms,
  heldShare: z.number().min(0).max(1),
  reconnectGapMs: Ms,
  openBeforeMs: Ms,
  noShowAfterMs: Ms,
  failureUnderMs: Ms,
  finalAfterMs: Ms,
  lateCancelMs: Ms,
})
export type Rule = z.infer<typeof Rule>

/** A stretch of presence of one device. `endedAt` is null while it lasts. */
export const Interval = z.object({
  userId: UserId,
  seatId: SeatId,
  startedAt: Instant,
  lastSeenAt: Instant,
  endedAt: Instant.nullable(),
})
export type Interval = z.infer<typeof Interval>

/** What can go wrong on the way into a call, or in it. */
export const TroubleKind = z.enum([
  'deviceBlocked',
  'deviceMissing',
  'deviceBusy',
  'connectionFailed',
  'connectionLost',
  'refused',
])
export type TroubleKind = z.infer<typeof TroubleKind>

/** One thing that happened on the way into a call: an attempt to join, or a trouble. */
export const Attempt = z.object({
  userId: UserId,
  seatId: SeatId,
  kind: z.enum(['join', ...TroubleKind.options]),
  at: Instant,
})
export type Attempt = z.infer<typeof Attempt>

/** What the rule says of one person. */
export const PersonVerdict = z.object({
  userId: UserId,
  tie: Tie,
  presentMs: Ms,
  /** How long after the start they first came; null if they never came. */
  lateMs: Ms.nullable(),
  late: z.boolean(),
  leftEarly: z.boolean(),
  outcome: z.enum(['present', 'noShow', 'technicalFailure', 'notExpected']),
})
export type PersonVerdict = z.infer<typeof PersonVerdict>

export const Verdict = z.object({
  version: z.number().int().positive(),
  ruleVersion: z.number().int().positive(),
  outcome: Outcome,
  final: z.boolean(),
  /** How long mentor and mentee were there together. */
  dyadMs: Ms,
  heldThresholdMs: Ms,
  people: z.array(PersonVerdict),
  decidedAt: Instant,
})
export type Verdict = z.infer<typeof Verdict>

export const Correction = z.object({
  id: CorrectionId,
  outcome: Outcome,
  reason: z.string(),
  byName: z.string(),
  at: Instant,
})
export type Correction = z.infer<typeof Correction>

/** One session in a coordinator's table. */
export const Row = z.object({
  sessionId: SessionId,
  matchId: MatchId,
  topic: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  mentors: z.array(z.string()),
  mentees: z.array(z.string()),
  outcome: Outcome,
  final: z.boolean(),
  corrected: z.boolean(),
  dyadMs: Ms,
})
export type Row = z.infer<typeof Row>

const filter = {
  from: Day.optional(),
  to: Day.optional(),
  matchId: MatchId.optional(),
  outcome: Outcome.optional(),
}
const sort = z.enum(['latest', 'earliest', 'longest', 'shortest'])
const inProgram = z.strictObject({ programId: ProgramId })
const ofSession = z.strictObject({ sessionId: SessionId })

export const attendance = {
  list: route({
    method: 'GET',
    path: '/programs/:programId/attendance',
    access: 'signedIn',
    summary: 'The sessions of a program with their verdicts, filtered, sorted and paged. Days are in UTC.',
    params: inProgram,
    query: z.strictObject({
      ...filter,
      sort: sort.default('latest'),
      cursor: Cursor.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({ items: z.array(Row), next: Cursor.nullable() }),
  }),
  csv: route({
    method: 'GET',
    path: '/programs/:programId/attendance.csv',
    access: 'signedIn',
    summary: 'The same rows as a spreadsheet; cells that a spreadsheet would run as a formula are defused.',
    limit: 30,
    type: 'text/csv',
    params: inProgram,
    query: z.strictObject({ ...filter, sort: sort.default('latest') }),
    reply: z.string(),
  }),
  ofSession: route({
    method: 'GET',
    path: '/sessions/:sessionId/attendance',
    access: 'signedIn',
    summary: 'The facts of one session and what the rule makes of them, for its people and its coordinator.',
    params: ofSession,
    reply: z.object({
      rule: Rule,
      intervals: z.array(Interval),
      attempts: z.array(Attempt),
      verdicts: z.array(Verdict),
      corrections: z.array(Correction),
    }),
  }),
  correct: route({
    method: 'POST',
    path: '/sessions/:sessionId/corrections',
    access: 'signedIn',
    summary: 'Set another outcome beside the measured one, with a reason. Nothing is overwritten.',
    limit: 60,
    params: ofSession,
    body: z.strictObject({
      id: CorrectionId,
      outcome: Outcome.exclude(['upcoming']),
      reason: Text.trim().min(3).max(500),
    }),
    reply: Correction,
  }),
  tellTrouble: route({
    method: 'POST',
    path: '/sessions/:sessionId/troubles',
    access: 'signedIn',
    summary: 'Keep what went wrong on the way into a call, so that it makes help and not blame.',
    limit: 60,
    params: ofSession,
    body: z.strictObject({ id: TroubleId, seatId: SeatId, kind: TroubleKind }),
    reply: z.strictObject({}),
  }),
  judged: event({
    name: 'attendance.judged',
    payload: z.object({ sessionId: SessionId, programId: ProgramId, verdict: Verdict }),
  }),
  corrected: event({
    name: 'attendance.corrected',
    payload: z.object({ sessionId: SessionId, programId: ProgramId, correction: Correction }),
  }),
}
