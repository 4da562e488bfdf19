import { attendance, type Correction } from '@ithaca/contract'
import type { Parts } from '../../parts.ts'
import type { Asked } from '../../platform/http/serve.ts'
import { Refusal } from '../../platform/refusal.ts'
import { peopleOf } from '../accounts/access.ts'
import { accessSession } from '../sessions/access.ts'
import { findIntervals } from './interval-store.ts'
import { refresh } from './judging.ts'
import {
  findAttempt,
  findAttempts,
  findCorrection,
  findCorrections,
  findVerdicts,
  insertAttempt,
  insertCorrection,
} from './store.ts'
import { toCorrection, toWire } from './wire.ts'

/** The facts of one session and every verdict they came to. A coordinator who looks leaves a note. */
export async function ofSession({ db }: Parts, { actor, params }: Asked<typeof attendance.ofSession>) {
  return db.transaction(async (tx) => {
    const { id, rule, tieOfActor } = await accessSession(tx, actor, params.sessionId, 'attendance.session')
    if (tieOfActor === 'coordinator') tx.audit(actor.id, 'attendance.read', id)
    const found = await findCorrections(tx, id)
    const people = await peopleOf(
      tx,
      found.map(({ byId }) => byId),
    )
    return {
      rule,
      intervals: (await findIntervals(tx, id)).map(toWire),
      attempts: await findAttempts(tx, id),
      verdicts: await findVerdicts(tx, id),
      corrections: found.map((correction) => toCorrection(correction, people.get(correction.byId)?.name ?? '')),
    }
  })
}

/** Keeps what went wrong on somebody's way into a call, once, and judges by it. */
export async function tellTrouble({ db, now }: Parts, asked: Asked<typeof attendance.tellTrouble>) {
  const { actor, params, body } = asked
  return db.transaction(async (tx) => {
    const { id: sessionId } = await accessSession(tx, actor, params.sessionId, 'session.join')
    const fresh = await insertAttempt(tx, { ...body, sessionId, userId: actor.id, at: now() })
    if (!fresh) {
      const known = await findAttempt(tx, body.id)
      if (known?.userId !== actor.id || known.sessionId !== sessionId) throw new Refusal('notFound')
      return {}
    }
    tx.audit(actor.id, 'attendance.tellTrouble', sessionId)
    await refresh(tx, sessionId, now())
    return {}
  })
}

/** Sets another outcome beside the measured one. Sent again with the same id it is the same correction. */
export async function correct({ db, now }: Parts, asked: Asked<typeof attendance.correct>): Promise<Correction> {
  const { actor, params, body } = asked
  return db.transaction(async (tx) => {
    const session = await accessSession(tx, actor, params.sessionId, 'attendance.correct')
    const { id: sessionId, programId, audience } = session
    const verdict = await refresh(tx, sessionId, now())
    if (!verdict || verdict.outcome === 'upcoming') throw new Refusal('attendance.notDecided')
    const written = { ...body, sessionId, byId: actor.id, at: now() }
    if (!(await insertCorrection(tx, written))) {
      const known = await findCorrection(tx, body.id)
      if (known?.byId !== actor.id || known.sessionId !== sessionId) throw new Refusal('notFound')
      return toCorrection(known, actor.name)
    }
    const correction = toCorrection(written, actor.name)
    tx.audit(actor.id, 'attendance.correct', sessionId)
    tx.publish(attendance.corrected, { sessionId, programId, correction }, audience)
    await refresh(tx, sessionId, now())
    return correction
  })
}
