import type { Session } from '@ithaca/contract'
import type { PlannedSession } from '@ithaca/domain/sessions'
import type { KnownSession } from './access.ts'

/** A session as the contract tells it. */
export function toWire(session: KnownSession): Session {
  const { id, matchId, programId, topic, startsAt, endsAt, zone, state, cancelled, people } = session
  return {
    id,
    matchId,
    programId,
    topic,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    zone,
    state,
    cancelled: cancelled && { reason: cancelled.reason, words: cancelled.words, at: cancelled.at.toISOString() },
    people: [...people],
  }
}

/** A session as the rules know it. */
export function toPlanned({ startsAt, endsAt, state, rule }: KnownSession): PlannedSession {
  return { startsAt: startsAt.getTime(), endsAt: endsAt.getTime(), state, openBeforeMs: rule.openBeforeMs }
}
