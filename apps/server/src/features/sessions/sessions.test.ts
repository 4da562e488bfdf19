import { randomUUID } from 'node:crypto'
import { MatchId, ProgramId, type Session, SessionId, sessions } from '@ithaca/contract'
import * as tables from '@ithaca/db/schema/index'
import { defaultRule } from '@ithaca/domain/attendance-facts'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { aHouse, type TestHouse } from '../../../test/house.ts'
import type { TestPerson, TestProgram } from '../../../test/people.ts'

let house: TestHouse

beforeAll(async () => {
  house = await aHouse((close) => afterAll(close))
})

beforeEach(() => house.clock.set('2026-03-02T09:00:00.000Z'))

const newId = () => SessionId.parse(randomUUID())
const ten = '2026-03-02T10:00:00.000Z'
const eleven = '2026-03-02T11:00:00.000Z'

type Plan = { id?: SessionId; startsAt?: string; minutes?: number; topic?: string; zone?: string }

/** A program with Ada the mentor, Bo the mentee and Cora the coordinator. */
async function aProgram() {
  const program = await house.program({ mentor: 'ada', mentee: 'bo', coordinator: 'cora' })
  const [ada, bo, cora] = ['ada', 'bo', 'cora'].map((name) => person(program, name))
  return { ...program, ada, bo, cora } as TestProgram & Record<'ada' | 'bo' | 'cora', TestPerson>
}

function person({ people }: TestProgram, name: string): TestPerson {
  const found = people[name]
  if (!found) throw new Error(`nobody is called ${name}`)
  return found
}

function plan(who: TestPerson | null, { matchId }: { matchId: MatchId }, words: Plan = {}) {
  const body = { id: newId(), startsAt: ten, minutes: 30, topic: 'First steps', zone: 'Africa/Nairobi', ...words }
  return house.ask(who, sessions.plan, { params: { matchId }, body })
}

function move(who: TestPerson, sessionId: SessionId, time: { startsAt?: string; minutes?: number } = {}) {
  return house.ask(who, sessions.move, { params: { sessionId }, body: { startsAt: eleven, minutes: 45, ...time } })
}

function cancel(who: TestPerson, sessionId: SessionId, words = 'I have a fever') {
  return house.ask(who, sessions.cancel, { params: { sessionId }, body: { reason: 'ill', words } })
}

function answer(who: TestPerson, sessionId: SessionId, given: 'accepted' | 'declined' = 'accepted') {
  return house.ask(who, sessions.answer, { params: { sessionId }, body: { answer: given } })
}

function get(who: TestPerson, sessionId: SessionId) {
  return house.ask(who, sessions.get, { params: { sessionId } })
}

type Query = { when?: 'coming' | 'past'; matchId?: MatchId; programId?: ProgramId; cursor?: string; limit?: number }

function list(who: TestPerson, query: Query = {}) {
  return house.ask(who, sessions.list, { query })
}

function answers({ people }: Session) {
  return Object.fromEntries(people.map(({ name, answer: given }) => [name, given]))
}

test('a planned session is accepted by its planner, asked of the other, and told to both and the coordinator', async () => {
  const program = await aProgram()
  const { ada, bo, cora } = program
  const stranger = await house.person('cy')
  const [adas, bos, coras, cys] = await Promise.all([ada, bo, cora, stranger].map((who) => house.connect(who)))
  const { status, ok } = await plan(ada, program)
  expect(status).toBe(200)
  expect(ok).toMatchObject({
    matchId: program.matchId,
    programId: program.programId,
    startsAt: ten,
    endsAt: '2026-03-02T10:30:00.000Z',
    zone: 'Africa/Nairobi',
    state: 'planned',
    cancelled: null,
  })
  expect(ok.people).toEqual([
    { id: ada.id, name: 'ada', zone: 'UTC', tie: 'mentor', answer: 'accepted' },
    { id: bo.id, name: 'bo', zone: 'UTC', tie: 'mentee', answer: 'waiting' },
  ])
  for (const device of [adas, bos, coras])
    await vi.waitFor(() => expect(device?.heard('sessions.planned')).toEqual([ok]))
  expect(cys?.heard('sessions.planned')).toEqual([])
  expect((await get(bo, ok.id)).ok).toEqual(ok)
})

test('a coordinator plans for others: everybody is asked', async () => {
  const program = await aProgram()
  expect(answers((await plan(program.cora, program)).ok)).toEqual({ ada: 'waiting', bo: 'waiting' })
  expect(answers((await plan(program.bo, program)).ok)).toEqual({ ada: 'waiting', bo: 'accepted' })
})

test('the rule of the program is copied, so that later settings never re-decide a session', async () => {
  const program = await aProgram()
  const strict = { ...defaultRule, version: 2, lateAfterMs: 60_000 }
  const { ok: before } = await plan(program.ada, program)
  await house.db.transaction((tx) =>
    tx.update(tables.programs).set({ rule: strict }).where(eq(tables.programs.id, program.programId)),
  )
  const { ok: after } = await plan(program.ada, program)
  const rules = await house.db.transaction((tx) =>
    tx
      .select({ id: tables.sessions.id, rule: tables.sessions.rule })
      .from(tables.sessions)
      .where(eq(tables.sessions.matchId, program.matchId)),
  )
  expect(new Map(rules.map(({ id, rule }) => [id, rule]))).toEqual(
    new Map([
      [before.id, defaultRule],
      [after.id, strict],
    ]),
  )
})

test('a retried plan is the same session, and nobody takes the id of another', async () => {
  const program = await aProgram()
  const id = newId()
  const bos = await house.connect(program.bo)
  const twice = await Promise.all([plan(program.ada, program, { id }), plan(program.ada, program, { id })])
  expect(twice.map(({ status }) => status)).toEqual([200, 200])
  house.clock.set('2026-03-02T10:20:00.000Z')
  expect((await plan(program.ada, program, { id, topic: 'Another' })).ok).toEqual(twice[0]?.ok)
  expect((await plan(program.bo, program, { id })).refused).toBe('notFound')
  const other = await aProgram()
  expect((await plan(other.ada, other, { id, startsAt: eleven })).refused).toBe('notFound')
  await house.settled()
  await vi.waitFor(() => expect(bos.heard('sessions.planned')).toHaveLength(1))
})

test.each([
  ['in the past', { startsAt: '2026-03-02T08:54:59.999Z' }, 'sessions.inThePast', 409],
  ['too short', { minutes: 14 }, 'input.invalid', 400],
  ['too long', { minutes: 181 }, 'input.invalid', 400],
  ['in an unknown zone', { zone: 'Mars/Olympus' }, 'input.invalid', 400],
  ['without a date', { startsAt: 'tomorrow' }, 'input.invalid', 400],
])('a session %s is not planned', async (_case, words, code, status) => {
  const program = await aProgram()
  expect(await plan(program.ada, program, words)).toMatchObject({ refused: code, status })
  expect((await list(program.ada)).ok.items).toEqual([])
  expect((await plan(program.ada, program, { startsAt: '2026-03-02T08:55:00.000Z' })).status).toBe(200)
})

test('a move asks the others again, until the session begins', async () => {
  const program = await aProgram()
  const { ada, bo, cora } = program
  const { id } = (await plan(ada, program)).ok
  await answer(bo, id)
  const coras = await house.connect(cora)
  const moved = await move(bo, id)
  expect(moved.ok).toMatchObject({ startsAt: eleven, endsAt: '2026-03-02T11:45:00.000Z' })
  expect(answers(moved.ok)).toEqual({ ada: 'waiting', bo: 'accepted' })
  await vi.waitFor(() => expect(coras.heard('sessions.changed')).toEqual([moved.ok]))
  expect(answers((await answer(ada, id)).ok)).toEqual({ ada: 'accepted', bo: 'accepted' })
  expect(answers((await move(bo, id)).ok)).toEqual({ ada: 'accepted', bo: 'accepted' })
  expect(answers((await move(cora, id, { minutes: 60 })).ok)).toEqual({ ada: 'waiting', bo: 'waiting' })
  expect((await move(ada, id, { startsAt: '2026-03-02T08:00:00.000Z' })).refused).toBe('sessions.inThePast')
  house.clock.set(eleven)
  expect((await move(ada, id, { startsAt: '2026-03-03T11:00:00.000Z' })).refused).toBe('sessions.begun')
})

test('a cancellation keeps its reason, once, and only before the session begins', async () => {
  const program = await aProgram()
  const { ada, bo, cora } = program
  const { id } = (await plan(ada, program)).ok
  const adas = await house.connect(ada)
  const cancelled = await cancel(bo, id)
  expect(cancelled.ok).toMatchObject({
    state: 'cancelled',
    cancelled: { reason: 'ill', words: 'I have a fever', at: '2026-03-02T09:00:00.000Z' },
  })
  await vi.waitFor(() => expect(adas.heard('sessions.changed')).toEqual([cancelled.ok]))
  expect(await cancel(bo, id)).toEqual(cancelled)
  expect((await cancel(ada, id)).refused).toBe('sessions.notPlanned')
  expect((await cancel(bo, id, 'or so')).refused).toBe('sessions.notPlanned')
  expect((await move(cora, id)).refused).toBe('sessions.notPlanned')
  expect((await answer(ada, id, 'declined')).refused).toBe('sessions.notPlanned')

  const { id: begun } = (await plan(ada, program)).ok
  house.clock.set(ten)
  expect((await cancel(ada, begun)).refused).toBe('sessions.begun')
})

test('mentor and mentee answer for themselves, until the end', async () => {
  const program = await aProgram()
  const { id } = (await plan(program.cora, program)).ok
  expect(answers((await answer(program.bo, id, 'declined')).ok)).toEqual({ ada: 'waiting', bo: 'declined' })
  expect((await answer(program.cora, id)).refused).toBe('notFound')
  house.clock.set('2026-03-02T10:29:59.999Z')
  expect(answers((await answer(program.bo, id)).ok)).toEqual({ ada: 'waiting', bo: 'accepted' })
  house.clock.set('2026-03-02T10:30:00.000Z')
  expect((await answer(program.ada, id)).refused).toBe('sessions.over')
})

test('a stranger, another mentor of the program and a wrong id get the same answer', async () => {
  const program = await aProgram()
  const { id } = (await plan(program.ada, program)).ok
  const stranger = await house.person('cy')
  const colleague = await house.person('mia')
  const tie = { programId: program.programId, accountId: colleague.id, tie: 'mentor' as const, since: new Date(0) }
  await house.db.transaction((tx) => tx.insert(tables.ties).values(tie))
  const elsewhere = await aProgram()
  for (const who of [stranger, colleague, elsewhere.cora]) {
    const asked = [get(who, id), move(who, id), cancel(who, id), answer(who, id), plan(who, program)]
    for (const back of await Promise.all(asked)) expect(back).toMatchObject({ status: 404, refused: 'notFound' })
    expect((await list(who, { matchId: program.matchId })).refused).toBe('notFound')
    expect((await list(who)).ok.items).toEqual([])
  }
  expect((await get(program.ada, newId())).refused).toBe('notFound')
  expect((await list(stranger, { programId: program.programId })).refused).toBe('notFound')
  expect((await plan(null, program)).refused).toBe('signInNeeded')
  expect((await get(program.ada, id)).ok).toMatchObject({ state: 'planned', startsAt: ten })
})

test('coming sessions come soonest first until they are over, past ones latest first', async () => {
  const program = await aProgram()
  const at = async (startsAt: string) => (await plan(program.ada, program, { startsAt })).ok.id
  const third = await at('2026-03-04T10:00:00.000Z')
  const first = await at(ten)
  const second = await at(eleven)
  const ids = async (query: Query) => (await list(program.bo, query)).ok.items.map(({ id }) => id)
  house.clock.set('2026-03-02T10:59:59.999Z')
  expect(await ids({})).toEqual([first, second, third])
  expect(await ids({ when: 'past' })).toEqual([])
  house.clock.set('2026-03-02T11:00:00.000Z')
  expect(await ids({})).toEqual([second, third])
  house.clock.set('2026-03-02T13:00:00.000Z')
  expect(await ids({})).toEqual([third])
  expect(await ids({ when: 'past' })).toEqual([second, first])
})

test('a person lists their own sessions, a coordinator a match and the whole program', async () => {
  const program = await aProgram()
  const { programId, ada, bo, cora } = program
  const cy = await house.person('cy')
  const matchId = MatchId.parse(randomUUID())
  await house.db.transaction(async (tx) => {
    await tx.insert(tables.ties).values({ programId, accountId: cy.id, tie: 'mentee', since: new Date(0) })
    await tx.insert(tables.matches).values({ id: matchId, programId, startedOn: '2026-01-05' })
    await tx.insert(tables.matchPeople).values([
      { matchId, accountId: ada.id, tie: 'mentor' },
      { matchId, accountId: cy.id, tie: 'mentee' },
    ])
  })
  const { id: withBo } = (await plan(ada, program)).ok
  const { id: withCy } = (await plan(ada, { matchId }, { startsAt: eleven })).ok
  // Her own session of one match is none of another.
  expect((await plan(ada, { matchId }, { id: withBo })).refused).toBe('notFound')
  const ids = async (who: TestPerson, query: Query = {}) => (await list(who, query)).ok.items.map(({ id }) => id)
  expect(await ids(ada)).toEqual([withBo, withCy])
  expect(await ids(bo)).toEqual([withBo])
  expect(await ids(bo, { programId })).toEqual([withBo])
  expect(await ids(ada, { matchId })).toEqual([withCy])
  expect(await ids(ada, { matchId, programId })).toEqual([withCy])
  expect(await ids(cora)).toEqual([])
  expect(await ids(cora, { programId })).toEqual([withBo, withCy])
  expect(await ids(cora, { matchId })).toEqual([withCy])
  expect((await list(bo, { matchId })).refused).toBe('notFound')
  expect((await list(bo, { matchId, programId })).refused).toBe('notFound')
})

test('pages hold every session once, also where many begin together', async () => {
  const program = await aProgram()
  const planned: SessionId[] = []
  for (let n = 0; n < 7; n += 1) {
    planned.push((await plan(program.ada, program, { startsAt: n < 5 ? ten : eleven })).ok.id)
  }
  for (const [when, now] of [
    ['coming', ten],
    ['past', '2026-03-03T00:00:00.000Z'],
  ] as const) {
    house.clock.set(now)
    const seen: SessionId[] = []
    let cursor: string | undefined
    do {
      const { ok } = await list(program.bo, { when, limit: 3, ...(cursor && { cursor }) })
      seen.push(...ok.items.map(({ id }) => id))
      cursor = ok.next ?? undefined
    } while (cursor)
    expect(seen.toSorted()).toEqual(planned.toSorted())
  }
  for (const cursor of ['', 'nonsense', Buffer.from(`${ten}~1`).toString('base64url')]) {
    expect((await list(program.bo, { cursor })).refused).toBe('input.invalid')
  }
})

test('every write leaves a note of who did it', async () => {
  const program = await aProgram()
  const { id } = (await plan(program.ada, program)).ok
  await answer(program.bo, id)
  await move(program.bo, id)
  await cancel(program.ada, id)
  const notes = await house.db.transaction((tx) =>
    tx
      .select({ actorId: tables.audit.actorId, action: tables.audit.action })
      .from(tables.audit)
      .where(and(eq(tables.audit.subjectId, id)))
      .orderBy(tables.audit.id),
  )
  expect(notes).toEqual([
    { actorId: program.ada.id, action: 'sessions.plan' },
    { actorId: program.bo.id, action: 'sessions.answer' },
    { actorId: program.bo.id, action: 'sessions.move' },
    { actorId: program.ada.id, action: 'sessions.cancel' },
  ])
})
