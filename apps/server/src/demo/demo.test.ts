import { accounts, attendance, chat, type Outcome, PersonVerdict, type SessionId, sessions } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import * as tables from '@ithaca/db/schema/index'
import { judge } from '@ithaca/domain/attendance'
import { factsFrom } from '@ithaca/domain/attendance-wire'
import { asc, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { aHouse, type TestHouse } from '../../test/house.ts'
import type { TestPerson } from '../../test/people.ts'
import { refresh } from '../features/attendance/judging.ts'
import { demoMatch, everybody, everywhere, match, person, program } from './cast.ts'
import { openDemoSession } from './open-session.ts'
import { seedDemo } from './seed.ts'

const password = 'a password to try it'
const minuteMs = 60_000

let house: TestHouse

beforeEach(async () => {
  house = await aHouse()
})

function start(given = password) {
  const needs = { db: house.db, now: house.clock.now }
  return seedDemo({ ...needs, password: given }).then(async (seeded) => {
    await openDemoSession(needs)
    return seeded
  })
}

async function count() {
  const all = Object.entries(tables).flatMap(([name, table]) => (name === 'audit' ? [] : [[name, table] as const]))
  const counts: [string, number][] = []
  await house.db.transaction(async (tx) => {
    for (const [name, table] of all) counts.push([name, (await tx.select().from(table)).length])
  })
  return Object.fromEntries(counts)
}

/** Signs a person in by the front door. */
async function signIn(email: string, secret = password): Promise<TestPerson> {
  const response = await house.house.http.inject({
    method: accounts.signIn.method,
    url: `/api${accounts.signIn.path}`,
    payload: { email, password: secret },
  })
  const cookie = String(response.headers['set-cookie'] ?? '').split(';')[0] ?? ''
  const { id, name } = response.json()
  return { id, name, email, cookie }
}

function demoSessions() {
  return house.db.transaction((tx) =>
    tx
      .select()
      .from(tables.sessions)
      .where(eq(tables.sessions.matchId, match(demoMatch).id))
      .orderBy(asc(tables.sessions.startsAt)),
  )
}

async function coming() {
  const now = house.clock.now()
  return (await demoSessions()).filter(({ endsAt }) => endsAt > now)
}

test('an empty house is filled with people of several scripts, ages and zones, and a history', async () => {
  const begun = performance.now()
  expect(await start()).toBe(true)
  expect(performance.now() - begun).toBeLessThan(3000)
  const counts = await count()
  expect(counts).toMatchObject({ organizations: 1, programs: 1, accounts: 21, matches: 12, conversations: 12 })
  expect(counts.sessions).toBe(118 + 11 + 2)
  expect(counts.ledger).toBe(counts.sessions)
  expect(counts.messages).toBeGreaterThan(200)
  const people = everybody.map(person)
  for (const script of [/\p{sc=Arabic}/u, /\p{sc=Devanagari}/u, /\p{sc=Cyrillic}/u, /\p{sc=Han}/u])
    expect(people.some(({ name }) => script.test(name))).toBe(true)
  expect(new Set(people.map(({ zone }) => zone)).size).toBeGreaterThan(7)
  expect(people.filter(({ minor }) => minor)).toHaveLength(8)
})

test('a second start adds nothing, and sets the password that it prints', async () => {
  await start()
  const before = await count()
  expect(await start('another password')).toBe(false)
  expect(await count()).toEqual(before)
  expect((await signIn('mentor@ithaca.example')).id).toBeUndefined()
  expect((await signIn('mentor@ithaca.example', 'another password')).name).toBe('Amina Odhiambo')
})

test('two servers that start at the same time seed once', async () => {
  expect((await Promise.all([start(), start()])).toSorted()).toEqual([false, true])
  expect(await coming()).toHaveLength(2)
})

test('a house with a program of its own is left alone', async () => {
  await house.program({ mentor: 'ada', mentee: 'bo' })
  const before = await count()
  expect(await start()).toBe(false)
  expect(await count()).toEqual(before)
})

/** The facts of a session, read back from its tables. */
async function factsOf(tx: Tx, sessionId: SessionId) {
  const [session] = await tx.select().from(tables.sessions).where(eq(tables.sessions.id, sessionId))
  if (!session) throw new Error('a verdict without its session')
  const { sessionPeople } = tables
  const people = await tx.select().from(sessionPeople).where(eq(sessionPeople.sessionId, sessionId))
  const intervals = await tx.select().from(tables.intervals).where(eq(tables.intervals.sessionId, sessionId))
  const attempts = await tx.select().from(tables.attempts).where(eq(tables.attempts.sessionId, sessionId))
  const { cancelledAt, cancelReason: reason, cancelWords: words } = session
  return factsFrom({
    session: {
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      state: cancelledAt ? 'cancelled' : 'planned',
      cancelled: cancelledAt && reason ? { at: cancelledAt.toISOString(), reason, words: words ?? '' } : null,
      people: people.map(({ accountId, tie }) => ({ id: accountId, tie })),
    },
    rule: session.rule,
    intervals: intervals.map(({ accountId, seatId, startedAt, lastSeenAt, endedAt }) => ({
      userId: accountId,
      seatId,
      startedAt: startedAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    })),
    attempts: attempts.map(({ accountId: userId, seatId, kind, at }) => ({
      userId,
      seatId,
      kind,
      at: at.toISOString(),
    })),
    excused: false,
    now: house.clock.now().getTime(),
  })
}

test('every verdict is what the rule makes of the facts, and the mix is that of life', async () => {
  await start()
  const outcomes: Outcome[] = []
  await house.db.transaction(async (tx) => {
    for (const { sessionId, version, decidedAt, ...kept } of await tx.select().from(tables.verdicts)) {
      const { finalAt, ...judged } = judge(await factsOf(tx, sessionId))
      expect(kept).toEqual({ ...judged, people: judged.people.map((one) => PersonVerdict.parse(one)) })
      expect([version, kept.final, decidedAt.getTime()]).toEqual([1, true, finalAt])
      outcomes.push(kept.outcome)
    }
  })
  const share = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length / outcomes.length
  expect(share('held')).toBeGreaterThan(0.8)
  const others: Outcome[] = ['partial', 'noShowMentor', 'noShowMentee', 'bothAbsent', 'technicalFailure', 'cancelled']
  for (const other of [...others, 'lateCancellation' as const]) expect(share(other), other).toBeGreaterThan(0)
  expect(await house.db.transaction((tx) => tx.select().from(tables.corrections))).toHaveLength(1)
})

test('what attendance makes of a session is the row that was seeded', async () => {
  await start()
  const rows = () =>
    house.db.transaction(async (tx) => ({
      ledger: await tx.select().from(tables.ledger).orderBy(tables.ledger.sessionId),
      verdicts: await tx.select().from(tables.verdicts).orderBy(tables.verdicts.sessionId),
    }))
  const before = await rows()
  await house.db.transaction(async (tx) => {
    for (const { sessionId } of before.verdicts) await refresh(tx, sessionId, house.clock.now())
  })
  expect(await rows()).toEqual(before)
})

test.each(['coordinator', 'mentor', 'mentee'])('the %s signs in and sees what is theirs', async (tie) => {
  await start()
  const actor = await signIn(`${tie}@ithaca.example`)
  const me = await house.ask(actor, accounts.me)
  expect(me.ok.programs).toEqual([{ id: program.id, name: program.name, tie }])
  const talks = (await house.ask(actor, chat.conversations)).ok
  const table = await house.ask(actor, attendance.list, { params: { programId: program.id } })
  if (tie === 'coordinator') {
    expect(talks).toEqual([])
    expect(table.ok.items).toHaveLength(50)
    return
  }
  expect(table.refused).toBe('notFound')
  expect(talks[0]?.matchId).toBe(match(demoMatch).id)
  const { ok } = await house.ask(actor, sessions.list)
  const [first, second] = ok.items.filter(({ matchId }) => matchId === match(demoMatch).id)
  const now = house.clock.now().getTime()
  expect(Date.parse(first?.startsAt ?? '')).toBeLessThan(now)
  expect(Date.parse(first?.endsAt ?? '') - now).toBeGreaterThanOrEqual(45 * minuteMs)
  expect(Date.parse(second?.startsAt ?? '') - now).toBeGreaterThan(4 * 60 * minuteMs)
})

test('everybody said something in time: messages and marks stand in order, and none comes from tomorrow', async () => {
  await start()
  const now = house.clock.now()
  const said = await house.db.transaction((tx) => tx.select().from(tables.messages).orderBy(tables.messages.seq))
  for (const where of everywhere) {
    const people = new Set(match(where).people.map((who) => person(who).id))
    const own = said.filter(({ authorId }) => people.has(authorId))
    expect(own.length).toBeGreaterThan(0)
  }
  const byTalk = Map.groupBy(said, ({ conversationId }) => conversationId)
  for (const messages of byTalk.values()) {
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1))
    expect(messages.map(({ sentAt }) => sentAt)).toEqual(
      messages.map(({ sentAt }) => sentAt).toSorted((a, b) => +a - +b),
    )
    for (const { sentAt } of messages) expect(sentAt.getTime()).toBeLessThan(now.getTime())
  }
})

test('a start while the session is open keeps it; one after it moves what nobody came to', async () => {
  await start()
  const first = await coming()
  house.clock.pass(20 * minuteMs)
  await start()
  expect(await coming()).toEqual(first)
  house.clock.pass(30 * minuteMs)
  await start()
  expect((await coming()).length).toBe(3)
  house.clock.pass(100 * minuteMs)
  const before = (await demoSessions()).length
  await start()
  expect(await demoSessions()).toHaveLength(before)
  const now = house.clock.now()
  expect((await coming()).some(({ startsAt, endsAt }) => startsAt <= now && +endsAt - +now >= 45 * minuteMs)).toBe(true)
})

test('a session that somebody came to stays in the history', async () => {
  await start()
  const [open] = await coming()
  if (!open) throw new Error('no session is open')
  const at = house.clock.now()
  const attempt = { id: crypto.randomUUID(), seatId: crypto.randomUUID(), kind: 'join' as const, at }
  await house.db.transaction((tx) =>
    tx.insert(tables.attempts).values({ ...attempt, sessionId: open.id, accountId: person('amina').id } as never),
  )
  for (let day = 0; day < 3; day += 1) {
    house.clock.pass(24 * 60 * minuteMs)
    await start()
    const [now, ...later] = await coming()
    expect(now?.startsAt.getTime()).toBeLessThan(house.clock.now().getTime())
    expect(later.length).toBeGreaterThan(0)
  }
  expect((await demoSessions()).find(({ id }) => id === open.id)?.startsAt).toEqual(open.startsAt)
})

test.each([
  '2026-03-29T00:59:00.000Z',
  '2026-10-25T01:30:00.000Z',
  '2026-12-31T23:58:00.000Z',
  '2026-07-07T16:50:00.000Z',
])('the seed obeys the tables also at %s', async (at) => {
  house.clock.set(at)
  expect(await start()).toBe(true)
  const now = house.clock.now().getTime()
  const all = await house.db.transaction((tx) => tx.select().from(tables.sessions))
  const verdicts = await house.db.transaction((tx) => tx.select().from(tables.verdicts))
  expect(verdicts.every(({ final }) => final)).toBe(true)
  for (const { plannedAt, startsAt } of all) {
    expect(plannedAt.getTime()).toBeLessThan(now)
    expect(plannedAt.getTime()).toBeLessThan(startsAt.getTime())
  }
  const changes = await house.db.transaction((tx) => tx.select().from(tables.changes))
  for (const change of changes) expect(change.at.getTime()).toBeLessThan(now)
})
