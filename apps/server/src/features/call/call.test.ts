import { randomUUID } from 'node:crypto'
import { attendance, call, SeatId } from '@ithaca/contract'
import { expect, test, vi } from 'vitest'
import { aSession } from '../../../test/a-session.ts'
import { aHouse, type Device } from '../../../test/house.ts'

const capabilities = { codecs: [], headerExtensions: [] }

function join(device: Device, sessionId: Awaited<ReturnType<typeof aSession>>['sessionId'], seatId = newSeat()) {
  return device.ask(call.join, { sessionId, seatId, capabilities })
}

function newSeat(): SeatId {
  return SeatId.parse(randomUUID())
}

test('a mentee joins from fifteen minutes before, and a stranger never', async () => {
  const house = await aHouse()
  const { sessionId, mentee } = await aSession(house)
  const bo = await house.connect(mentee)
  const stranger = await house.connect(await house.person('cy'))

  house.clock.set('2026-03-02T09:44:59.000Z')
  expect(await join(bo, sessionId)).toEqual({ refused: 'sessions.notOpenYet' })
  house.clock.set('2026-03-02T09:45:00.000Z')
  expect(await join(bo, sessionId)).toMatchObject({ ok: { seats: [{ userId: mentee.id, tie: 'mentee' }] } })
  expect(await join(stranger, sessionId)).toEqual({ refused: 'notFound' })
  expect(await stranger.ask(call.prepare, { sessionId })).toEqual({ refused: 'notFound' })
  house.clock.set('2026-03-02T12:00:00.000Z')
  expect(await join(bo, sessionId)).toEqual({ refused: 'sessions.over' })
})

test('who is seated hears who comes and goes, and the coordinator comes visibly', async () => {
  const house = await aHouse()
  const { sessionId, mentor, mentee, people } = await aSession(house)
  house.clock.set('2026-03-02T10:00:00.000Z')
  const ada = await house.connect(mentor)
  const bo = await house.connect(mentee)
  await join(ada, sessionId)
  const seat = newSeat()
  await join(bo, sessionId, seat)
  await vi.waitFor(() => expect(ada.heard('call.joined').map((news) => news.seat.name)).toContain('bo'))

  const cleo = await house.connect(people.cleo ?? mentor)
  expect(await join(cleo, sessionId)).toMatchObject({ ok: { conversationId: null } })
  await vi.waitFor(() => expect(ada.heard('call.joined').at(-1)?.seat.tie).toBe('coordinator'))

  expect(await bo.ask(call.leave, { seatId: seat })).toEqual({ ok: {} })
  await vi.waitFor(() => expect(ada.heard('call.left')).toMatchObject([{ seatId: seat, userId: mentee.id }]))
  expect(house.media.rooms.get(sessionId)?.has(seat)).toBe(false)
})

test("nobody speaks for another person's seat", async () => {
  const house = await aHouse()
  const { sessionId, mentor, mentee } = await aSession(house)
  house.clock.set('2026-03-02T10:00:00.000Z')
  const ada = await house.connect(mentor)
  const bo = await house.connect(mentee)
  const seat = newSeat()
  await join(ada, sessionId, seat)

  expect(await bo.ask(call.raiseHand, { seatId: seat, raised: true })).toEqual({ refused: 'call.notSeated' })
  expect(await join(bo, sessionId, seat)).toEqual({ refused: 'notFound' })
  expect(await ada.ask(call.raiseHand, { seatId: seat, raised: true })).toEqual({ ok: {} })
  await vi.waitFor(() => expect(ada.heard('call.handChanged')).toHaveLength(1))
})

test('a lost socket takes its seat again and hears what it missed', async () => {
  const house = await aHouse()
  const { sessionId, mentor, mentee } = await aSession(house)
  house.clock.set('2026-03-02T10:00:00.000Z')
  const ada = await house.connect(mentor)
  const bo = await house.connect(mentee)
  const seat = newSeat()
  await join(ada, sessionId, seat)
  const boSeat = newSeat()
  await join(bo, sessionId, boSeat)
  ada.close()
  await vi.waitFor(() => expect(house.house.live.sockets.sockets.size).toBe(1))
  await bo.ask(call.raiseHand, { seatId: boSeat, raised: true })

  const again = await house.connect(mentor)
  const back = await again.ask(call.retake, { sessionId, seatId: seat })
  expect(back.ok?.seats.map(({ id }) => id).sort()).toEqual([seat, boSeat].sort())
  await vi.waitFor(() => expect(again.heard('call.handChanged')).toMatchObject([{ seatId: boSeat }]))
  expect(await bo.ask(call.retake, { sessionId, seatId: seat })).toEqual({ refused: 'call.notSeated' })
})

test('a dead media worker asks everybody to take their seats again', async () => {
  const house = await aHouse()
  const { sessionId, mentor } = await aSession(house)
  house.clock.set('2026-03-02T10:00:00.000Z')
  const ada = await house.connect(mentor)
  await join(ada, sessionId)
  house.media.tell({ type: 'roomGone', roomId: sessionId, reason: 'workerDied' })
  await vi.waitFor(() => expect(ada.heard('call.interrupted')).toEqual([{ sessionId, reason: 'mediaGone' }]))
})

test('presence runs from confirmed media to the last beat, and a polite goodbye is a beat', async () => {
  const house = await aHouse()
  const { sessionId, mentor } = await aSession(house)
  house.clock.set('2026-03-02T10:00:00.000Z')
  const ada = await house.connect(mentor)
  const seat = newSeat()
  await join(ada, sessionId, seat)
  const intervals = async () => {
    const { ok } = await house.ask(mentor, attendance.ofSession, { params: { sessionId } })
    return ok.intervals
  }
  expect(await intervals()).toEqual([])

  house.clock.set('2026-03-02T10:00:02.000Z')
  house.media.connectPeer(sessionId, seat, house.clock.now().getTime())
  await vi.waitFor(async () => expect(await intervals()).toMatchObject([{ startedAt: '2026-03-02T10:00:02.000Z' }]))

  house.clock.set('2026-03-02T10:00:20.000Z')
  await ada.ask(call.leave, { seatId: seat })
  await house.settled()
  expect(await intervals()).toMatchObject([{ endedAt: '2026-03-02T10:00:20.000Z' }])
})

test('closing the house tells the calls and ends the intervals now', async () => {
  const house = await aHouse()
  const { sessionId, mentor } = await aSession(house)
  house.clock.set('2026-03-02T10:00:00.000Z')
  const ada = await house.connect(mentor)
  const seat = newSeat()
  await join(ada, sessionId, seat)
  house.media.connectPeer(sessionId, seat, house.clock.now().getTime())
  await house.settled()
  await house.house.close()
  await vi.waitFor(() => expect(ada.heard('call.interrupted')).toEqual([{ sessionId, reason: 'serverStops' }]))
})
