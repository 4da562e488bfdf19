import { randomUUID } from 'node:crypto'
import { attendance, call, type CorrectionId, SeatId, SessionId, sessions, TroubleId } from '@ithaca/contract'
import * as tables from '@ithaca/db/schema/index'
import { defaultRule } from '@ithaca/domain/attendance-facts'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { aSession } from '../../../test/a-session.ts'
import { aHouse, type TestHouse } from '../../../test/house.ts'
import type { TestPerson } from '../../../test/people.ts'
import { aSeat, beaten, connected, instant, setTime, stays, tried } from '../../../test/presence.ts'
import { judgeOpen, sweep } from './jobs.ts'

let house: TestHouse

beforeAll(async () => {
  house = await aHouse((close) => afterAll(close))
})

beforeEach(() => void setTime(house, '09:00'))

/** Half an hour at ten between Ada and Bo, whom Cleo coordinates. */
async function atTen() {
  const session = await aSession(house)
  const { cleo } = session.people
  if (!cleo) throw new Error('nobody coordinates')
  return { ...session, cleo, ada: session.mentor, bo: session.mentee }
}
type AtTen = Awaited<ReturnType<typeof atTen>>

function look(who: TestPerson, { sessionId }: AtTen) {
  return house.ask(who, attendance.ofSession, { params: { sessionId } })
}

async function versions(session: AtTen) {
  const { verdicts } = (await look(session.ada, session)).ok
  return verdicts.map(({ version, outcome, final, dyadMs }) => {
    return `${version} ${outcome} ${Math.floor(dyadMs / 60_000)}${final ? ' final' : ''}`
  })
}

async function judgeAt(time: string) {
  setTime(house, time)
  await judgeOpen(house.house.parts)
}

type Correction = { id?: CorrectionId; outcome?: 'held' | 'excused' | 'upcoming'; reason?: string }

function correct(who: TestPerson, { sessionId }: AtTen, words: Correction = {}) {
  const body = { id: randomUUID() as CorrectionId, outcome: 'excused' as const, reason: 'Her bus broke down', ...words }
  return house.ask(who, attendance.correct, { params: { sessionId }, body: body as never })
}

function tell(who: TestPerson, { sessionId }: AtTen, trouble: { id?: TroubleId; kind?: 'deviceBlocked' } = {}) {
  const seatId = SeatId.parse(randomUUID())
  const body = { id: TroubleId.parse(randomUUID()), seatId, kind: 'deviceBlocked' as const, ...trouble }
  return house.ask(who, attendance.tellTrouble, { params: { sessionId }, body })
}

async function row({ cleo, programId, sessionId }: AtTen) {
  const { ok } = await house.ask(cleo, attendance.list, { params: { programId } })
  return ok.items.find((one) => one.sessionId === sessionId)
}

test('the people of a session and its coordinator see both sides of it, and nobody else', async () => {
  const session = await atTen()
  const { sessionId, ada, bo, cleo } = session
  setTime(house, '09:50')
  await tried(house, aSeat(sessionId, bo), 'refused')
  await stays(house, aSeat(sessionId, ada), ['09:58', '10:05'])
  const seen = await look(ada, session)
  expect(seen.ok).toMatchObject({
    rule: defaultRule,
    intervals: [{ userId: ada.id, startedAt: instant('09:58'), endedAt: instant('10:05') }],
    attempts: [{ userId: bo.id, kind: 'refused', at: instant('09:50') }],
    corrections: [],
  })
  expect(await look(bo, session)).toEqual(seen)
  expect(await look(cleo, session)).toEqual(seen)
  const elsewhere = await atTen()
  for (const who of [elsewhere.ada, elsewhere.cleo, await house.person('cy')]) {
    expect((await look(who, session)).refused).toBe('notFound')
  }
  expect((await look(ada, { ...session, sessionId: randomUUID() as typeof sessionId })).refused).toBe('notFound')
  const notes = await house.db.transaction((tx) =>
    tx
      .select({ actorId: tables.audit.actorId })
      .from(tables.audit)
      .where(and(eq(tables.audit.subjectId, sessionId), eq(tables.audit.action, 'attendance.read'))),
  )
  expect(notes).toEqual([{ actorId: cleo.id }])
})

test('a version is kept for what is newly said; beats only move its numbers on', async () => {
  const session = await atTen()
  const { sessionId, ada, bo, cleo } = session
  const seats = [aSeat(sessionId, ada), aSeat(sessionId, bo)]
  const cleos = await house.connect(cleo)
  setTime(house, '09:59:50')
  for (const seat of seats) await connected(house, seat)
  expect(await versions(session)).toEqual([])
  for (let at = setTime(house, '10:00'); at < new Date(instant('10:31')); at = house.clock.now()) {
    await beaten(house, ...seats)
    if (at.getSeconds() === 0) await judgeOpen(house.house.parts)
    house.clock.pass(10_000)
  }
  const soFar = ['1 upcoming 0', '2 upcoming 14', '3 held 30']
  expect(await versions(session)).toEqual(soFar)
  await judgeAt('10:31')
  await sweep(house.house.parts)
  await judgeAt('10:40')
  expect(await versions(session)).toEqual([...soFar.slice(0, 2), '3 held 31'])
  expect(await row(session)).toMatchObject({ outcome: 'held', final: false, dyadMs: 31 * 60_000 })
  await judgeAt('10:46')
  expect((await versions(session)).at(-1)).toBe('4 held 31 final')
  await vi.waitFor(() => expect(cleos.heard('attendance.judged').at(-1)).toMatchObject({ verdict: { version: 4 } }))
})

test('late evidence makes a further version, also after the verdict was final', async () => {
  const session = await atTen()
  const { sessionId, ada, bo } = session
  await stays(house, aSeat(sessionId, ada), ['10:00', '10:30'])
  await judgeAt('10:45')
  const early = await versions(session)
  expect(early.at(-1)).toMatch(/^\d+ noShowMentee 0 final$/)
  // Another node tells now what it saw then.
  await stays(house, aSeat(sessionId, bo), ['10:02', '10:30'])
  setTime(house, '10:50')
  await house.db.transaction(async (tx) =>
    tx.publish(call.left, { sessionId, seatId: aSeat(sessionId, bo).seatId, userId: bo.id }, []),
  )
  await house.settled()
  expect((await versions(session)).slice(0, early.length)).toEqual(early)
  expect((await versions(session)).at(-1)).toMatch(/^\d+ held 28 final$/)
  expect(await row(session)).toMatchObject({ outcome: 'held', final: true, dyadMs: 28 * 60_000 })
})

test('a final verdict is not rewritten by somebody who stays on', async () => {
  const session = await atTen()
  const seat = aSeat(session.sessionId, session.ada)
  const kept = async () => (await look(session.ada, session)).ok.verdicts
  setTime(house, '10:00')
  await connected(house, seat)
  for (setTime(house, '10:00:20'); house.clock.now() < new Date(instant('10:45')); house.clock.pass(20_000)) {
    await beaten(house, seat)
  }
  await judgeAt('10:30')
  await judgeAt('10:45')
  const before = await kept()
  expect(before.at(-1)).toMatchObject({ outcome: 'noShowMentee', final: true })
  await beaten(house, seat)
  await tell(session.ada, session)
  const after = await kept()
  expect(after.slice(0, -1)).toEqual(before)
  expect(after.at(-1)).toMatchObject({ version: before.length + 1, outcome: 'noShowMentee', final: true })
  // What was seen since is judged when it ends, though nobody waits for this session anymore.
  setTime(house, '10:45:20')
  await beaten(house, seat)
  setTime(house, '10:50')
  await sweep(house.house.parts)
  expect((await kept()).at(-1)?.people[0]).toMatchObject({ userId: session.ada.id, presentMs: 45 * 60_000 + 20_000 })
})

test('a correction stands beside the measured outcome, and the table shows it', async () => {
  const session = await atTen()
  const { sessionId, programId, ada, bo, cleo } = session
  const bos = await house.connect(bo)
  await judgeAt('10:45')
  const measured = await versions(session)
  const { status, ok } = await correct(cleo, session)
  expect(status).toBe(200)
  expect(ok).toMatchObject({ outcome: 'excused', reason: 'Her bus broke down', byName: 'cleo', at: instant('10:45') })
  expect((await look(ada, session)).ok.corrections).toEqual([ok])
  expect(await versions(session)).toEqual(measured)
  expect(await row(session)).toMatchObject({ outcome: 'excused', corrected: true, final: true })
  await vi.waitFor(() => expect(bos.heard('attendance.corrected')).toEqual([{ sessionId, programId, correction: ok }]))
  setTime(house, '10:50')
  await correct(cleo, session, { outcome: 'held', reason: 'They met in person' })
  expect(await row(session)).toMatchObject({ outcome: 'held', corrected: true })
  const { corrections } = (await look(ada, session)).ok
  expect(corrections.map(({ outcome }) => outcome)).toEqual(['excused', 'held'])
})

test('a retried correction is the same, and its id is nobody else to take', async () => {
  const session = await atTen()
  const other = await atTen()
  await judgeAt('10:45')
  const id = randomUUID() as CorrectionId
  const first = await correct(session.cleo, session, { id })
  expect(await correct(session.cleo, session, { id, outcome: 'held' })).toEqual(first)
  expect((await look(session.ada, session)).ok.corrections).toEqual([first.ok])
  expect((await correct(other.cleo, other, { id })).refused).toBe('notFound')
  expect((await row(other))?.corrected).toBe(false)
})

test('only the coordinator corrects, with a reason, what is decided', async () => {
  const session = await atTen()
  const elsewhere = await atTen()
  expect((await correct(session.cleo, session)).refused).toBe('attendance.notDecided')
  await judgeAt('10:05')
  expect((await correct(session.cleo, session)).refused).toBe('attendance.notDecided')
  await judgeAt('10:10')
  for (const who of [session.ada, session.bo, elsewhere.cleo, await house.person('cy')]) {
    expect((await correct(who, session)).refused).toBe('notFound')
  }
  for (const words of [{ reason: '  x ' }, { reason: 'x'.repeat(501) }, { outcome: 'upcoming' as const }]) {
    expect((await correct(session.cleo, session, words)).refused).toBe('input.invalid')
  }
  expect((await look(session.ada, session)).ok.corrections).toEqual([])
  expect((await correct(session.cleo, session)).status).toBe(200)
})

test('a cancelled session is decided, and an accepted reason excuses it', async () => {
  const session = await atTen()
  const body = { reason: 'ill' as const, words: 'A fever' }
  await house.ask(session.bo, sessions.cancel, { params: { sessionId: session.sessionId }, body })
  await house.settled()
  expect(await versions(session)).toEqual(['1 lateCancellation 0 final'])
  expect((await correct(session.cleo, session)).status).toBe(200)
  expect(await row(session)).toMatchObject({ outcome: 'excused', corrected: true, final: true })
})

test('a trouble is kept once, for whoever belongs to the session', async () => {
  const session = await atTen()
  const { ada, bo, cleo } = session
  setTime(house, '10:01')
  const id = TroubleId.parse(randomUUID())
  expect(await tell(bo, session, { id })).toMatchObject({ status: 200, ok: {} })
  expect((await tell(bo, session, { id })).status).toBe(200)
  expect((await tell(ada, session, { id })).refused).toBe('notFound')
  const other = await atTen()
  expect((await tell(other.bo, other, { id })).refused).toBe('notFound')
  const body = { id: SessionId.parse(randomUUID()), startsAt: instant('12:00'), minutes: 30, topic: '', zone: 'UTC' }
  await house.ask(bo, sessions.plan, { params: { matchId: session.matchId }, body })
  expect((await tell(bo, { ...session, sessionId: body.id }, { id })).refused).toBe('notFound')
  expect((await tell(cleo, session)).status).toBe(200)
  expect((await tell(await house.person('cy'), session)).refused).toBe('notFound')
  expect((await tell(bo, session, { kind: 'sulking' as 'deviceBlocked' })).refused).toBe('input.invalid')
  const { attempts } = (await look(ada, session)).ok
  const told = { kind: 'deviceBlocked', at: instant('10:01') }
  expect(attempts.toSorted((a) => (a.userId === bo.id ? -1 : 1))).toMatchObject([
    { ...told, userId: bo.id },
    { ...told, userId: cleo.id },
  ])
  await judgeAt('10:45')
  expect((await row(session))?.outcome).toBe('noShowMentor')
  expect((await look(ada, session)).ok.verdicts.at(-1)?.people).toMatchObject([
    { userId: ada.id, outcome: 'noShow' },
    { userId: bo.id, outcome: 'technicalFailure' },
    { userId: cleo.id, outcome: 'notExpected' },
  ])
})

test('a trouble outside the time to join makes no technical failure', async () => {
  const session = await atTen()
  setTime(house, '09:44')
  await tell(session.bo, session)
  setTime(house, '10:30')
  await tell(session.bo, session)
  await judgeAt('10:45')
  expect((await row(session))?.outcome).toBe('bothAbsent')
})
