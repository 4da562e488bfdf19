import type { Account, Match, Session } from '@ithaca/contract'
import { ConversationId, MatchId, ProgramId, SeatId, SessionId, UserId } from '@ithaca/contract/ids'

function id(letter: string, place: number): string {
  return `${letter.repeat(8)}-0000-4000-8000-${String(place).padStart(12, '0')}`
}

export const programId = ProgramId.parse(id('a', 1))
export const matchId = MatchId.parse(id('b', 1))
export const otherMatchId = MatchId.parse(id('b', 2))
export const conversationId = ConversationId.parse(id('c', 1))
export const sessionId = (place: number) => SessionId.parse(id('d', place))
export const seatId = (place: number) => SeatId.parse(id('f', place))

export const ada = { id: UserId.parse(id('e', 1)), name: 'Ada Mwangi', zone: 'Africa/Nairobi', tie: 'mentor' } as const
export const bo = { id: UserId.parse(id('e', 2)), name: 'Bo Larsen', zone: 'Europe/Oslo', tie: 'mentee' } as const
export const cy = { id: UserId.parse(id('e', 3)), name: 'Cy Ortiz', zone: 'Europe/Madrid' } as const

/** The account of a person in the program. */
export function accountOf(person: { id: UserId; name: string; zone: string }, tie: Account['programs'][number]['tie']) {
  const { id: userId, name, zone } = person
  const programs = [{ id: programId, name: 'Open Water', tie }]
  return { id: userId, name, zone, email: 'someone@ithaca.example', locale: 'en', minor: false, programs } as Account
}

export const match: Match = {
  id: matchId,
  programId,
  programName: 'Open Water',
  people: [ada, bo],
  startedOn: '2026-09-01',
}

/** A session of Ada and Bo: half an hour, agreed by both, unless the test says otherwise. */
export function aSession(place: number, startsAt: string, changes: Partial<Session> = {}): Session {
  return {
    id: sessionId(place),
    matchId,
    programId,
    topic: 'The first chapter',
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + 30 * 60_000).toISOString(),
    zone: ada.zone,
    state: 'planned',
    cancelled: null,
    people: [
      { ...ada, answer: 'accepted' },
      { ...bo, answer: 'accepted' },
    ],
    ...changes,
  }
}
