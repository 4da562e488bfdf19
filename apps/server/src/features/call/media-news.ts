import { call, type MediaNews, SeatId } from '@ithaca/contract'
import { qualityOf, steadyQuality } from '@ithaca/domain/quality'
import { type Calls, interrupt } from './calls.ts'
import { consumable } from './join.ts'
import { left } from './leave.ts'
import type { TakenSeat } from './seat-book.ts'

type Kind = MediaNews['type']
type NewsOf<K extends Kind> = Extract<MediaNews, { type: K }>
type Handlers = { [K in Kind]: (calls: Calls, news: NewsOf<K>) => void | Promise<void> }

/** What each piece of the engine's news means for the seats of a call. */
const handlers: Handlers = {
  consumable: (calls, { peerId, consumer }) =>
    toSeat(calls, peerId, (seat) =>
      calls.tellSeat(seat, call.consumable, { sessionId: seat.sessionId, consumer: consumable(consumer) }),
    ),
  consumerClosed: (calls, { peerId, consumerId }) =>
    toSeat(calls, peerId, (seat) =>
      calls.tellSeat(seat, call.consumerClosed, { sessionId: seat.sessionId, consumerId }),
    ),
  consumerPaused: (calls, news) => tellPaused(calls, news, true),
  consumerResumed: (calls, news) => tellPaused(calls, news, false),
  consumerLayers: () => {},
  peerConnected: (calls, { peerId, at }) => toSeat(calls, peerId, (seat) => connected(calls, seat, at)),
  peerLost: (calls, { peerId }) => toSeat(calls, peerId, (seat) => lost(calls, seat)),
  peerGone: (calls, { peerId }) => toSeat(calls, peerId, (seat) => gone(calls, seat)),
  roomGone: (calls, { roomId }) => {
    const seats = calls.seats.inCall(roomId)
    for (const seat of seats) lost(calls, seat)
    if (seats[0]) interrupt(calls, seats[0].sessionId, 'mediaGone')
  },
  activeSpeaker: (calls, { roomId, peerId }) => {
    const sessionId = calls.seats.inCall(roomId)[0]?.sessionId
    if (sessionId) calls.tellCall(sessionId, call.spoke, { sessionId, seatId: peerId ? SeatId.parse(peerId) : null })
  },
  quality: (calls, news) => {
    // What a person sends is what the others get of them; what they receive depends on everybody.
    if (news.direction === 'send') return toSeat(calls, news.peerId, (seat) => measured(calls, seat, news))
  },
}

/** Listens to the engine until the returned function is called. */
export function hearMedia(calls: Calls): () => void {
  const { media, log } = calls.parts
  return media.on((news) => {
    const handle = handlers[news.type] as (calls: Calls, news: MediaNews) => void | Promise<void>
    // What is thrown at once is caught too: the engine that tells is not the one to bear it.
    const heard = async () => handle(calls, news)
    heard().catch((error: unknown) => {
      log.error({ err: error, news: news.type }, "the engine's news met a bug")
    })
  })
}

function toSeat(calls: Calls, peerId: string, use: (seat: TakenSeat) => void | Promise<void>): void | Promise<void> {
  const seat = calls.seats.find(peerId)
  return seat && use(seat)
}

function tellPaused(calls: Calls, { peerId, consumerId }: { peerId: string; consumerId: string }, paused: boolean) {
  return toSeat(calls, peerId, (seat) =>
    calls.tellSeat(seat, call.consumerPaused, { sessionId: seat.sessionId, consumerId, paused }),
  )
}

async function connected({ parts }: Calls, seat: TakenSeat, atMs: number): Promise<void> {
  seat.media = true
  const { id: seatId, sessionId, userId } = seat
  const at = new Date(atMs).toISOString()
  await parts.db.transaction(async (tx) => tx.publish(call.connected, { sessionId, seatId, userId, at }, []))
}

/** Media stopped without a word. The seat waits for it to come back; the beat decides what was seen. */
function lost({ parts }: Calls, seat: TakenSeat): void {
  seat.media = false
  seat.aloneSince = parts.now().getTime()
}

/** The engine has given the peer up. A device that still listens is asked to take its seat again. */
async function gone(calls: Calls, seat: TakenSeat): Promise<void> {
  lost(calls, seat)
  if (!seat.connection) return left(calls, seat)
  calls.tellSeat(seat, call.interrupted, { sessionId: seat.sessionId, reason: 'mediaGone' })
}

function measured(calls: Calls, seat: TakenSeat, news: NewsOf<'quality'>): void {
  const target = news.target ?? 0
  const word = qualityOf({
    targetBitrate: target,
    bitrate: news.bitrate,
    lossShare: news.loss,
    videoOn: target > 0,
    silentMs: 0,
  })
  const { quality, sessionId, id: seatId } = seat
  quality.steady = steadyQuality(quality.steady, word, calls.parts.now().getTime())
  if (quality.steady.shown === quality.shown) return
  quality.shown = quality.steady.shown
  calls.tellCall(sessionId, call.qualityChanged, { sessionId, seatId, quality: quality.shown })
}
