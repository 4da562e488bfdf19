import type { accounts as promises, Locale, Person, UserId } from '@ithaca/contract'
import { hot, type Sql, type Tx } from '@ithaca/db'
import { accounts, secrets, signIns } from '@ithaca/db/schema/accounts'
import { and, count, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'

export type FoundAccount = {
  id: UserId
  name: string
  email: string
  locale: Locale
  zone: string
  minor: boolean
}
export type NewAccount = FoundAccount & { passwordHash: string | null; createdAt: Date }
export type Purpose = 'signIn' | 'reset'
export type Kept = { secretHash: Buffer; purpose: Purpose }

const columns = {
  id: accounts.id,
  name: accounts.name,
  email: accounts.email,
  locale: accounts.locale,
  zone: accounts.zone,
  minor: accounts.minor,
}

const actorOf = hot(
  'accounts.actor',
  sql`select ${accounts.id}, ${accounts.name} from ${signIns} join ${accounts} on ${accounts.id} = ${signIns.accountId}
  where ${signIns.tokenHash} = ${sql.placeholder('tokenHash')} and ${signIns.expiresAt} > ${sql.placeholder('now')}`,
)

/** The person behind an open sign-in, found by the hash of its token. */
export async function findActor(on: Sql, tokenHash: Buffer, now: Date): Promise<Actor | null> {
  const [found] = await on.ask<Actor>(actorOf, { tokenHash, now })
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

export async function findByEmail(tx: Tx, email: string): Promise<FoundAccount | null> {
  const [found] = await tx.select(columns).from(accounts).where(eq(accounts.email, email))
  return found ?? null
}

/** The account of an address, held until the transaction ends, for what is counted per account. */
export async function holdByEmail(tx: Tx, email: string): Promise<FoundAccount | null> {
  const [found] = await tx.select(columns).from(accounts).where(eq(accounts.email, email)).for('no key update')
  return found ?? null
}

/** The hash to compare a password with; it leaves this feature by no door. */
export async function findPassword(tx: Tx, email: string): Promise<{ id: UserId; passwordHash: string | null } | null> {
  const [found] = await tx
    .select({ id: accounts.id, passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(eq(accounts.email, email))
  return found ?? null
}

/** Keeps a new account. False where the address has one. */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<boolean> {
  const made = await tx
    .insert(accounts)
    .values(account)
    .onConflictDoNothing({ target: accounts.email })
    .returning({ id: accounts.id })
  return made.length > 0
}

export async function updateAccount(tx: Tx, id: UserId, change: z.output<typeof promises.update.body>): Promise<void> {
  if (Object.keys(change).length > 0) await tx.update(accounts).set(change).where(eq(accounts.id, id))
}

export async function setPassword(tx: Tx, id: UserId, passwordHash: string): Promise<void> {
  await tx.update(accounts).set({ passwordHash }).where(eq(accounts.id, id))
}

/** From now on the children's defaults hold for this person. */
export async function setMinor(tx: Tx, id: UserId): Promise<void> {
  await tx.update(accounts).set({ minor: true }).where(eq(accounts.id, id))
}

export async function insertSignIn(tx: Tx, signIn: typeof signIns.$inferInsert): Promise<void> {
  await tx.insert(signIns).values(signIn)
}

/** Moves the end of a sign-in that would end before `before`. Whether it was moved. */
export async function renewSignIn(tx: Tx, tokenHash: Buffer, end: { before: Date; to: Date }): Promise<boolean> {
  const renewed = await tx
    .update(signIns)
    .set({ expiresAt: end.to })
    .where(and(eq(signIns.tokenHash, tokenHash), lt(signIns.expiresAt, end.before)))
    .returning({ accountId: signIns.accountId })
  return renewed.length > 0
}

export async function deleteSignIn(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.delete(signIns).where(eq(signIns.tokenHash, tokenHash))
}

export async function deleteSignInsOf(tx: Tx, id: UserId): Promise<void> {
  await tx.delete(signIns).where(eq(signIns.accountId, id))
}

export async function insertSecret(tx: Tx, secret: typeof secrets.$inferInsert): Promise<void> {
  await tx.insert(secrets).values(secret)
}

/** How many secrets of a purpose are still good for an account. */
export async function countSecrets(tx: Tx, id: UserId, good: { purpose: Purpose; now: Date }): Promise<number> {
  const [found] = await tx
    .select({ open: count() })
    .from(secrets)
    .where(and(eq(secrets.accountId, id), eq(secrets.purpose, good.purpose), gt(secrets.expiresAt, good.now)))
  return found?.open ?? 0
}

/** Uses a secret up: the person it was mailed to, or null where it is not good any more. Of two at once one wins. */
export async function useSecret(tx: Tx, { secretHash, purpose }: Kept, now: Date): Promise<UserId | null> {
  const [used] = await tx
    .update(secrets)
    .set({ usedAt: now })
    .where(
      and(
        eq(secrets.secretHash, secretHash),
        eq(secrets.purpose, purpose),
        isNull(secrets.usedAt),
        gt(secrets.expiresAt, now),
      ),
    )
    .returning({ accountId: secrets.accountId })
  return used?.accountId ?? null
}

/** Uses up all secrets of an account, such as links that lie in a mailbox somebody else has read. */
export async function useSecretsOf(tx: Tx, id: UserId, now: Date): Promise<void> {
  await tx
    .update(secrets)
    .set({ usedAt: now })
    .where(and(eq(secrets.accountId, id), isNull(secrets.usedAt)))
}

/** Takes away sign-ins and secrets that have opened nothing for some time. */
export async function deleteExpired(tx: Tx, before: Date): Promise<void> {
  await tx.delete(signIns).where(lt(signIns.expiresAt, before))
  await tx.delete(secrets).where(lt(secrets.expiresAt, before))
}
