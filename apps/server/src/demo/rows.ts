import { ConversationId, type MatchId, PersonVerdict } from '@ithaca/contract'
import { defaultRule } from '@ithaca/domain/attendance-facts'
import { coordinator, everybody, everywhere, match, person, program, signIns, type Where, type Who } from './cast.ts'
import type { Past } from './history.ts'
import { between, idOf } from './ids.ts'
import type { Conversation } from './speech.ts'
import type { ToldGoal } from './told.ts'
import { addDays, type Slot } from './weeks.ts'

const dayMs = 24 * 3_600_000

/** When the program began: before anything else in it. */
export function beginning(now: number): Date {
  return new Date(now - 96 * dayMs)
}

/** Everybody's account; only those who may sign in by password have one. */
export function accountRows(passwordHash: string, now: number) {
  return everybody.map((who) => {
    const createdAt = new Date(beginning(now).getTime() + between(0, 9 * dayMs, `account ${who}`))
    return { ...person(who), passwordHash: signIns.includes(who) ? passwordHash : null, createdAt }
  })
}

/** What binds everybody to the program. */
export function tieRows(now: number) {
  const mentors = new Set<Who>(everywhere.map((where) => match(where).mentor))
  return everybody.map((who) => ({
    programId: program.id,
    accountId: person(who).id,
    tie: who === coordinator ? ('coordinator' as const) : tieOf(who, mentors),
    since: new Date(beginning(now).getTime() + between(9 * dayMs, 14 * dayMs, `tie ${who}`)),
  }))
}

function tieOf(who: Who, mentors: ReadonlySet<Who>): 'mentor' | 'mentee' {
  return mentors.has(who) ? 'mentor' : 'mentee'
}

/** The people of a match with their ties. */
export function matchPeopleRows(where: Where) {
  const { id, mentor, people } = match(where)
  return people.map((who) => ({ matchId: id, accountId: person(who).id, tie: tieOf(who, new Set([mentor])) }))
}

/** A match, begun some days before its first session. */
export function matchRow(where: Where, firstDay: string) {
  return { id: match(where).id, programId: program.id, startedOn: addDays(firstDay, -5) }
}

/** A session, planned by the mentor. */
export function sessionRow(
  { id, where, topic, startsAt, endsAt, plannedAt }: Slot,
  cancelled: Past['cancelled'] = null,
) {
  const mentor = person(match(where).mentor)
  return {
    id,
    matchId: match(where).id,
    programId: program.id,
    topic,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    zone: mentor.zone,
    rule: defaultRule,
    plannedById: mentor.id,
    plannedAt: new Date(plannedAt),
    cancelledAt: cancelled?.at ?? null,
    cancelledById: cancelled ? person(cancelled.by).id : null,
    cancelReason: cancelled?.reason ?? null,
    cancelWords: cancelled?.words ?? null,
  }
}

/** Who was asked to a session. Whoever planned it has accepted; `waiting` are the mentees who have not answered yet. */
export function sessionPeopleRows({ id, where }: Slot, waiting: readonly Who[] = []) {
  const { mentor, people } = match(where)
  return people.map((who) => ({
    sessionId: id,
    accountId: person(who).id,
    tie: tieOf(who, new Set([mentor])),
    answer: waiting.includes(who) ? ('waiting' as const) : ('accepted' as const),
  }))
}

/** Seats, stretches of presence and attempts of a session. */
export function factRows({ slot, presences, tries }: Past) {
  const mentor = match(slot.where).mentor
  const seats = presences.map(({ seatId, who, from, to }) => ({
    id: seatId,
    sessionId: slot.id,
    accountId: person(who).id,
    tie: tieOf(who, new Set([mentor])),
    takenAt: new Date(from.getTime() - 1200),
    leftAt: new Date(to.getTime() + 300),
  }))
  const intervals = presences.map(({ id, seatId, who, from, to }) => ({
    id,
    sessionId: slot.id,
    accountId: person(who).id,
    seatId,
    startedAt: from,
    lastSeenAt: to,
    endedAt: to,
  }))
  const attempts = tries.map(({ who, ...one }) => ({ ...one, sessionId: slot.id, accountId: person(who).id }))
  return { seats, intervals, attempts }
}

/** The verdict as it was made when it became final. */
export function verdictRow({ slot, verdict: { finalAt, people, ...verdict } }: Past) {
  const told = people.map((one) => PersonVerdict.parse(one))
  return { ...verdict, sessionId: slot.id, version: 1, people: told, decidedAt: new Date(finalAt) }
}

/** The correction of a session, where there is one. */
export function correctionRows({ slot, correction }: Past) {
  if (!correction) return []
  const { by, ...rest } = correction
  return [{ ...rest, sessionId: slot.id, byId: person(by).id }]
}

/** The row of the coordinator's table: of what has passed, or of what comes. */
export function ledgerRow(slot: Slot, past?: Past) {
  const { mentor, mentees, id: matchId } = match(slot.where)
  const { id: sessionId, topic, startsAt, endsAt } = slot
  return {
    sessionId,
    programId: program.id,
    matchId,
    topic,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    mentors: [person(mentor).name],
    mentees: mentees.map((who) => person(who).name).toSorted((a, b) => a.localeCompare(b)),
    outcome: past?.correction?.outcome ?? past?.verdict.outcome ?? ('upcoming' as const),
    final: past?.verdict.final ?? false,
    corrected: Boolean(past?.correction),
    dyadMs: past?.verdict.dyadMs ?? 0,
  }
}

/** A conversation with its messages and everybody's marks. */
export function conversationRows(where: Where, matchId: MatchId, { said, marks }: Conversation) {
  const conversationId = ConversationId.parse(idOf(`conversation ${where}`))
  return {
    conversation: { id: conversationId, matchId, lastSeq: said.length },
    messages: said.map(({ author, at, ...message }) => ({
      ...message,
      conversationId,
      authorId: person(author).id,
      sentAt: at,
    })),
    readers: marks.map(({ who, ...mark }) => ({ ...mark, conversationId, accountId: person(who).id })),
  }
}

/** A goal with its steps, notes and history. */
export function goalRows({ where, by, steps, notes, history, ...goal }: ToldGoal) {
  const goalId = goal.id
  return {
    goal: { ...goal, matchId: match(where).id, createdById: person(by).id },
    steps: steps.map((step) => ({ ...step, goalId })),
    notes: notes.map(({ author, ...note }) => ({ ...note, goalId, authorId: person(author).id })),
    changes: history.map(({ by: changer, ...line }) => ({ ...line, goalId, byId: person(changer).id })),
  }
}
