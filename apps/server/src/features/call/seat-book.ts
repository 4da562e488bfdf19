import type { Quality, Seat, SeatId, SessionId, UserId } from '@ithaca/contract'
import type { SteadyQuality } from '@ithaca/domain/quality'

/** What this process knows of one taken seat. */
export type TakenSeat = Seat & {
  readonly sessionId: SessionId
  /** The socket the device listens on; null while it is lost and may come back. */
  connection: string | null
  /** When the socket was lost, or the seat was taken and no media has come yet. Milliseconds since 1970. */
  aloneSince: number
  /** Whether the engine says that media flows. */
  media: boolean
  quality: { shown: Quality | null; steady: SteadyQuality | null }
  /** What could not be told while the socket was lost. */
  readonly missed: (() => void)[]
}

/** The seats taken in the calls of this process, by call and by socket. */
export class SeatBook {
  readonly #seats = new Map<SeatId, TakenSeat>()

  take(seat: TakenSeat): void {
    this.#seats.set(seat.id, seat)
  }

  find(id: string): TakenSeat | undefined {
    return this.#seats.get(id as SeatId)
  }

  /** The seat, if it is this person's. */
  ofPerson(id: SeatId, userId: UserId): TakenSeat | undefined {
    const seat = this.#seats.get(id)
    return seat?.userId === userId ? seat : undefined
  }

  inCall(sessionId: string): TakenSeat[] {
    return this.all().filter((seat) => seat.sessionId === sessionId)
  }

  ofConnection(connection: string): TakenSeat[] {
    return this.all().filter((seat) => seat.connection === connection)
  }

  drop(id: SeatId): boolean {
    return this.#seats.delete(id)
  }

  all(): TakenSeat[] {
    return [...this.#seats.values()]
  }
}

/** The part of a seat that others may see. */
export function shown({ id, userId, name, tie, handRaisedAt }: TakenSeat): Seat {
  return { id, userId, name, tie, handRaisedAt }
}
