import { randomUUID } from 'node:crypto'
import { attendance, type SessionId, type TroubleId } from '@ithaca/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { aSession, type PlannedSession } from '../../../test/a-session.ts'
import { aHouse, type TestHouse } from '../../../test/house.ts'
import type { TestPerson } from '../../../test/people.ts'
import { aSeat, beaten, connected, instant, lost, setTime, stays, tried } from '../../../test/presence.ts'
import { judgeOpen, sweep } from './jobs.ts'

let house: TestHouse

beforeAll(async () => {
  house = await aHouse((close) => afterAll(close))
})

beforeEach(() => void setTime(house, '09:00'))

const parts = () => house.house.parts

/** Half an hour at ten between Ada and Bo, whom Cleo coordinates. */
async function atTen() {
  const session = await aSession(house)
  const { cleo } = session.people
  if (!cleo) throw new Error('nobody coordinates')
  return { ...session, cleo, ada: session.mentor, bo: session.mentee }
}

async function look(who: TestPerson, { sessionId }: { sessionId: SessionId }) {
  const { ok } = await house.ask(who, attendance.ofSession, { params: { sessionId } })
  return { ...ok, verdict: ok.verdicts.at(-1) }
}

async function judgedAt(time: string, session: PlannedSession) {
  setTime(house, time)
  await judgeOpen(parts())
  return (await look(session.mentor, session)).verdict
}

async function stretches(session: PlannedSession) {
  const { intervals } = await look(session.mentor, session)
  const time = (at: string | null) => at?.slice(11, 19) ?? 'open'
  return intervals.map(({ startedAt, lastSeenAt, endedAt }) => [startedAt, lastSeenAt, endedAt].map(time).join(' '))
}

describe('the check values of practice', () => {
  test('a gap of twenty seconds is bridged: twenty-three minutes together, the mentee late, held', async () => {
    const session = await atTen()
    const { sessionId, ada, bo } = session
    const bos = aSeat(sessionId, bo)
    await stays(house, aSeat(sessionId, ada), ['09:58', '10:31'])
    await stays(house, bos, ['10:07', '10:12'])
    await stays(house, bos, ['10:12:20', '10:30'])
    expect(await judgedAt('10:40', session)).toMatchObject({
      outcome: 'held',
      final: false,
      dyadMs: 23 * 60_000,
      heldThresholdMs: 15 * 60_000,
      people: [
        { userId: ada.id, late: false, lateMs: 0, outcome: 'present' },
        { userId: bo.id, late: true, lateMs: 7 * 60_000, outcome: 'present' },
      ],
    })
    expect(await judgedAt('10:45', session)).toMatchObject({ outcome: 'held', final: true })
  })

  test('a mentee who tried three times and was there for forty seconds had a technical failure', async () => {
    const session = await atTen()
    const { sessionId, ada, bo } = session
    await stays(house, aSeat(sessionId, ada), ['09:58', '10:31'])
    const bos = aSeat(sessionId, bo)
    for (const time of ['10:01', '10:03', '10:06']) {
      setTime(house, time)
      await tried(house, bos)
    }
    await stays(house, bos, ['10:06', '10:06:40'])
    const verdict = await judgedAt('10:45', session)
    expect(verdict).toMatchObject({ outcome: 'technicalFailure', final: true, dyadMs: 40_000 })
    expect(verdict?.people[1]).toMatchObject({ userId: bo.id, outcome: 'technicalFailure', presentMs: 40_000 })
  })

  test('two devices at once count once: thirty minutes, not thirty-five', async () => {
    const session = await atTen()
    const { sessionId, bo } = session
    await stays(house, aSeat(sessionId, bo), ['10:00', '10:20'])
    await stays(house, aSeat(sessionId, bo), ['10:15', '10:30'])
    const verdict = await judgedAt('10:45', session)
    expect(verdict).toMatchObject({ outcome: 'noShowMentor', dyadMs: 0 })
    expect(verdict?.people[1]).toMatchObject({ presentMs: 30 * 60_000 })
  })
})

describe('who did not come', () => {
  test('a no-show is told ten minutes after the start, provisionally, and only of who never tried', async () => {
    const session = await atTen()
    const { sessionId, ada, bo, cleo } = session
    const [adas, cleos] = await Promise.all([ada, cleo].map((who) => house.connect(who)))
    await stays(house, aSeat(sessionId, ada), ['10:00', '10:09:30'])
    expect(await judgedAt('10:09:59', session)).toMatchObject({ outcome: 'upcoming' })
    expect(await judgedAt('10:10', session)).toMatchObject({ outcome: 'noShowMentee', final: false })
    for (const device of [adas, cleos]) {
      await vi.waitFor(() =>
        expect(device?.heard('attendance.judged').at(-1)).toMatchObject({
          sessionId,
          verdict: { outcome: 'noShowMentee' },
        }),
      )
    }
    // A trouble that is told counts as a try.
    const body = { id: randomUUID() as TroubleId, seatId: aSeat(sessionId, bo).seatId, kind: 'deviceBlocked' as const }
    await house.ask(bo, attendance.tellTrouble, { params: { sessionId }, body })
    expect(await judgedAt('10:20', session)).toMatchObject({ outcome: 'technicalFailure', final: false })
  })

  test('nobody came: both absent, and final a quarter of an hour after the end', async () => {
    const session = await atTen()
    expect(await judgedAt('10:44:59', session)).toMatchObject({ outcome: 'bothAbsent', final: false })
    expect(await judgedAt('10:45', session)).toMatchObject({ outcome: 'bothAbsent', final: true })
  })

  test('too short together is partial', async () => {
    const session = await atTen()
    await stays(house, aSeat(session.sessionId, session.ada), ['10:00', '10:30'])
    await stays(house, aSeat(session.sessionId, session.bo), ['10:15:00', '10:29:59'])
    expect(await judgedAt('10:45', session)).toMatchObject({ outcome: 'partial', dyadMs: 899_000 })
  })
})

describe('a stretch ends where it was last seen', () => {
  test('a crash loses at most one beat, and nothing ends at the moment the loss was noticed', async () => {
    const session = await atTen()
    const seat = aSeat(session.sessionId, session.bo)
    setTime(house, '10:00')
    await connected(house, seat)
    setTime(house, '10:00:10')
    await beaten(house, seat)
    // The process dies at 10:00:19 and another one looks after the house from 10:05.
    setTime(house, '10:00:40')
    await sweep(parts())
    expect(await stretches(session)).toEqual(['10:00:00 10:00:10 open'])
    setTime(house, '10:05')
    await sweep(parts())
    expect(await stretches(session)).toEqual(['10:00:00 10:00:10 10:00:10'])
    await sweep(parts())
    setTime(house, '10:06')
    await connected(house, seat)
    expect(await stretches(session)).toEqual(['10:00:00 10:00:10 10:00:10', '10:06:00 10:06:00 open'])
  })

  test('a seat that comes back before the sweeper has looked is not counted through the silence', async () => {
    const session = await atTen()
    const { sessionId, ada, bo } = session
    const [adas, bos] = [aSeat(sessionId, ada), aSeat(sessionId, bo)]
    setTime(house, '10:00')
    await connected(house, adas)
    await connected(house, bos)
    setTime(house, '10:02')
    await connected(house, adas)
    await beaten(house, bos)
    const silence = ['10:00:00 10:00:00 10:00:00', '10:02:00 10:02:00 open']
    expect((await stretches(session)).toSorted()).toEqual([...silence, ...silence].toSorted())
  })

  test('a seat that is lost ends at its last beat, and news that is told twice changes nothing', async () => {
    const session = await atTen()
    const seat = aSeat(session.sessionId, session.bo)
    const at = setTime(house, '10:00')
    await connected(house, seat)
    setTime(house, '10:00:10')
    await beaten(house, seat)
    await connected(house, seat, at)
    setTime(house, '10:00:19')
    await lost(house, seat)
    for (const again of [() => lost(house, seat), () => connected(house, seat, at)]) await again()
    expect(await stretches(session)).toEqual(['10:00:00 10:00:10 10:00:10'])
  })

  test('news in any order comes to the same', async () => {
    const session = await atTen()
    const { sessionId, bo } = session
    const [first, second] = [aSeat(sessionId, bo), aSeat(sessionId, bo)]
    // A beat came before the news that media was confirmed.
    setTime(house, '10:00:08')
    await beaten(house, first)
    await connected(house, first, new Date(instant('10:00:02')))
    expect(await stretches(session)).toEqual(['10:00:02 10:00:08 open'])
    // The end came before both, from another stay; it is a beat that starts a stretch again.
    setTime(house, '10:00:20')
    await lost(house, first)
    await beaten(house, first)
    setTime(house, '10:10')
    await beaten(house, second)
    // News of a stay long ago does not reach into the stay that lasts.
    await connected(house, second, new Date(instant('10:00:30')))
    expect(await stretches(session)).toEqual([
      '10:00:02 10:00:08 10:00:08',
      '10:00:20 10:00:20 open',
      '10:10:00 10:10:00 open',
    ])
  })

  test('one beat moves all seats that are alive, and never backwards', async () => {
    const session = await atTen()
    const { sessionId, ada, bo } = session
    const seats = [aSeat(sessionId, ada), aSeat(sessionId, bo)]
    setTime(house, '10:00')
    await Promise.all(seats.map((seat) => connected(house, seat)))
    setTime(house, '10:00:20')
    await beaten(house, ...seats)
    setTime(house, '10:00:10')
    await beaten(house, ...seats)
    expect(await stretches(session)).toEqual(['10:00:00 10:00:20 open', '10:00:00 10:00:20 open'])
  })
})
