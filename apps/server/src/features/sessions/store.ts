import type { Answer, CancelReason, MatchId, ProgramId, Rule, SessionId, UserId } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import { sessionPeople, sessions } from '@ithaca/db/schema/sessions'
import { and, eq, inArray } from 'drizzle-orm'

export type SessionPerson = { id: UserId; tie: 'mentor' | 'mentee'; answer: Answer }

type Answering = Pick<SessionPerson, 'id' | 'answer'>

/** A session as its tables keep it, with the people who were asked to come. */
export type FoundSession = {
  id: SessionId
  matchId: MatchId
  programId: ProgramId
  topic: string
  startsAt: Date
  endsAt: Date
  zone: string
  rule: Rule
  plannedById: UserId
  plannedAt: Date
  cancelled: Cancellation | null
  people: SessionPerson[]
}

export type Cancellation = { at: Date; byId: UserId; reason: CancelReason; words: string }

/** Sessions by id with their people, in no particular order. */
export async function findSessions(tx: Tx, ids: readonly SessionId[]): Promise<FoundSession[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .select({ session: sessions, person: sessionPeople })
    .from(sessions)
    .innerJoin(sessionPeople, eq(sessionPeople.sessionId, sessions.id))
    .where(inArray(sessions.id, [...ids]))
  const found = new Map<SessionId, FoundSession>()
  for (const { session, person } of rows) {
    const known = found.get(session.id) ?? { ...session, cancelled: cancellation(session), people: [] }
    known.people.push({ id: person.accountId, tie: person.tie, answer: person.answer })
    found.set(session.id, known)
  }
  return [...found.values()]
}

/** One session with its people. */
export async function findSession(tx: Tx, id: SessionId): Promise<FoundSession | undefined> {
  const [found] = await findSessions(tx, [id])
  return found
}

/** Nobody else changes the session until the transaction ends. */
export async function lockSession(tx: Tx, id: SessionId): Promise<void> {
  await tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.id, id)).for('update')
}

/** Adds a session and its people. False where its id is taken. */
export async function insertSession(tx: Tx, { people, ...session }: Omit<FoundSession, 'cancelled'>): Promise<boolean> {
  const added = await tx.insert(sessions).values(session).onConflictDoNothing().returning({ id: sessions.id })
  if (added.length === 0) return false
  const asked = people.map(({ id, tie, answer }) => ({ sessionId: session.id, accountId: id, tie, answer }))
  await tx.insert(sessionPeople).values(asked)
  return true
}

/** Writes down the planned time. */
export async function updateTime(tx: Tx, id: SessionId, time: { startsAt: Date; endsAt: Date }): Promise<void> {
  await tx.update(sessions).set(time).where(eq(sessions.id, id))
}

/** Writes down that a session was cancelled. */
export async function updateCancellation(tx: Tx, id: SessionId, { at, byId, reason, words }: Cancellation) {
  await tx
    .update(sessions)
    .set({ cancelledAt: at, cancelledById: byId, cancelReason: reason, cancelWords: words })
    .where(eq(sessions.id, id))
}

/** Writes down the answers of a session's people. */
export async function updateAnswers(tx: Tx, id: SessionId, people: readonly Answering[]): Promise<void> {
  for (const person of people) {
    await tx
      .update(sessionPeople)
      .set({ answer: person.answer })
      .where(and(eq(sessionPeople.sessionId, id), eq(sessionPeople.accountId, person.id)))
  }
}

function cancellation(session: typeof sessions.$inferSelect): Cancellation | null {
  const { cancelledAt: at, cancelledById: byId, cancelReason: reason, cancelWords: words } = session
  return at && byId && reason && words !== null ? { at, byId, reason, words } : null
}
