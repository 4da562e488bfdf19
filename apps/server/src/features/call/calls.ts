import { type AnyEvent, call, type EventInput, type SeatId, type SessionId } from '@ithaca/contract'
import type { Parts } from '../../parts.ts'
import { SeatBook, type TakenSeat } from './seat-book.ts'

/** A lost socket misses at most this much; a device that missed more joins anew. */
export const mostMissed = 500

/** The calls of this process: who is seated, and how to tell them. Lives as long as the house. */
export type Calls = {
  readonly parts: Parts
  readonly seats: SeatBook
  /** Set once the house closes: from then on nobody sits down. */
  isClosing: boolean
  /** Does work on one seat after whatever is under way with it, so that a leave never overtakes the join after it. */
  inTurn<T>(seatId: SeatId, work: () => Promise<T>): Promise<T>
  /** Tells one seat; what its lost socket misses is told when it comes back. */
  tellSeat<E extends AnyEvent>(seat: TakenSeat, event: E, payload: EventInput<E>): void
  /** Tells every seat of a call. */
  tellCall<E extends AnyEvent>(sessionId: string, event: E, payload: EventInput<E>): void
}

/** An empty house of calls. */
export function openCalls(parts: Parts): Calls {
  const seats = new SeatBook()
  const turns = new Map<SeatId, Promise<unknown>>()
  const calls: Calls = {
    parts,
    seats,
    isClosing: false,
    inTurn(seatId, work) {
      const turn = Promise.allSettled([turns.get(seatId)]).then(work)
      const over = Promise.allSettled([turn]).then(() => {
        if (turns.get(seatId) === over) turns.delete(seatId)
      })
      turns.set(seatId, over)
      return turn
    },
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
