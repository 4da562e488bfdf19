import type { Account, MatchPerson, Session } from '@ithaca/contract'
import { opensAt, type Phase, type PlannedSession, phase } from '@ithaca/domain/sessions'

type Person = Session['people'][number]

/** A session with its instants as numbers, as the rules know it. */
export function plannedOf({ startsAt, endsAt, state }: Session): PlannedSession {
  return { startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt), state }
}

/** Where a session stands, by the rule the server applies too. */
export function phaseOf(session: Session, now: number): Phase {
  return phase(plannedOf(session), now)
}

/** When the door of a session opens, as an instant. */
export function doorOpens(session: Session): string {
  return new Date(opensAt(plannedOf(session))).toISOString()
}

/** Whom a reader meets in a session: everybody else, and for a coordinator everybody. */
export function othersOf<P extends MatchPerson>(session: { people: readonly P[] }, reader: Pick<Account, 'id'>): P[] {
  return session.people.filter(({ id }) => id !== reader.id)
}

/** The reader's own place among those who were asked, if they were. */
export function ownPlace({ people }: Session, reader: Pick<Account, 'id'>): Person | undefined {
  return people.find(({ id }) => id === reader.id)
}

/** The length of a session in whole minutes. */
export function minutesOf({ startsAt, endsAt }: Session): number {
  return Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000)
}
