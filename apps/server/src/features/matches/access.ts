import type { Match, MatchId, MatchPerson, Tie } from '@ithaca/contract'
import type { Audience, Tx } from '@ithaca/db'
import { type Action, can } from '@ithaca/domain/permissions'
import type { SQL } from 'drizzle-orm'
import type { Actor } from '../../platform/actor.ts'
import { Refusal } from '../../platform/refusal.ts'
import { peopleOf } from '../accounts/access.ts'
import { accessProgram, type HeldProgram, programsOf } from '../programs/access.ts'
import { introduce } from './people.ts'
import {
  type FoundMatch,
  findMatch,
  listMatchesIn,
  listMatchesOf,
  type MatchTie,
  type Member,
  membersOf,
} from './store.ts'

/** A match in the hands of somebody who may do with it what they asked for. */
export type HeldMatch = Match & {
  /** What binds the actor to it: the tie that allowed the action. */
  readonly tieOfActor: Tie
  /** Who may hear what only its people may hear. */
  readonly audience: Audience
  /** Its people and the coordinators of its program. */
  readonly withCoordinators: Audience
}

/**
 * The only way to hold a match. Its people hold it by their tie to it, a coordinator by the tie to its program; a
 * mentor of the same program who is not in it is a stranger.
 */
export async function accessMatch(tx: Tx, actor: Actor, id: MatchId, action: Action): Promise<HeldMatch> {
  const found = await findMatch(tx, id)
  if (!found) throw new Refusal('notFound')
  const program = await accessProgram(tx, actor, found.programId, 'program.read')
  const own = found.people.find((person) => person.id === actor.id)
  const ties: Tie[] = [...(own ? [own.tie] : []), ...program.ties.filter((tie) => tie === 'coordinator')]
  const tieOfActor = ties.find((tie) => can([tie], action))
  if (!tieOfActor) throw new Refusal('notFound')
  const [people = []] = await introduceAll(tx, [found])
  const audience = people.map((person) => person.id)
  return {
    id,
    programId: program.id,
    programName: program.name,
    startedOn: found.startedOn,
    people,
    tieOfActor,
    audience,
    withCoordinators: [...new Set([...audience, ...program.coordinators])],
  }
}

/** A match in the hands of one of its people, with no more of it than who may hear its news. */
export type LightMatch = { readonly id: MatchId; readonly tieOfActor: MatchTie; readonly audience: Audience }

/**
 * A lean door for what the people of a match ask many times a minute: one hot statement, and no names. `match` is a
 * subquery that says which match, by placeholders that are filled from `by`. A coordinator never comes in this way.
 */
export function lightDoor(name: string, match: SQL) {
  const members = membersOf(name, match)
  return async (tx: Tx, actor: Actor, { by, action }: { by: Record<string, string>; action: Action }) => {
    const people = await tx.ask<Member>(members, { ...by, actorId: actor.id })
    const own = people.find(({ id }) => id === actor.id)
    if (!own || !can([own.tie], action)) throw new Refusal('notFound')
    const held: LightMatch = { id: own.matchId, tieOfActor: own.tie, audience: people.map(({ id }) => id) }
    return held
  }
}

/** The matches that an actor is a mentor or mentee in and where that tie allows the action, the newest first. */
export async function matchesOf(tx: Tx, actor: Actor, action: Action): Promise<Match[]> {
  const found = (await listMatchesOf(tx, actor.id)).filter(({ people }) => {
    const ties = people.filter(({ id }) => id === actor.id).map(({ tie }) => tie)
    return can(ties, action)
  })
  const programs = new Map((await programsOf(tx, actor.id)).map(({ id, name }) => [id, name]))
  const people = await introduceAll(tx, found)
  return found.flatMap(({ id, programId, startedOn }, index) => {
    const programName = programs.get(programId)
    return programName === undefined ? [] : [{ id, programId, programName, startedOn, people: people[index] ?? [] }]
  })
}

/** The matches of a program that the caller holds, the newest first. */
export async function matchesIn(tx: Tx, program: HeldProgram): Promise<Match[]> {
  const found = await listMatchesIn(tx, program.id)
  const people = await introduceAll(tx, found)
  return found.map(({ id, startedOn }, index) => ({
    id,
    programId: program.id,
    programName: program.name,
    startedOn,
    people: people[index] ?? [],
  }))
}

async function introduceAll(tx: Tx, found: readonly FoundMatch[]): Promise<MatchPerson[][]> {
  const ids = new Set(found.flatMap(({ people }) => people.map(({ id }) => id)))
  const known = await peopleOf(tx, [...ids])
  return found.map(({ people }) => introduce(people, known))
}
