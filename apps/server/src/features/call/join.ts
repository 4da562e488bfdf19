import { randomUUID } from 'node:crypto'
import {
  call,
  type Consumable,
  type ConsumerOptions,
  type RefusalCode,
  SeatId,
  type Tie,
  TroubleId,
  type UserId,
} from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import { joinRefusal } from '@ithaca/domain/sessions'
import type { Commanded } from '../../platform/live/answer.ts'
import { Refusal } from '../../platform/refusal.ts'
import { noteAttempt } from '../attendance/access.ts'
import { conversationOfMatch } from '../chat/access.ts'
import { accessSession, type HeldSession } from '../sessions/access.ts'
import { type Calls, mostMissed } from './calls.ts'
import { end } from './leave.ts'
import { type TakenSeat, shown } from './seat-book.ts'
import { takeSeat } from './store.ts'
import { iceServers } from './turn.ts'

type Join = Commanded<typeof call.join>

/** More would not fit a screen, nor the line of anybody in the call. */
const mostSeats = 24
/** More devices than anybody has at hand, and too few to take everybody else's place. */
const mostOwnSeats = 6
const sources = ['camera', 'microphone', 'screen', 'screenSound'] as const

/** Hands out everything that a device can make ready in the lobby, so that joining costs one round trip. */
export async function prepare({ parts }: Calls, { actor, input }: Commanded<typeof call.prepare>) {
  const { db, media, now, settings } = parts
  await db.transaction((tx) => accessSession(tx, actor, input.sessionId, 'session.join'))
  return { capabilities: await media.capabilities(), iceServers: iceServers(settings.turn, actor.id, now()) }
}

/** Takes a seat in the call: the attempt is kept whatever comes of it, then the engine makes both transports. */
export async function join(calls: Calls, asked: Join) {
  if (calls.isClosing) throw new Refusal('unavailable')
  return calls.inTurn(asked.input.seatId, () => takePlace(calls, asked))
}

async function takePlace(calls: Calls, asked: Join) {
  const { parts, seats } = calls
  const { sessionId, seatId, capabilities } = asked.input
  const { session, seat, conversationId } = await sitDown(calls, asked)
  try {
    const { consumers, ...ready } = await parts.media.join({
      roomId: sessionId,
      peerId: seatId,
      capabilities,
      canProduce: [...sources],
    })
    return {
      ...ready,
      matchId: session.matchId,
      conversationId,
      endsAt: session.endsAt.toISOString(),
      seats: seats.inCall(sessionId).map(shown),
      consumers: consumers.map(consumable),
    }
  } catch (error) {
    await end(calls, seat)
    throw error
  }
}

/** A device whose socket was lost goes on where it was; a seat this process doesn't know must be taken anew. */
export function retake(calls: Calls, { actor, input, connection }: Commanded<typeof call.retake>) {
  const seat = calls.seats.ofPerson(input.seatId, actor.id)
  if (!seat || seat.sessionId !== input.sessionId || seat.missed.length >= mostMissed)
    throw new Refusal('call.notSeated')
  seat.connection = connection
  const missed = seat.missed.splice(0)
  queueMicrotask(() => {
    for (const tell of missed) tell()
  })
  return { seats: calls.seats.inCall(seat.sessionId).map(shown) }
}

/** A consumer of the engine, named by the seat it comes from. */
export function consumable({ peerId, ...consumer }: ConsumerOptions): Consumable {
  return { ...consumer, seatId: SeatId.parse(peerId) }
}

async function sitDown({ parts, seats }: Calls, { actor, input, connection, isGone }: Join) {
  const { sessionId, seatId } = input
  const at = parts.now()
  const held = await parts.db.transaction(async (tx) => {
    const session = await accessSession(tx, actor, sessionId, 'session.join')
    const isFree = seats.find(seatId) || hasRoom(seats.inCall(sessionId), actor.id)
    const refusal: RefusalCode | null = joinRefusal(planned(session), at.getTime()) ?? (isFree ? null : 'call.full')
    await noteAttempt(tx, {
      id: TroubleId.parse(randomUUID()),
      sessionId,
      userId: actor.id,
      seatId,
      kind: refusal ? 'refused' : 'join',
      at,
    })
    if (refusal) return { refusal }
    const tie = session.tieOfActor
    if (!(await takeSeat(tx, { id: seatId, sessionId, accountId: actor.id, tie, takenAt: at })))
      return { refusal: 'notFound' as const }
    tx.audit(actor.id, 'call.join', sessionId)
    const seat = newSeat({ ...input, actor, tie, connection, at: at.getTime() }, seats.find(seatId))
    tx.publish(call.joined, { sessionId, seat: shown(seat) }, session.audience)
    return { session, seat, conversationId: await conversationFor(tx, session) }
  })
  if (held.refusal) throw new Refusal(held.refusal)
  seats.take(held.seat)
  // Whoever hung up meanwhile was not in the book yet when that was told.
  if (isGone()) held.seat.connection = null
  return held
}

function hasRoom(taken: readonly TakenSeat[], userId: UserId): boolean {
  const own = taken.filter((seat) => seat.userId === userId)
  return taken.length < mostSeats && own.length < mostOwnSeats
}

type Arrival = Pick<Join['input'], 'sessionId' | 'seatId'> &
  Pick<Join, 'actor' | 'connection'> & { tie: Tie; at: number }

function newSeat({ sessionId, seatId, actor, tie, connection, at }: Arrival, before: TakenSeat | undefined): TakenSeat {
  return {
    id: seatId,
    sessionId,
    userId: actor.id,
    name: actor.name,
    tie,
    handRaisedAt: before?.handRaisedAt ?? null,
    connection,
    aloneSince: at,
    media: false,
    quality: { shown: null, steady: null },
    missed: [],
  }
}

/** A coordinator in a call sees and hears, and is seen; the pair's conversation stays the pair's. */
async function conversationFor(tx: Tx, { matchId, tieOfActor }: HeldSession) {
  return tieOfActor === 'coordinator' ? null : conversationOfMatch(tx, matchId)
}

function planned({ startsAt, endsAt, state, rule }: HeldSession) {
  return { startsAt: startsAt.getTime(), endsAt: endsAt.getTime(), state, openBeforeMs: rule.openBeforeMs }
}
