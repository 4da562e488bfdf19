import { randomUUID } from 'node:crypto'
import { attendance, MatchId, type Outcome, SessionId, sessions } from '@ithaca/contract'
import * as tables from '@ithaca/db/schema/index'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aHouse, type TestHouse } from '../../../test/house.ts'
import type { Cast, TestPerson, TestProgram } from '../../../test/people.ts'
import { aSeat, instant, setTime, stays } from '../../../test/presence.ts'
import { judgeOpen } from './jobs.ts'

let house: TestHouse

beforeAll(async () => {
  house = await aHouse((close) => afterAll(close))
})

beforeEach(() => void setTime(house, '09:00'))

type People = Record<'ada' | 'bo' | 'cleo', TestPerson>

/** A program with Ada the mentor, Bo the mentee and Cleo the coordinator, who may have a busy minute. */
async function aProgram(cast: Partial<Cast> = {}): Promise<TestProgram & People> {
  const program = await house.program({ mentor: 'ada', mentee: 'bo', coordinator: 'cleo', ...cast })
  return { ...program, ...(program.people as People) }
}

async function plan({ ada, matchId }: TestProgram & People, startsAt: string, topic = 'First steps') {
  const body = { id: SessionId.parse(randomUUID()), startsAt, minutes: 30, topic, zone: 'UTC' }
  const { ok } = await house.ask(ada, sessions.plan, { params: { matchId }, body })
  await house.settled()
  return ok.id
}

type Query = Parameters<typeof house.ask<typeof attendance.list>>[2] extends infer Sent
  ? NonNullable<(Sent & { query?: unknown })['query']>
  : never

function list(who: TestPerson, { programId }: TestProgram, query: Query = {}) {
  return house.ask(who, attendance.list, { params: { programId }, query })
}

async function ids(program: TestProgram & People, query: Query = {}) {
  return (await list(program.cleo, program, query)).ok.items.map(({ sessionId }) => sessionId)
}

/** All pages of a list, with something that happens between them. */
async function pages(program: TestProgram & People, query: Query, between: (page: number) => Promise<void>) {
  const seen: SessionId[] = []
  let cursor: string | undefined
  for (let page = 1; ; page += 1) {
    const { ok } = await list(program.cleo, program, { ...query, limit: 3, ...(cursor && { cursor }) })
    seen.push(...ok.items.map(({ sessionId }) => sessionId))
    if (!ok.next) return seen
    cursor = ok.next
    await between(page)
  }
}

/** Gives the row of a session another outcome and length, as a verdict would. */
async function becomes(sessionId: SessionId, row: { outcome?: Outcome; dyadMs?: number }) {
  await house.db.transaction((tx) => tx.update(tables.ledger).set(row).where(eq(tables.ledger.sessionId, sessionId)))
}

test('a session stands in the table as soon as it is planned, and follows what becomes of it', async () => {
  const program = await aProgram()
  const { ada, bo, cleo, matchId } = program
  const sessionId = await plan(program, instant('13:00'), 'Applying')
  const row = async () => (await list(cleo, program)).ok.items
  const upcoming = {
    sessionId,
    matchId,
    topic: 'Applying',
    startsAt: instant('13:00'),
    endsAt: instant('13:30'),
    mentors: ['ada'],
    mentees: ['bo'],
    outcome: 'upcoming',
    final: false,
    corrected: false,
    dyadMs: 0,
  }
  expect(await row()).toEqual([upcoming])
  await house.ask(bo, sessions.move, { params: { sessionId }, body: { startsAt: instant('14:00'), minutes: 60 } })
  await house.settled()
  expect(await row()).toEqual([{ ...upcoming, startsAt: instant('14:00'), endsAt: instant('15:00') }])
  await stays(house, aSeat(sessionId, ada), ['14:00', '14:50'])
  await stays(house, aSeat(sessionId, bo), ['14:10', '14:50'])
  setTime(house, '15:15')
  await judgeOpen(house.house.parts)
  expect(await row()).toMatchObject([{ outcome: 'held', final: true, dyadMs: 40 * 60_000 }])
})

test.each([
  ['12:00:01', 'lateCancellation'],
  ['12:00', 'cancelled'],
])('cancelled at %s, for three in the afternoon, it is %s at once', async (time, outcome) => {
  const program = await aProgram()
  const sessionId = await plan(program, instant('15:00'))
  setTime(house, time)
  const body = { reason: 'ill' as const, words: '' }
  await house.ask(program.bo, sessions.cancel, { params: { sessionId }, body })
  await house.settled()
  expect((await list(program.cleo, program)).ok.items).toMatchObject([{ outcome, final: true }])
})

test('rows are filtered by day, match and outcome, and only those of the program are there', async () => {
  const program = await aProgram()
  const elsewhere = await aProgram()
  await plan(elsewhere, instant('10:00'))
  const matchId = MatchId.parse(randomUUID())
  const { ada, bo, programId } = program
  await house.db.transaction(async (tx) => {
    await tx.insert(tables.matches).values({ id: matchId, programId, startedOn: '2026-01-05' })
    await tx.insert(tables.matchPeople).values([
      { matchId, accountId: ada.id, tie: 'mentor' },
      { matchId, accountId: bo.id, tie: 'mentee' },
    ])
  })
  const monday = await plan(program, '2026-03-02T23:59:59.999Z')
  const tuesday = await plan({ ...program, matchId }, '2026-03-03T00:00:00.000Z')
  const friday = await plan(program, '2026-03-06T12:00:00.000Z')
  await becomes(friday, { outcome: 'held' })
  expect(await ids(program)).toEqual([friday, tuesday, monday])
  expect(await ids(program, { from: '2026-03-03' })).toEqual([friday, tuesday])
  expect(await ids(program, { to: '2026-03-02' })).toEqual([monday])
  expect(await ids(program, { from: '2026-03-03', to: '2026-03-05' })).toEqual([tuesday])
  expect(await ids(program, { matchId })).toEqual([tuesday])
  expect(await ids(program, { outcome: 'held' })).toEqual([friday])
  expect(await ids(program, { outcome: 'held', matchId })).toEqual([])
  expect(await ids(program, { matchId: elsewhere.matchId })).toEqual([])
})

test('rows are sorted by time and by time together, both ways', async () => {
  const program = await aProgram()
  const [first, second, third] = [
    await plan(program, instant('10:00')),
    await plan(program, instant('11:00')),
    await plan(program, instant('12:00')),
  ]
  await becomes(first, { dyadMs: 5 })
  await becomes(second, { dyadMs: 7 })
  expect(await ids(program)).toEqual([third, second, first])
  expect(await ids(program, { sort: 'earliest' })).toEqual([first, second, third])
  expect(await ids(program, { sort: 'longest' })).toEqual([second, first, third])
  expect(await ids(program, { sort: 'shortest' })).toEqual([third, first, second])
})

test.each(['latest', 'earliest', 'longest', 'shortest'] as const)(
  'the pages of %s hold every row once, while others come and change',
  async (sort) => {
    const program = await aProgram()
    const planned: SessionId[] = []
    for (let n = 0; n < 8; n += 1) planned.push(await plan(program, instant(n < 6 ? '10:00' : '11:00')))
    const [changing] = planned
    if (!changing) throw new Error('nothing was planned')
    for (const id of planned.slice(4)) await becomes(id, { dyadMs: 1000 })
    const seen = await pages(program, { sort }, async (page) => {
      await plan(program, instant(page % 2 ? '09:30' : '12:00'))
      if (sort === 'latest' || sort === 'earliest') await becomes(changing, { outcome: 'held', dyadMs: page * 500 })
    })
    const before = seen.filter((id) => planned.includes(id))
    expect(before.toSorted()).toEqual(planned.toSorted())
    expect(new Set(seen).size).toBe(seen.length)
  },
)

test('a cursor of another order, or of nobody, is bad input', async () => {
  const program = await aProgram()
  for (const time of ['10:00', '11:00']) await plan(program, instant(time))
  const { next } = (await list(program.cleo, program, { limit: 1 })).ok
  expect(next).toEqual(expect.any(String))
  const refused = async (query: Query) => (await list(program.cleo, program, query)).refused
  expect(await refused({ cursor: next ?? '', sort: 'longest' })).toBe('input.invalid')
  expect(await refused({ cursor: 'nonsense' })).toBe('input.invalid')
  expect(await refused({ cursor: Buffer.from(`latest~now~1~2`).toString('base64url') })).toBe('input.invalid')
  for (const query of [{ limit: 0 }, { limit: 201 }, { from: 'May' }, { outcome: 'good' }, { sorted: 'up' }]) {
    expect(await refused(query as Query)).toBe('input.invalid')
  }
})

test('a spreadsheet holds all rows, and no cell that would run', async () => {
  const program = await aProgram({ mentee: ['bo', '@sum(a1)'] })
  const formula = await plan(program, instant('10:00'), '=HYPERLINK("https://example.com","me")')
  await plan(program, instant('11:00'), 'Plain, "quoted"')
  await becomes(formula, { outcome: 'held', dyadMs: 1_380_000 })
  const { programId, cleo, matchId } = program
  const response = await house.house.http.inject({
    url: `/api/programs/${programId}/attendance.csv?sort=earliest`,
    headers: { cookie: cleo.cookie },
  })
  expect(response.headers['content-type']).toContain('text/csv')
  expect(response.headers['content-disposition']).toBe('attachment; filename="attendance.csv"')
  const lines = response.body.split('\r\n')
  expect(lines[0]).toBe(
    '\uFEFFstartsAt,endsAt,topic,mentors,mentees,outcome,final,corrected,togetherMs,sessionId,matchId',
  )
  expect(lines[1]).toBe(
    `${instant('10:00')},${instant('10:30')},"'=HYPERLINK(""https://example.com"",""me"")",ada,"'@sum(a1); bo",` +
      `held,false,false,1380000,${formula},${matchId}`,
  )
  expect(lines[2]).toContain(',"Plain, ""quoted""",')
  expect(lines.slice(3)).toEqual([''])
  const held = await house.ask(cleo, attendance.csv, { params: { programId }, query: { outcome: 'held' } })
  expect(held.ok.split('\r\n')).toHaveLength(3)
})

test('only a coordinator of the program reads its table, and leaves a note of it', async () => {
  const program = await aProgram()
  const elsewhere = await aProgram()
  const { programId, ada, bo, cleo } = program
  for (const who of [ada, bo, elsewhere.cleo, await house.person('cy')]) {
    expect((await list(who, program)).refused).toBe('notFound')
    const csv = await house.house.http.inject({
      url: `/api/programs/${programId}/attendance.csv`,
      headers: { cookie: who.cookie },
    })
    expect([csv.statusCode, csv.json()]).toEqual([404, { refused: 'notFound' }])
  }
  const nowhere = randomUUID() as typeof programId
  expect((await list(cleo, { ...program, programId: nowhere })).refused).toBe('notFound')
  await list(cleo, program)
  await house.ask(cleo, attendance.csv, { params: { programId } })
  const notes = await house.db.transaction((tx) =>
    tx
      .select({ actorId: tables.audit.actorId })
      .from(tables.audit)
      .where(and(eq(tables.audit.subjectId, programId), eq(tables.audit.action, 'attendance.read'))),
  )
  expect(notes).toEqual([{ actorId: cleo.id }, { actorId: cleo.id }])
})
