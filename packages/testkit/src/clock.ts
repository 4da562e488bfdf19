/** A clock that stands still until it is told otherwise. */
export type Clock = {
  now(): Date
  /** Sets the instant, ISO 8601. */
  set(instant: string): void
  /** Moves on by so many milliseconds. */
  pass(ms: number): void
}

/** A settable clock. */
export function createClock(start = '2026-03-02T09:00:00.000Z'): Clock {
  let at = Date.parse(start)
  return {
    now: () => new Date(at),
    set: (instant) => {
      at = Date.parse(instant)
    },
    pass: (ms) => {
      at += ms
    },
  }
}
