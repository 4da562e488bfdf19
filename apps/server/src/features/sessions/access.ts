import type { Answer, MatchPerson, SessionId, Tie, UserId } from '@ithaca/contract'
import type { Audience, Tx } from '@ithaca/db'
import type { Action } from '@ithaca/domain/permissions'
import type { Actor } from '../../platform/actor.ts'
import { Refusal } from '../../platform/refusal.ts'
import { peopleOf } from '../accounts/access.ts'
import { accessMatch } from '../matches/access.ts'
import { coordinatorsOf } from '../programs/access.ts'
import { type FoundSession, findSession, findSessions } from './store.ts'

/** A session with its people by name. Its rule is the copy it got when it was planned. */
export type KnownSession = Omit<FoundSession, 'people'> & {
  readonly state: 'planned' | 'cancelled'
  /** Mentors first, then by name. */
  readonly people: readonly (MatchPerson & { answer: Answer })[]
}

/** A session in the hands of somebody who may do with it what they asked for. */
export type HeldSession = KnownSession & {
  /** What binds the actor to it: the tie that allowed the action. */
  readonly tieOfActor: Tie
  /** Who may hear its news: its people and the coordinators of its program. */
  readonly audience: Audience
}

/** What the house itself must know of a session to judge it, without an actor. */
export type SessionFacts = KnownSession & { readonly audience: Audience }

const rank = { mentor: 0, mentee: 1 }

/** The only way to hold a session. Its match decides who may; a stranger and a wrong id get the same answer. */
export async function accessSession(tx: Tx, actor: Actor, id: SessionId, action: Action): Promise<HeldSession> {
  const found = await findSession(tx, id)
  if (!found) throw new Refusal('notFound')
  const { tieOfActor, withCoordinators } = await accessMatch(tx, actor, found.matchId, action)
  return { ...(await known(tx, found)), tieOfActor, audience: withCoordinators }
}

/** Sessions as they stand now, for the house's own work: nobody asked, so nobody is refused. Unknown ids are left out. */
export async function sessionFacts(tx: Tx, ids: readonly SessionId[]): Promise<Map<SessionId, SessionFacts>> {
  const found = await introduce(tx, await findSessions(tx, ids))
  const coordinators = await coordinatorsOf(tx, [...new Set(found.map(({ programId }) => programId))])
  const facts = found.map((session): SessionFacts => {
    const ids = [...session.people.map((person) => person.id), ...(coordinators.get(session.programId) ?? [])]
    return { ...session, audience: [...new Set(ids)] }
  })
  return new Map(facts.map((session) => [session.id, session]))
}

/** Who may hear news of a session where no actor asks: its people and the coordinators of its program. */
export async function sessionAudience(tx: Tx, id: SessionId): Promise<Audience> {
  return (await sessionFacts(tx, [id])).get(id)?.audience ?? []
}

/** Gives the people of sessions their names and zones. */
export async function introduce(tx: Tx, found: readonly FoundSession[]): Promise<KnownSession[]> {
  const ids = new Set(found.flatMap(({ people }) => people.map(({ id }) => id)))
  const names = await peopleOf(tx, [...ids])
  return found.map((session) => ({
    ...session,
    state: session.cancelled ? 'cancelled' : 'planned',
    people: named(session.people, names),
  }))
}

async function known(tx: Tx, found: FoundSession): Promise<KnownSession> {
  const [session] = await introduce(tx, [found])
  if (!session) throw new Error('A session without its people.')
  return session
}

function named(asked: FoundSession['people'], names: ReadonlyMap<UserId, { name: string; zone: string }>) {
  const people = asked.flatMap(({ id, tie, answer }) => {
    const person = names.get(id)
    return person ? [{ id, name: person.name, zone: person.zone, tie, answer }] : []
  })
  return people.toSorted((a, b) => rank[a.tie] - rank[b.tie] || a.name.localeCompare(b.name))
}
