import { SessionId } from '@ithaca/contract'
import type { Db, Tx } from '@ithaca/db'
import * as tables from '@ithaca/db/schema/index'
import { instantOf, wallTime } from '@ithaca/domain/clock'
import { opensAt } from '@ithaca/domain/sessions'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { demoMatch, match, person, program } from './cast.ts'
import { idOf } from './ids.ts'
import { ledgerRow, sessionPeopleRows, sessionRow } from './rows.ts'
import { addDays, type Slot } from './weeks.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** Whoever starts the house has at least this long to try the call. */
const leastLeftMs = 45 * minuteMs
const openMinutes = 90

const today = { topic: 'Two slides, one rain gauge', minutes: openMinutes }
const tomorrow = { topic: 'Questions for the summer course', minutes: 45 }

type Needs = { db: Db; now: () => Date }
type Wish = Pick<Slot, 'topic' | 'startsAt' | 'endsAt'>

/**
 * Sees to it that the two people who sign in have a session open now and one tomorrow. May be asked at every start; it
 * knows its own sessions by their ids, moves those that nobody came to, and touches no other program.
 */
export async function openDemoSession({ db, now }: Needs): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await isDemoHouse(tx))) return
    const at = now().getTime()
    const planned = await plannedSessions(tx)
    if (!planned.some((session) => isOpenFor(session, at))) await stand(tx, wishNow(at), at)
    const wish = wishTomorrow(at)
    if (!planned.some(({ startsAt }) => sameDay(startsAt, wish.startsAt))) await stand(tx, wish, at)
  })
}

async function isDemoHouse(tx: Tx): Promise<boolean> {
  const [found] = await tx
    .select({ id: tables.programs.id })
    .from(tables.programs)
    .innerJoin(tables.matches, eq(tables.matches.programId, tables.programs.id))
    .where(and(eq(tables.programs.id, program.id), tables.programs.demo, eq(tables.matches.id, match(demoMatch).id)))
    .for('update')
  return found !== undefined
}

async function plannedSessions(tx: Tx): Promise<{ startsAt: number; endsAt: number }[]> {
  const rows = await tx
    .select({ startsAt: tables.sessions.startsAt, endsAt: tables.sessions.endsAt })
    .from(tables.sessions)
    .where(and(eq(tables.sessions.matchId, match(demoMatch).id), sql`${tables.sessions.cancelledAt} is null`))
  return rows.map(({ startsAt, endsAt }) => ({ startsAt: startsAt.getTime(), endsAt: endsAt.getTime() }))
}

function isOpenFor({ startsAt, endsAt }: { startsAt: number; endsAt: number }, now: number): boolean {
  return opensAt({ startsAt, endsAt, state: 'planned' }) <= now && endsAt - now >= leastLeftMs
}

/** Begun a few minutes ago, on a round time. */
function wishNow(now: number): Wish {
  const startsAt = Math.floor((now - minuteMs) / (5 * minuteMs)) * 5 * minuteMs
  return { topic: today.topic, startsAt, endsAt: startsAt + today.minutes * minuteMs }
}

/** Tomorrow after school. */
function wishTomorrow(now: number): Wish {
  const { zone } = mentee()
  const startsAt = instantOf(addDays(wallTime(now, zone).date, 1), '17:00', zone)
  return { topic: tomorrow.topic, startsAt, endsAt: startsAt + tomorrow.minutes * minuteMs }
}

function sameDay(a: number, b: number): boolean {
  const { zone } = mentee()
  return wallTime(a, zone).date === wallTime(b, zone).date
}

function mentee() {
  return person(match(demoMatch).mentees[0] ?? match(demoMatch).mentor)
}

/** Puts a session at a time: one of ours that nobody came to and whose time is over, or else a new one. */
async function stand(tx: Tx, wish: Wish, now: number): Promise<void> {
  const ours = Array.from({ length: 500 }, (_, index) => SessionId.parse(idOf(`standing ${index}`)))
  const rows = await tx
    .select({ id: tables.sessions.id, endsAt: tables.sessions.endsAt, cancelledAt: tables.sessions.cancelledAt })
    .from(tables.sessions)
    .where(inArray(tables.sessions.id, ours))
  const over = rows.filter(({ endsAt, cancelledAt }) => endsAt.getTime() < now && !cancelledAt).map(({ id }) => id)
  const used = await visited(tx, over)
  const id = over.find((one) => !used.has(one)) ?? ours.find((one) => !rows.some((row) => row.id === one))
  if (!id) throw new Error('The demo has had too many open sessions; begin anew with an empty database.')
  const slot: Slot = { ...wish, id, where: demoMatch, week: 0, plannedAt: Math.min(now, wish.startsAt) - 26 * hourMs }
  await clear(tx, id)
  await tx.insert(tables.sessions).values(sessionRow(slot))
  await tx.insert(tables.sessionPeople).values(sessionPeopleRows(slot))
  await tx.insert(tables.ledger).values(ledgerRow(slot))
}

/** Which sessions somebody came to, or tried to. */
async function visited(tx: Tx, ids: SessionId[]): Promise<Set<SessionId>> {
  const found = new Set<SessionId>()
  for (const table of [tables.attempts, tables.intervals, tables.seats, tables.corrections]) {
    const rows = await tx.select({ id: table.sessionId }).from(table).where(inArray(table.sessionId, ids))
    for (const { id } of rows) found.add(id)
  }
  return found
}

/** Takes away a session nobody came to, with what was judged of it. */
async function clear(tx: Tx, id: SessionId): Promise<void> {
  for (const table of [tables.ledger, tables.verdicts, tables.sessionPeople])
    await tx.delete(table).where(eq(table.sessionId, id))
  await tx.delete(tables.sessions).where(eq(tables.sessions.id, id))
}
