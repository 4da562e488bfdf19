import { type Session, type SessionId, sessions } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import type { Action } from '@ithaca/domain/permissions'
import { mayCancel, mayMove, mayPlan } from '@ithaca/domain/sessions'
import type { Parts } from '../../parts.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Asked } from '../../platform/http/serve.ts'
import { Refusal } from '../../platform/refusal.ts'
import { accessMatch } from '../matches/access.ts'
import { accessProgram } from '../programs/access.ts'
import { accessSession, type HeldSession } from './access.ts'
import { findSession, insertSession, lockSession, updateAnswers, updateCancellation, updateTime } from './store.ts'
import { toPlanned, toWire } from './wire.ts'

type AskedOne = { actor: Actor; params: { sessionId: SessionId } }
type News = typeof sessions.planned | typeof sessions.changed

/** One session. */
export async function get({ db }: Parts, { actor, params }: Asked<typeof sessions.get>): Promise<Session> {
  return db.transaction(async (tx) => toWire(await accessSession(tx, actor, params.sessionId, 'session.read')))
}

/** Plans a session of a match under the rule its program has today. Planned again with the same id it is the same. */
export async function plan({ db, now }: Parts, asked: Asked<typeof sessions.plan>): Promise<Session> {
  const { actor, params, body } = asked
  return db.transaction(async (tx) => {
    const match = await accessMatch(tx, actor, params.matchId, 'session.plan')
    const before = await planned(tx, asked)
    if (before) return before
    const time = timeOf(body, now())
    const { rule } = await accessProgram(tx, actor, match.programId, 'program.read')
    const fresh = await insertSession(tx, {
      ...time,
      id: body.id,
      matchId: match.id,
      programId: match.programId,
      topic: body.topic,
      zone: body.zone,
      rule,
      plannedById: actor.id,
      plannedAt: now(),
      people: match.people.map(({ id, tie }) => ({ id, tie, answer: id === actor.id ? 'accepted' : 'waiting' })),
    })
    // The same request came twice at once: the first one has told the news.
    if (!fresh) return (await planned(tx, asked)) ?? refuse('notFound')
    tx.audit(actor.id, 'sessions.plan', body.id)
    return tell(tx, { actor, id: body.id }, sessions.planned)
  })
}

/** Moves a session that has not begun. Who moves it comes to the new time; the others are asked again. */
export async function move({ db, now }: Parts, asked: Asked<typeof sessions.move>): Promise<Session> {
  const { actor, body } = asked
  return db.transaction(async (tx) => {
    const session = await holdFast(tx, asked, 'session.move')
    refuseUnlessPlanned(session)
    if (!mayMove(toPlanned(session), now().getTime())) throw new Refusal('sessions.begun')
    const time = timeOf(body, now())
    const same = Number(time.startsAt) === Number(session.startsAt) && Number(time.endsAt) === Number(session.endsAt)
    if (same) return toWire(session)
    await updateTime(tx, session.id, time)
    await updateAnswers(
      tx,
      session.id,
      session.people.map(({ id }) => ({ id, answer: id === actor.id ? 'accepted' : 'waiting' })),
    )
    tx.audit(actor.id, 'sessions.move', session.id)
    return tell(tx, { actor, id: session.id }, sessions.changed)
  })
}

/** Cancels a session that has not begun. Cancelled again by the same person for the same reason it is the same. */
export async function cancel({ db, now }: Parts, asked: Asked<typeof sessions.cancel>): Promise<Session> {
  const { actor, body } = asked
  return db.transaction(async (tx) => {
    const session = await holdFast(tx, asked, 'session.cancel')
    const { cancelled } = session
    const again = cancelled?.byId === actor.id && cancelled.reason === body.reason && cancelled.words === body.words
    if (again) return toWire(session)
    refuseUnlessPlanned(session)
    if (!mayCancel(toPlanned(session), now().getTime())) throw new Refusal('sessions.begun')
    await updateCancellation(tx, session.id, { ...body, at: now(), byId: actor.id })
    tx.audit(actor.id, 'sessions.cancel', session.id)
    return tell(tx, { actor, id: session.id }, sessions.changed)
  })
}

/** Accepts or declines, until the planned end. */
export async function answer({ db, now }: Parts, asked: Asked<typeof sessions.answer>): Promise<Session> {
  const { actor, body } = asked
  return db.transaction(async (tx) => {
    const session = await holdFast(tx, asked, 'session.answer')
    const own = session.people.find(({ id }) => id === actor.id)
    if (!own) throw new Refusal('notFound')
    if (own.answer === body.answer) return toWire(session)
    refuseUnlessPlanned(session)
    if (now() >= session.endsAt) throw new Refusal('sessions.over')
    await updateAnswers(tx, session.id, [{ id: actor.id, answer: body.answer }])
    tx.audit(actor.id, 'sessions.answer', session.id)
    return tell(tx, { actor, id: session.id }, sessions.changed)
  })
}

/** Holds a session that nobody else changes meanwhile. */
async function holdFast(tx: Tx, { actor, params }: AskedOne, action: Action): Promise<HeldSession> {
  await lockSession(tx, params.sessionId)
  return accessSession(tx, actor, params.sessionId, action)
}

/** What stands under the id already: the planner's own session of this match, else it is nobody's business. */
async function planned(tx: Tx, { actor, params, body }: Asked<typeof sessions.plan>): Promise<Session | null> {
  const before = await findSession(tx, body.id)
  if (!before) return null
  if (before.plannedById !== actor.id || before.matchId !== params.matchId) throw new Refusal('notFound')
  return toWire(await accessSession(tx, actor, body.id, 'session.read'))
}

/** Tells a session as it stands now. */
async function tell(tx: Tx, { actor, id }: { actor: Actor; id: SessionId }, event: News): Promise<Session> {
  const held = await accessSession(tx, actor, id, 'session.read')
  const session = toWire(held)
  tx.publish(event, session, held.audience)
  return session
}

function timeOf({ startsAt, minutes }: { startsAt: string; minutes: number }, now: Date) {
  const start = new Date(startsAt)
  if (!mayPlan({ startsAt: start.getTime(), minutes }, now.getTime())) throw new Refusal('sessions.inThePast')
  return { startsAt: start, endsAt: new Date(start.getTime() + minutes * 60_000) }
}

function refuseUnlessPlanned({ state }: HeldSession): void {
  if (state !== 'planned') throw new Refusal('sessions.notPlanned')
}

function refuse(code: 'notFound'): never {
  throw new Refusal(code)
}
