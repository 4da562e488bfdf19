import {
  type Consumable,
  type EventName,
  type EventPayload,
  type Quality,
  type Seat,
  type SeatId,
  type SessionId,
} from '@ithaca/contract'
import type { EngineParts } from './engine-parts.ts'

type Heard = {
  joined: (seat: Seat) => void
  left: (seatId: SeatId) => void
  hand: (seatId: SeatId, handRaisedAt: string | null) => void
  consumable: (consumable: Consumable) => void
  consumerClosed: (consumerId: string) => void
  consumerPaused: (consumerId: string, isPaused: boolean) => void
  spoke: (seatId: SeatId | null) => void
  quality: (seatId: SeatId, quality: Quality) => void
  interrupted: (reason: 'mediaGone' | 'serverStops') => void
}
type CallEvent = Extract<EventName, `call.${string}`>

/** Hears the news of one call. While a seat is being taken it is held back, for it may come before the answer. */
export class Hearing {
  readonly #stops: (() => void)[]
  readonly #held: (() => void)[] = []
  #holds = 0

  constructor(listen: EngineParts['listen'], sessionId: SessionId, heard: Heard) {
    const on = <N extends CallEvent>(name: N, hear: (payload: EventPayload<N>) => void) =>
      listen(name, (payload) => {
        // Every event of a call names its session, but no type can say so of a name that is not chosen yet.
        if ((payload as { sessionId: SessionId }).sessionId !== sessionId) return
        if (this.#holds > 0) this.#held.push(() => hear(payload))
        else hear(payload)
      })
    this.#stops = [
      on('call.joined', ({ seat }) => heard.joined(seat)),
      on('call.left', ({ seatId }) => heard.left(seatId)),
      on('call.handChanged', ({ seatId, handRaisedAt }) => heard.hand(seatId, handRaisedAt)),
      on('call.consumable', ({ consumer }) => heard.consumable(consumer)),
      on('call.consumerClosed', ({ consumerId }) => heard.consumerClosed(consumerId)),
      on('call.consumerPaused', ({ consumerId, paused }) => heard.consumerPaused(consumerId, paused)),
      on('call.spoke', ({ seatId }) => heard.spoke(seatId)),
      on('call.qualityChanged', ({ seatId, quality }) => heard.quality(seatId, quality)),
      on('call.interrupted', ({ reason }) => heard.interrupted(reason)),
    ]
  }

  hold(): void {
    this.#holds += 1
  }

  release(): void {
    this.#holds -= 1
    if (this.#holds === 0) for (const hear of this.#held.splice(0)) hear()
  }

  close(): void {
    for (const stop of this.#stops) stop()
  }
}
