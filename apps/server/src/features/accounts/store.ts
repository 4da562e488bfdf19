import type { Locale, Person, UserId } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import { accounts, signIns } from '@ithaca/db/schema/accounts'
import { and, eq, gt, inArray } from 'drizzle-orm'
import type { Actor } from '../../platform/actor.ts'

export type FoundAccount = {
  id: UserId
  name: string
  email: string
  locale: Locale
  zone: string
  minor: boolean
}

const columns = {
  id: accounts.id,
  name: accounts.name,
  email: accounts.email,
  locale: accounts.locale,
  zone: accounts.zone,
  minor: accounts.minor,
}

/** The person behind an open sign-in, found by the hash of its token. */
export async function findActor(tx: Tx, tokenHash: Buffer, now: Date): Promise<Actor | null> {
  const [found] = await tx
    .select({ id: accounts.id, name: accounts.name })
    .from(signIns)
    .innerJoin(accounts, eq(accounts.id, signIns.accountId))
    .where(and(eq(signIns.tokenHash, tokenHash), gt(signIns.expiresAt, now)))
  return found ?? null
}

/** Some accounts, in no particular order. */
export async function listAccounts(tx: Tx, ids: readonly UserId[]): Promise<FoundAccount[]> {
  return tx
    .select(columns)
    .from(accounts)
    .where(inArray(accounts.id, [...ids]))
}

/** Some people as others see them, in no particular order. */
export async function listPeople(tx: Tx, ids: readonly UserId[]): Promise<(Person & { minor: boolean })[]> {
  return tx
    .select({ id: accounts.id, name: accounts.name, zone: accounts.zone, minor: accounts.minor })
    .from(accounts)
    .where(inArray(accounts.id, [...ids]))
}
