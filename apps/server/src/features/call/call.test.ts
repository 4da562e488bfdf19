import { randomUUID } from 'node:crypto'
import { accounts, attendance, call, SeatId, sessions } from '@ithaca/contract'
import { MediaRefusal } from '@ithaca/media'
import { sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { aSession } from '../../../test/a-session.ts'
import { aHouse, type Device } from '../../../test/house.ts'
import { mostMissed, openCalls } from './calls.ts'
import { emptySeats, keepPresence } from './jobs.ts'

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

test('nobody takes the seats of all the others', async () => {
  const house = await aHouse()
  const { sessionId, mentor, mentee } = await aSession(house)
  house.clock.set('2026-03-02T10:00:00.000Z')
  const bo = await house.connect(mentee)
  const seat = newSeat()
  await join(bo, sessionId, seat)
  for (let taken = 1; taken < 6; taken++) expect(await join(bo, sessionId)).toHaveProperty('ok')
  expect(await join(bo, sessionId)).toEqual({ refused: 'call.full' })
  expect(await join(bo, sessionId, seat)).toHaveProperty('ok')
  expect(await join(await house.connect(mentor), sessionId)).toHaveProperty('ok')
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

test('whoever hangs up while joining leaves no seat behind', async () => {
  const house = await aHouse()
  const { sessionId, mentor } = await aSession(house)
  house.clock.set('2026-03-02T10:00:00.000Z')
  const ada = await house.connect(mentor)
  const seatId = newSeat()
  await house.db.transaction(async (tx) => {
    await tx.execute(sql`lock table seats in exclusive mode`)
    ada.socket.emit(call.join.name, { sessionId, seatId, capabilities }, () => {})
    const waiting = () => tx.execute(sql`select from pg_locks where not granted and relation = 'seats'::regclass`)
    await vi.waitFor(async () => expect((await waiting()).rows).toHaveLength(1))
    ada.close()
    await vi.waitFor(() => expect(house.house.live.sockets.sockets.size).toBe(0))
  })
  await vi.waitFor(() => expect(house.media.rooms.get(sessionId)?.has(seatId)).toBe(true))
  house.media.tell({ type: 'peerGone', roomId: sessionId, peerId: seatId, reason: 'neverConnected' })
  await vi.waitFor(() => expect(house.media.rooms.get(sessionId)?.has(seatId)).toBe(false))
})

test('whoever signs out during a call has left it, and a lost socket has not', async () => {
  const house = await aHouse()
  const { sessionId, mentor, mentee } = await aSession(house)
  house.clock.set('2026-03-02T10:00:00.000Z')
  const [ada, bo] = [await house.connect(mentor), await house.connect(mentee)]
  const [adas, bos] = [newSeat(), newSeat()]
  await join(ada, sessionId, adas)
  await join(bo, sessionId, bos)
  house.media.connectPeer(sessionId, adas, house.clock.now().getTime())
  house.media.connectPeer(sessionId, bos, house.clock.now().getTime())
  bo.close()
  await vi.waitFor(() => expect(house.house.live.sockets.sockets.size).toBe(1))
  const bosLaptop = await house.connect(mentee)
  await house.ask(mentor, accounts.signOut)
  await vi.waitFor(() => expect(bosLaptop.heard('call.left')).toMatchObject([{ seatId: adas }]))
  expect([...(house.media.rooms.get(sessionId) ?? [])]).toEqual([bos])
})

test('who leaves is gone for the others also while the engine does not answer', async () => {
  const house = await aHouse()
  const { sessionId, mentor, mentee } = await aSession(house)
  house.clock.set('2026-03-02T10:00:00.000Z')
  const [ada, bo] = [await house.connect(mentor), await house.connect(mentee)]
  const seatId = newSeat()
  await join(ada, sessionId)
  await join(bo, sessionId, seatId)
  vi.spyOn(house.media, 'leave').mockRejectedValue(new MediaRefusal('call.mediaGone'))
  expect(await bo.ask(call.leave, { seatId })).toEqual({ refused: 'call.mediaGone' })
  await vi.waitFor(() => expect(ada.heard('call.left')).toMatchObject([{ seatId }]))
  await house.house.close()
  await vi.waitFor(() => expect(ada.heard('call.interrupted')).toHaveLength(1))
})

test('a device that missed more than is kept begins anew', async () => {
  const house = await aHouse()
  const { sessionId, mentor, mentee } = await aSession(house)
  house.clock.set('2026-03-02T10:00:00.000Z')
  const [ada, bo] = [await house.connect(mentor), await house.connect(mentee)]
  const [adas, bos] = [newSeat(), newSeat()]
  await join(ada, sessionId, adas)
  await join(bo, sessionId, bos)
  ada.close()
  await vi.waitFor(() => expect(house.house.live.sockets.sockets.size).toBe(1))
  for (let turn = 0; turn < mostMissed; turn++)
    house.media.tell({ type: 'activeSpeaker', roomId: sessionId, peerId: turn % 2 ? bos : null })
  const again = await house.connect(mentor)
  expect(await again.ask(call.retake, { sessionId, seatId: adas })).toEqual({ refused: 'call.notSeated' })
  expect(await join(again, sessionId, adas)).toHaveProperty('ok')
})

test('news that cannot be told does not reach back into the engine', async () => {
  const house = await aHouse()
  const { sessionId, mentor } = await aSession(house)
  house.clock.set('2026-03-02T10:00:00.000Z')
  await join(await house.connect(mentor), sessionId)
  const broken = { type: 'activeSpeaker', roomId: sessionId, peerId: 'nobody' } as const
  expect(() => house.media.tell(broken)).not.toThrow()
})

test('a seat waits longer while its media flows, and not for ever', async () => {
  const house = await aHouse()
  const { sessionId, mentor, mentee } = await aSession(house)
  house.clock.set('2026-03-02T10:00:00.000Z')
  const calls = openCalls(house.house.parts)
  for (const [{ id: userId }, media] of [[mentor, true] as const, [mentee, false] as const])
    calls.seats.take({
      id: newSeat(),
      sessionId,
      userId,
      name: 'somebody',
      tie: 'mentor',
      handRaisedAt: null,
      connection: null,
      aloneSince: house.clock.now().getTime(),
      media,
      quality: { shown: null, steady: null },
      missed: [],
    })
  const seated = async (at: string) => {
    house.clock.set(at)
    await emptySeats(calls)
    return calls.seats.all().map(({ userId }) => userId)
  }
  expect(await seated('2026-03-02T10:00:29.000Z')).toEqual([mentor.id, mentee.id])
  expect(await seated('2026-03-02T10:00:30.000Z')).toEqual([mentor.id])
  expect(await seated('2026-03-02T10:02:00.000Z')).toEqual([])
})

test('media that belongs to no seat is ended', async () => {
  const house = await aHouse()
  const { sessionId } = await aSession(house)
  const peerId = newSeat()
  await house.media.join({ roomId: sessionId, peerId, capabilities, canProduce: [] })
  house.media.connectPeer(sessionId, peerId, house.clock.now().getTime())
  await keepPresence(openCalls(house.house.parts))
  expect(house.media.rooms.get(sessionId)?.has(peerId)).toBe(false)
})

test('who waits in the room of a session that is cancelled is sent out, and told why at the door', async () => {
  const house = await aHouse()
  const { sessionId, mentor, mentee } = await aSession(house)
  house.clock.set('2026-03-02T09:50:00.000Z')
  const bo = await house.connect(mentee)
  await join(bo, sessionId)
  const cancelled = await house.ask(mentor, sessions.cancel, {
    params: { sessionId },
    body: { reason: 'ill', words: '' },
  })
  expect(cancelled.refused).toBeUndefined()
  await vi.waitFor(() => expect(bo.heard('call.interrupted')).toHaveLength(1))
  await house.settled()
  expect(house.media.rooms.get(sessionId)?.size).toBe(0)
  expect(await join(bo, sessionId)).toEqual({ refused: 'sessions.notPlanned' })
})

test('a leave and the join right after it keep their order, however long the first takes', async () => {
  const house = await aHouse()
  const { sessionId, mentor, mentee } = await aSession(house)
  house.clock.set('2026-03-02T10:00:00.000Z')
  const ada = await house.connect(mentor)
  const bo = await house.connect(mentee)
  await join(ada, sessionId)
  const seat = newSeat()
  await join(bo, sessionId, seat)
  house.media.connectPeer(sessionId, seat, house.clock.now().getTime())
  const [left, back] = await Promise.all([bo.ask(call.leave, { seatId: seat }), join(bo, sessionId, seat)])
  expect([left.refused, back.refused]).toEqual([undefined, undefined])
  await house.settled()
  expect(house.media.rooms.get(sessionId)?.has(seat)).toBe(true)
  const order = () =>
    ada.heard('call.left').length + ada.heard('call.joined').filter((news) => news.seat.id === seat).length
  await vi.waitFor(() => expect(order()).toBe(3))
  const { ok } = await bo.ask(call.retake, { sessionId, seatId: seat })
  expect(ok?.seats.map(({ id }) => id)).toContain(seat)
})
