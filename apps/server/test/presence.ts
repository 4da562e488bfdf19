import { randomUUID } from 'node:crypto'
import { call, SeatId, type SessionId, TroubleId, type UserId } from '@ithaca/contract'
import { beat, noteAttempt } from '../src/features/attendance/access.ts'
import type { TestHouse } from './house.ts'
import type { TestPerson } from './people.ts'

/** One device of one person in one session. */
export type Seat = { seatId: SeatId; sessionId: SessionId; userId: UserId }

/** A device of a person that has not come yet. */
export function aSeat(sessionId: SessionId, { id: userId }: TestPerson): Seat {
  return { seatId: SeatId.parse(randomUUID()), sessionId, userId }
}

/** Sets the clock to a wall time of the day of the test, such as `10:00:05`. */
export function setTime({ clock }: TestHouse, time: string): Date {
  clock.set(instant(time))
  return clock.now()
}

/** A wall time of the day of the test as an instant. */
export function instant(time: string): string {
  return `2026-03-02T${time.padEnd(8, ':00')}.000Z`
}

/** The engine tells that media of a seat was confirmed, now or at another time. */
export async function connected(house: TestHouse, seat: Seat, at = house.clock.now()): Promise<void> {
  await house.db.transaction(async (tx) => tx.publish(call.connected, { ...seat, at: at.toISOString() }, []))
  await house.settled()
}

/** The heartbeat finds these seats alive, now. */
export function beaten(house: TestHouse, ...seats: Seat[]): Promise<void> {
  return house.db.transaction((tx) => beat(tx, seats, house.clock.now()))
}

/** A seat is given up without a last word. */
export async function lost(house: TestHouse, { seatId, sessionId, userId }: Seat): Promise<void> {
  await house.db.transaction(async (tx) => tx.publish(call.left, { sessionId, seatId, userId }, []))
  await house.settled()
}

/** A try to come in, which may have failed. */
export function tried(house: TestHouse, seat: Seat, kind: 'join' | 'refused' = 'join'): Promise<void> {
  const attempt = { ...seat, id: TroubleId.parse(randomUUID()), kind, at: house.clock.now() }
  return house.db.transaction((tx) => noteAttempt(tx, attempt))
}

/** A device comes and goes politely: media from the first time to the second, with a beat every ten seconds. */
export async function stays(house: TestHouse, seat: Seat, [from, until]: [string, string]): Promise<void> {
  const end = Date.parse(instant(until))
  setTime(house, from)
  await connected(house, seat)
  for (house.clock.pass(10_000); house.clock.now().getTime() < end; house.clock.pass(10_000)) await beaten(house, seat)
  setTime(house, until)
  await beaten(house, seat)
  await lost(house, seat)
}
