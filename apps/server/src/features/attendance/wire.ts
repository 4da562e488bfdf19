import type { Correction, Interval } from '@ithaca/contract'
import type { FoundInterval } from './interval-store.ts'
import type { FoundCorrection } from './store.ts'

/** A stretch of presence as the contract tells it. */
export function toWire({ userId, seatId, startedAt, lastSeenAt, endedAt }: FoundInterval): Interval {
  return {
    userId,
    seatId,
    startedAt: startedAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }
}

/** A correction as the contract tells it, with the name of who made it. */
export function toCorrection({ id, outcome, reason, at }: FoundCorrection, byName: string): Correction {
  return { id, outcome, reason, byName, at: at.toISOString() }
}
