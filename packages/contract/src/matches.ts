import { z } from 'zod'
import { Person } from './accounts.ts'
import { Day, Tie } from './common.ts'
import { event, route } from './define.ts'
import { ConversationId, MatchId, ProgramId, UserId } from './ids.ts'

/** A person in a match, with what binds them to it. */
export const MatchPerson = Person.extend({ tie: Tie.exclude(['coordinator']) })
export type MatchPerson = z.infer<typeof MatchPerson>

/** A set of people with ties in it: most often one mentor and one mentee. */
export const Match = z.object({
  id: MatchId,
  programId: ProgramId,
  programName: z.string(),
  people: z.array(MatchPerson),
  startedOn: Day,
})
export type Match = z.infer<typeof Match>

const inMatch = z.strictObject({ matchId: MatchId })

export const matches = {
  mine: route({
    method: 'GET',
    path: '/matches',
    access: 'signedIn',
    summary: 'The matches I am a mentor or mentee in.',
    reply: z.array(Match),
  }),
  get: route({
    method: 'GET',
    path: '/matches/:matchId',
    access: 'signedIn',
    summary: 'One match, for its people and its coordinator.',
    params: inMatch,
    reply: Match,
  }),
  inProgram: route({
    method: 'GET',
    path: '/programs/:programId/matches',
    access: 'signedIn',
    summary: 'The matches of a program, for its coordinator.',
    params: z.strictObject({ programId: ProgramId }),
    reply: z.array(Match),
  }),
  make: route({
    method: 'POST',
    path: '/programs/:programId/matches',
    access: 'signedIn',
    summary: 'Match people of a program; opens their conversation.',
    limit: 60,
    params: z.strictObject({ programId: ProgramId }),
    body: z.strictObject({
      id: MatchId,
      mentorIds: z.array(UserId).min(1).max(6),
      menteeIds: z.array(UserId).min(1).max(12),
    }),
    reply: Match,
  }),
  made: event({ name: 'matches.made', payload: Match.extend({ conversationId: ConversationId }) }),
}
