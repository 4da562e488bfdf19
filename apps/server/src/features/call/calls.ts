import { type AnyEvent, call, type EventInput, type SessionId } from '@ithaca/contract'
import type { Parts } from '../../parts.ts'
import { SeatBook, type TakenSeat } from './seat-book.ts'

/** A lost socket misses at most this much; a device that missed more joins anew. */
export const mostMissed = 500

/** The calls of this process: who is seated, and how to tell them. Lives as long as the house. */
export type Calls = {
  readonly parts: Parts
  readonly seats: SeatBook
  /** Tells one seat; what its lost socket misses is told when it comes back. */
  tellSeat<E extends AnyEvent>(seat: TakenSeat, event: E, payload: EventInput<E>): void
  /** Tells every seat of a call. */
  tellCall<E extends AnyEvent>(sessionId: string, event: E, payload: EventInput<E>): void
}

/** An empty house of calls. */
export function openCalls(parts: Parts): Calls {
  const seats = new SeatBook()
  const calls: Calls = {
    parts,
    seats,
    tellSeat(seat, event, payload) {
      if (seat.connection) return parts.tell(event, payload, { connection: seat.connection })
      if (seat.missed.length < mostMissed) seat.missed.push(() => calls.tellSeat(seat, event, payload))
    },
    tellCall(sessionId, event, payload) {
      for (const seat of seats.inCall(sessionId)) calls.tellSeat(seat, event, payload)
    },
  }
  return calls
}

/** Tells a call that it has to take its seats again, because its media is gone or the server stops. */
export function interrupt({ tellCall }: Calls, sessionId: SessionId, reason: 'mediaGone' | 'serverStops'): void {
  tellCall(sessionId, call.interrupted, { sessionId, reason })
}
