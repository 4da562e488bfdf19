import type { Person, UserId } from '@ithaca/contract'
import type { Db, Tx } from '@ithaca/db'
import type { WhoIs } from '../../platform/actor.ts'
import { hashOf } from './secrets.ts'
import { findActor, listPeople } from './store.ts'

/** Finds the person behind a sign-in token: one look-up by the token's hash, which is all that is kept of it. */
export function whoIs(db: Db, now: () => Date): WhoIs {
  return (token) => db.transaction((tx) => findActor(tx, hashOf(token), now()))
}

/** People by id, as others see them, for a caller who holds what they belong to. */
export async function peopleOf(tx: Tx, ids: readonly UserId[]): Promise<Map<UserId, Person>> {
  const found = await listPeople(tx, ids)
  return new Map(found.map((person) => [person.id, person]))
}

/** Who of these people is a minor, so that the children's defaults hold. */
export async function minorsAmong(tx: Tx, ids: readonly UserId[]): Promise<Set<UserId>> {
  const found = await listPeople(tx, ids)
  return new Set(found.filter(({ minor }) => minor).map(({ id }) => id))
}
