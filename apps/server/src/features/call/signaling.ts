import { call } from '@ithaca/contract'
import type { AnyCommand } from '@ithaca/contract'
import type { Commanded } from '../../platform/live/answer.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Calls } from './calls.ts'
import type { TakenSeat } from './seat-book.ts'

type Seated = Extract<AnyCommand, { name: `call.${string}`; input: { shape: { seatId: unknown } } }>

/** The seat a command speaks of. Somebody else's seat and no seat at all get the same answer. */
export function seatOf(calls: Calls, { actor, input }: Pick<Commanded<Seated>, 'actor' | 'input'>): TakenSeat {
  const seat = calls.seats.ofPerson(input.seatId, actor.id)
  if (!seat) throw new Refusal('call.notSeated')
  return seat
}

/** How the engine knows a seat. */
function peer(seat: TakenSeat) {
  return { roomId: seat.sessionId, peerId: seat.id }
}

export async function connect(calls: Calls, asked: Commanded<typeof call.connect>) {
  const { direction, dtlsParameters } = asked.input
  await calls.parts.media.connect({ ...peer(seatOf(calls, asked)), direction, dtlsParameters })
  return {}
}

export async function restartIce(calls: Calls, asked: Commanded<typeof call.restartIce>) {
  const { direction } = asked.input
  return { iceParameters: await calls.parts.media.restartIce({ ...peer(seatOf(calls, asked)), direction }) }
}

export async function produce(calls: Calls, asked: Commanded<typeof call.produce>) {
  const { kind, source, rtpParameters, paused } = asked.input
  return calls.parts.media.produce({ ...peer(seatOf(calls, asked)), kind, source, rtpParameters, paused })
}

export async function pauseProducer(calls: Calls, asked: Commanded<typeof call.pauseProducer>) {
  const { producerId, paused } = asked.input
  await calls.parts.media.setProducerPaused({ ...peer(seatOf(calls, asked)), producerId, paused })
  return {}
}

export async function closeProducer(calls: Calls, asked: Commanded<typeof call.closeProducer>) {
  await calls.parts.media.closeProducer({ ...peer(seatOf(calls, asked)), producerId: asked.input.producerId })
  return {}
}

export async function pauseConsumer(calls: Calls, asked: Commanded<typeof call.pauseConsumer>) {
  const { consumerId, paused } = asked.input
  const consumer = { ...peer(seatOf(calls, asked)), consumerId }
  await (paused ? calls.parts.media.pauseConsumer(consumer) : calls.parts.media.resumeConsumer(consumer))
  return {}
}

export async function preferLayers(calls: Calls, asked: Commanded<typeof call.preferLayers>) {
  const { consumerId, spatial, temporal } = asked.input
  await calls.parts.media.setPreferredLayers({ ...peer(seatOf(calls, asked)), consumerId, spatial, temporal })
  return {}
}

export async function raiseHand(calls: Calls, asked: Commanded<typeof call.raiseHand>) {
  const seat = seatOf(calls, asked)
  seat.handRaisedAt = asked.input.raised ? (seat.handRaisedAt ?? calls.parts.now().toISOString()) : null
  const { id: seatId, sessionId, handRaisedAt } = seat
  calls.tellCall(sessionId, call.handChanged, { sessionId, seatId, handRaisedAt })
  return {}
}
