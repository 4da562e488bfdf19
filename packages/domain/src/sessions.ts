const minute = 60_000

/** Shortest and longest planned length of a session, in minutes. */
export const shortestMinutes = 15
export const longestMinutes = 180

/** Milliseconds before the planned start at which the door opens. Source: the join window of our mentoring practice. */
export const openBeforeMs = 15 * minute
/**
 * Milliseconds after the planned end during which people may still come back in. Nobody who is inside is put out then;
 * it only ends new arrivals, so that a talk that runs over survives a lost connection.
 */
export const openAfterMs = 30 * minute
/** A cancellation less than these milliseconds before the start is late. Source: ADPList's standard for both sides. */
export const lateCancelMs = 3 * 60 * minute
/** How far in the past, in milliseconds, a planned start may lie: forms know whole minutes, and clocks differ. */
export const planGraceMs = 5 * minute

/** What these rules need of a session. Instants are milliseconds since the epoch. */
export type PlannedSession = {
  readonly startsAt: number
  readonly endsAt: number
  readonly state: 'planned' | 'cancelled'
  /** The parameter copied onto the session when it was created; the default where it is absent. */
  readonly openBeforeMs?: number | undefined
}

/** `open` is the time before the start when people may already come in; `over` begins when nobody may join anymore. */
export type Phase = 'upcoming' | 'open' | 'running' | 'over' | 'cancelled'

/** The instant the door opens, in milliseconds since the epoch. */
export function opensAt(session: PlannedSession): number {
  return session.startsAt - (session.openBeforeMs ?? openBeforeMs)
}

/** The instant after which nobody may join anymore, in milliseconds since the epoch. */
export function overAt(session: PlannedSession): number {
  return session.endsAt + openAfterMs
}

/** Where a session stands at the instant `now`, in milliseconds since the epoch. */
export function phase(session: PlannedSession, now: number): Phase {
  if (session.state === 'cancelled') return 'cancelled'
  if (now < opensAt(session)) return 'upcoming'
  if (now < session.startsAt) return 'open'
  return now < overAt(session) ? 'running' : 'over'
}

/** Whether people may come in at `now`: the rule behind the join button and behind the door itself. */
export function mayOpen(session: PlannedSession, now: number): boolean {
  return joinRefusal(session, now) === null
}

/** Why nobody may come in at `now`, as a refusal code; null where they may. */
export function joinRefusal(session: PlannedSession, now: number) {
  const refusals = {
    upcoming: 'sessions.notOpenYet',
    open: null,
    running: null,
    over: 'sessions.over',
    cancelled: 'sessions.notPlanned',
  } as const satisfies Record<Phase, string | null>
  return refusals[phase(session, now)]
}

/** Whether a start and a length may be planned at `now`: not in the past, a whole number of minutes within the limits. */
export function mayPlan(plan: { readonly startsAt: number; readonly minutes: number }, now: number): boolean {
  return mayLast(plan.minutes) && plan.startsAt >= now - planGraceMs
}

/** Whether a session may last that many minutes. */
export function mayLast(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= shortestMinutes && minutes <= longestMinutes
}

/** A session may be moved until its planned start; from then on the facts decide what it was. */
export function mayMove(session: PlannedSession, now: number): boolean {
  return session.state === 'planned' && now < session.startsAt
}

/** A session may be cancelled until its planned start, so that nobody cancels their own no-show away. */
export function mayCancel(session: PlannedSession, now: number): boolean {
  return mayMove(session, now)
}

/** Whether a cancellation came in time. Exactly three hours before the start is in time. */
export function cancellationKind(
  startsAt: number,
  cancelledAt: number,
  lateMs = lateCancelMs,
): 'cancelled' | 'lateCancellation' {
  return startsAt - cancelledAt < lateMs ? 'lateCancellation' : 'cancelled'
}
