import { type attendance, Instant, type Row, SessionId } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Parts } from '../../parts.ts'
import type { Actor } from '../../platform/actor.ts'
import { readCursor, writeCursor } from '../../platform/cursor.ts'
import type { Asked } from '../../platform/http/serve.ts'
import { accessProgram } from '../programs/access.ts'
import { csvHead, csvLines } from './csv.ts'
import { type Filter, findRows, type Place, type Sort } from './table-store.ts'

type Query = Asked<typeof attendance.csv>['query']
type Table = { actor: Actor; params: Asked<typeof attendance.csv>['params']; query: Query }

const dayMs = 24 * 3_600_000
/** So many rows are read at once for a spreadsheet, so that other requests get their turn between. */
const csvPage = 2_000

/** Names the order it was written for: a place among times is none among lengths. */
const place = z.tuple([
  z.enum(['latest', 'earliest', 'longest', 'shortest']),
  Instant,
  z.string().regex(/^\d{1,15}$/),
  SessionId,
])

/** A page of the sessions of a program with their outcomes. Who reads it is noted. */
export async function list({ db }: Parts, asked: Asked<typeof attendance.list>) {
  const { sort, limit, cursor } = asked.query
  const after = cursor === undefined ? null : readPlace(cursor, sort)
  return db.transaction(async (tx) => {
    const filter = await readable(tx, asked)
    const found = await findRows(tx, filter, { sort, after, limit: limit + 1 })
    const items = found.slice(0, limit)
    const last = items.at(-1)
    return { items, next: last && found.length > limit ? writePlace(last, sort) : null }
  })
}

/** All the rows of that table as a spreadsheet, as they stood at one instant. */
export async function csv({ db }: Parts, asked: Asked<typeof attendance.csv>): Promise<string> {
  const { sort } = asked.query
  return db.transaction(async (tx) => {
    await tx.execute(sql`set transaction isolation level repeatable read`)
    const filter = await readable(tx, asked)
    const written = [csvHead]
    for (let after: Place | null = null, more = true; more; ) {
      const page: Row[] = await findRows(tx, filter, { sort, after, limit: csvPage })
      written.push(csvLines(page))
      after = page.at(-1) ?? null
      more = page.length === csvPage
    }
    return written.join('')
  })
}

async function readable(tx: Tx, { actor, params, query }: Table): Promise<Filter> {
  const program = await accessProgram(tx, actor, params.programId, 'attendance.read')
  tx.audit(actor.id, 'attendance.read', program.id)
  const { from, to, matchId, outcome } = query
  return {
    programId: program.id,
    from: from ? new Date(from) : undefined,
    before: to ? new Date(Date.parse(to) + dayMs) : undefined,
    matchId,
    outcome,
  }
}

function writePlace({ startsAt, dyadMs, sessionId }: Row, sort: Sort): string {
  return writeCursor([sort, startsAt, String(dyadMs), sessionId])
}

function readPlace(cursor: string, sort: Sort): Place {
  const [, startsAt, dyadMs, sessionId] = readCursor(
    cursor,
    place.refine(([written]) => written === sort),
  )
  return { startsAt, dyadMs: Number(dyadMs), sessionId }
}
