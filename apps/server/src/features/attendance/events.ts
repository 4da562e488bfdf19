import { call, type SessionId, sessions } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import type { Parts } from '../../parts.ts'
import type { Ears } from '../../platform/news.ts'
import { refresh } from './judging.ts'
import { sawConnected, sawLeft } from './presence.ts'

/** What attendance hears. Every piece may come late, twice, and in any order: the facts decide, not the telling. */
export function attendanceEars(ears: Ears, { db, now }: Parts): void {
  const keep = (sessionId: SessionId, fact: (tx: Tx) => Promise<void> = async () => {}) =>
    db.transaction(async (tx) => {
      await fact(tx)
      await refresh(tx, sessionId, now())
    })
  ears.when(call.connected, (seat) => keep(seat.sessionId, (tx) => sawConnected(tx, seat, new Date(seat.at))))
  ears.when(call.left, (seat) => keep(seat.sessionId, (tx) => sawLeft(tx, seat)))
  // The try itself was kept in the transaction that published this.
  ears.when(call.joined, ({ sessionId }) => keep(sessionId))
  ears.when(sessions.planned, ({ id }) => keep(id))
  ears.when(sessions.changed, ({ id }) => keep(id))
}
