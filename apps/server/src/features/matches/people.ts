import type { MatchPerson, Person, UserId } from '@ithaca/contract'
import type { FoundMatch } from './store.ts'

const rank = { mentor: 0, mentee: 1 }

/** Gives the people of a match their names and zones: mentors first, then by name. */
export function introduce(found: FoundMatch['people'], known: ReadonlyMap<UserId, Person>): MatchPerson[] {
  const people = found.flatMap(({ id, tie }) => {
    const person = known.get(id)
    return person ? [{ id, name: person.name, zone: person.zone, tie }] : []
  })
  return people.sort((a, b) => rank[a.tie] - rank[b.tie] || a.name.localeCompare(b.name))
}
