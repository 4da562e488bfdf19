import { Instant, type Session, SessionId, type sessions } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import { openAfterMs } from '@ithaca/domain/sessions'
import { z } from 'zod'
import type { Parts } from '../../parts.ts'
import { readCursor, writeCursor } from '../../platform/cursor.ts'
import type { Asked } from '../../platform/http/serve.ts'
import { accessMatch } from '../matches/access.ts'
import { accessProgram } from '../programs/access.ts'
import { introduce } from './access.ts'
import { listSessions, type Place, type Scope } from './list-store.ts'
import { findSessions } from './store.ts'
import { toWire } from './wire.ts'

type List = Asked<typeof sessions.list>

const place = z.tuple([Instant, SessionId])

/** A page of sessions: one's own, those of a match one may read, or all of a program one coordinates. */
export async function list({ db, now }: Parts, asked: List): Promise<{ items: Session[]; next: string | null }> {
  const { when, limit, cursor } = asked.query
  const after = cursor === undefined ? null : readPlace(cursor)
  const edge = new Date(now().getTime() - openAfterMs)
  return db.transaction(async (tx) => {
    const scope = await scopeOf(tx, asked)
    const ids = await listSessions(tx, scope, { when, edge, after, limit: limit + 1 })
    const items = await known(tx, ids.slice(0, limit))
    const last = items.at(-1)
    return { items, next: last && ids.length > limit ? writeCursor([last.startsAt, last.id]) : null }
  })
}

/** Who names a match or a program must be tied to it; a coordinator's tie opens all that is in it. */
async function scopeOf(tx: Tx, { actor, query }: List): Promise<Scope> {
  const { matchId, programId } = query
  if (programId) {
    const { ties } = await accessProgram(tx, actor, programId, 'program.read')
    if (ties.includes('coordinator')) return { programId, matchId }
  }
  if (!matchId) return { programId, personId: actor.id }
  await accessMatch(tx, actor, matchId, 'session.read')
  return { programId, matchId }
}

async function known(tx: Tx, ids: readonly SessionId[]): Promise<Session[]> {
  const found = await introduce(tx, await findSessions(tx, ids))
  const byId = new Map(found.map((session) => [session.id, toWire(session)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function readPlace(cursor: string): Place {
  const [startsAt, id] = readCursor(cursor, place)
  return { startsAt: new Date(startsAt), id }
}
