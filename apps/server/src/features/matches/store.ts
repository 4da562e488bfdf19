import type { MatchId, ProgramId, UserId } from '@ithaca/contract'
import { type Hot, hot, type Tx } from '@ithaca/db'
import { matches, matchPeople } from '@ithaca/db/schema/matches'
import { desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { isTied } from '../programs/access.ts'

export type MatchTie = 'mentor' | 'mentee'
export type FoundMatch = {
  id: MatchId
  programId: ProgramId
  startedOn: string
  people: { id: UserId; tie: MatchTie }[]
}

const columns = {
  id: matches.id,
  programId: matches.programId,
  startedOn: matches.startedOn,
  person: { id: matchPeople.accountId, tie: matchPeople.tie },
}
type Row = Omit<FoundMatch, 'people'> & { person: FoundMatch['people'][number] }

/** A match with the ids and ties of its people, in one query. */
export async function findMatch(tx: Tx, id: MatchId): Promise<FoundMatch | null> {
  const [found] = gather(await peopled(tx).where(eq(matches.id, id)))
  return found ?? null
}

/** The matches a person is a mentor or mentee in, the newest first. */
export async function listMatchesOf(tx: Tx, person: UserId): Promise<FoundMatch[]> {
  const own = tx.select({ id: matchPeople.matchId }).from(matchPeople).where(eq(matchPeople.accountId, person))
  return gather(await peopled(tx).where(inArray(matches.id, own)).orderBy(desc(matches.startedOn), matches.id))
}

/** The matches of a program, the newest first. */
export async function listMatchesIn(tx: Tx, programId: ProgramId): Promise<FoundMatch[]> {
  return gather(await peopled(tx).where(eq(matches.programId, programId)).orderBy(desc(matches.startedOn), matches.id))
}

/** Keeps a new match. A match that already has this id stays as it is: false. */
export async function insertMatch(tx: Tx, { people, ...match }: FoundMatch): Promise<boolean> {
  const made = await tx.insert(matches).values(match).onConflictDoNothing().returning({ id: matches.id })
  if (made.length === 0) return false
  await tx.insert(matchPeople).values(people.map(({ id, tie }) => ({ matchId: match.id, accountId: id, tie })))
  return true
}

export type Member = { matchId: MatchId; id: UserId; tie: MatchTie }

/** Asks for the people of the match that a subquery names; for nobody where the actor is not tied to its program. */
export function membersOf(name: string, match: SQL): Hot {
  return hot(
    name,
    sql`select ${matches.id} as "matchId", ${matchPeople.accountId} as id, ${matchPeople.tie} as tie
    from ${matches} join ${matchPeople} on ${matchPeople.matchId} = ${matches.id}
    where ${matches.id} = (${match}) and ${isTied(matches.programId)}`,
  )
}

function peopled(tx: Tx) {
  return tx.select(columns).from(matches).innerJoin(matchPeople, eq(matchPeople.matchId, matches.id))
}

function gather(rows: readonly Row[]): FoundMatch[] {
  const found = new Map<MatchId, FoundMatch>()
  for (const { person, ...match } of rows) {
    const known = found.get(match.id)
    if (known) known.people.push(person)
    else found.set(match.id, { ...match, people: [person] })
  }
  return [...found.values()]
}
