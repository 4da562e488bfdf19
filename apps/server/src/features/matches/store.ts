import type { MatchId, ProgramId, UserId } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import { matches, matchPeople } from '@ithaca/db/schema/matches'
import { desc, eq, inArray } from 'drizzle-orm'

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
