import { z } from 'zod'
import { Instant, Text } from './common.ts'
import { command, event } from './define.ts'
import { ConversationId, MatchId, SeatId, SessionId, UserId } from './ids.ts'
import { MatchPerson } from './matches.ts'
import {
  ConsumerOptions,
  Direction,
  DtlsParameters,
  IceParameters,
  MediaKind,
  RtpCapabilities,
  RtpParameters,
  Source,
  TransportOptions,
  WarmUp,
} from './rtp.ts'

/** One device in a call. A person may hold several seats; the picture shows one tile a person. */
export const Seat = z.object({
  id: SeatId,
  userId: UserId,
  name: z.string(),
  tie: MatchPerson.shape.tie.or(z.literal('coordinator')),
  handRaisedAt: Instant.nullable(),
})
export type Seat = z.infer<typeof Seat>

/** A server that helps where UDP and TCP to the house are blocked. */
export const IceServer = z.object({ urls: z.array(z.string()), username: z.string(), credential: z.string() })
export type IceServer = z.infer<typeof IceServer>

/** How well media of a seat comes through, in the words of practice. */
export const Quality = z.enum(['good', 'fair', 'poor', 'lost'])
export type Quality = z.infer<typeof Quality>

/** A consumer of the engine, with the seat whose voice or picture it carries. */
export const Consumable = ConsumerOptions.omit({ peerId: true }).extend({ seatId: SeatId })
export type Consumable = z.infer<typeof Consumable>

const done = z.strictObject({})
const seat = z.strictObject({ seatId: SeatId })
const ofSession = { sessionId: SessionId }

export const call = {
  /** All that can be had before the click on Join now, so that joining costs one round trip. */
  prepare: command({
    name: 'call.prepare',
    limit: 60,
    input: z.strictObject(ofSession),
    reply: z.object({ capabilities: RtpCapabilities, iceServers: z.array(IceServer) }),
  }),
  join: command({
    name: 'call.join',
    limit: 60,
    input: z.strictObject({ sessionId: SessionId, seatId: SeatId, capabilities: RtpCapabilities }),
    reply: z.object({
      matchId: MatchId,
      conversationId: ConversationId.nullable(),
      endsAt: Instant,
      send: TransportOptions,
      receive: TransportOptions,
      seats: z.array(Seat),
      consumers: z.array(Consumable),
      warmUp: WarmUp,
    }),
  }),
  /** A device whose socket was lost takes its seat again; its media never stopped. What it missed is told too. */
  retake: command({
    name: 'call.retake',
    limit: 60,
    input: z.strictObject({ sessionId: SessionId, seatId: SeatId }),
    reply: z.object({ seats: z.array(Seat) }),
  }),
  leave: command({ name: 'call.leave', input: seat, reply: done }),
  connect: command({
    name: 'call.connect',
    input: seat.extend({ direction: Direction, dtlsParameters: DtlsParameters }),
    reply: done,
  }),
  restartIce: command({
    name: 'call.restartIce',
    input: seat.extend({ direction: Direction }),
    reply: z.object({ iceParameters: IceParameters }),
  }),
  produce: command({
    name: 'call.produce',
    input: seat.extend({ kind: MediaKind, source: Source, rtpParameters: RtpParameters, paused: z.boolean() }),
    reply: z.object({ producerId: z.string() }),
  }),
  pauseProducer: command({
    name: 'call.pauseProducer',
    input: seat.extend({ producerId: Text.max(64), paused: z.boolean() }),
    reply: done,
  }),
  closeProducer: command({
    name: 'call.closeProducer',
    input: seat.extend({ producerId: Text.max(64) }),
    reply: done,
  }),
  pauseConsumer: command({
    name: 'call.pauseConsumer',
    limit: 1200,
    input: seat.extend({ consumerId: Text.max(64), paused: z.boolean() }),
    reply: done,
  }),
  preferLayers: command({
    name: 'call.preferLayers',
    limit: 1200,
    input: seat.extend({
      consumerId: Text.max(64),
      spatial: z.number().int().min(0).max(2),
      temporal: z.number().int().min(0).max(2),
    }),
    reply: done,
  }),
  raiseHand: command({ name: 'call.raiseHand', limit: 60, input: seat.extend({ raised: z.boolean() }), reply: done }),

  /** Durable news: a seat was taken or left. Attendance hears the engine's word, not this. */
  joined: event({ name: 'call.joined', payload: z.object({ ...ofSession, seat: Seat }) }),
  left: event({ name: 'call.left', payload: z.object({ ...ofSession, seatId: SeatId, userId: UserId }) }),
  /** First and further proof that media of a seat flows: attendance counts presence from these. */
  connected: event({
    name: 'call.connected',
    payload: z.object({ ...ofSession, seatId: SeatId, userId: UserId, at: Instant }),
  }),
  handChanged: event({
    name: 'call.handChanged',
    payload: z.object({ ...ofSession, seatId: SeatId, handRaisedAt: Instant.nullable() }),
  }),
  consumable: event({ name: 'call.consumable', payload: z.object({ ...ofSession, consumer: Consumable }) }),
  consumerClosed: event({
    name: 'call.consumerClosed',
    payload: z.object({ ...ofSession, consumerId: z.string() }),
  }),
  consumerPaused: event({
    name: 'call.consumerPaused',
    payload: z.object({ ...ofSession, consumerId: z.string(), paused: z.boolean() }),
  }),
  spoke: event({ name: 'call.spoke', payload: z.object({ ...ofSession, seatId: SeatId.nullable() }) }),
  qualityChanged: event({
    name: 'call.qualityChanged',
    payload: z.object({ ...ofSession, seatId: SeatId, quality: Quality }),
  }),
  /** The media of this call is gone for everybody (a worker died, or the server stops): take your seats again. */
  interrupted: event({
    name: 'call.interrupted',
    payload: z.object({ ...ofSession, reason: z.enum(['mediaGone', 'serverStops']) }),
  }),
}
