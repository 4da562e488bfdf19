import type { Attempt, Rule, Session, Tie, UserId, Interval as WireInterval } from '@ithaca/contract'
import { heartbeatEnd } from './attendance.ts'
import type { Facts, PersonFacts } from './attendance-facts.ts'

/** The facts of a session as the contract tells them, with ISO instants. */
export type WireFacts = {
  readonly session: Pick<Session, 'startsAt' | 'endsAt' | 'state' | 'cancelled'> & {
    readonly people: readonly { readonly id: UserId; readonly tie: Tie }[]
  }
  readonly rule: Rule
  readonly intervals: readonly WireInterval[]
  readonly attempts: readonly Attempt[]
  readonly excused: boolean
  /** Milliseconds since the epoch. */
  readonly now: number
}

/**
 * The facts a verdict is made of, from what the contract tells. Everybody seen who is neither mentor nor mentee of the
 * session is a coordinator: nobody else may come in.
 */
export function factsFrom({ session, rule, intervals, attempts, excused, now }: WireFacts): Facts<UserId> {
  const ties = new Map<UserId, Tie>(session.people.map(({ id, tie }) => [id, tie]))
  const seen = new Set([...ties.keys(), ...[...intervals, ...attempts].map(({ userId }) => userId)])
  const people = [...seen].map(
    (userId): PersonFacts<UserId> => ({
      userId,
      tie: ties.get(userId) ?? 'coordinator',
      intervals: intervals.filter((one) => one.userId === userId).map(presence),
      attempts: attempts.filter((one) => one.userId === userId).map(({ at }) => ({ at: Date.parse(at) })),
    }),
  )
  const planned = {
    startsAt: Date.parse(session.startsAt),
    endsAt: Date.parse(session.endsAt),
    state: session.state,
    cancelledAt: session.cancelled ? Date.parse(session.cancelled.at) : null,
    excused,
  }
  return { planned, rule, people, now }
}

function presence({ seatId, startedAt, lastSeenAt, endedAt }: WireInterval) {
  const leftAt = endedAt === null ? null : Date.parse(endedAt)
  return { seatId, start: Date.parse(startedAt), end: heartbeatEnd(Date.parse(lastSeenAt), leftAt) }
}
