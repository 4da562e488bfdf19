import { randomUUID } from 'node:crypto'
import { type Account, type Locale, type Person, UserId } from '@ithaca/contract'
import type { Db, Tx } from '@ithaca/db'
import type { WhoIs } from '../../platform/actor.ts'
import type { SignInCookie } from '../../platform/http/cookie.ts'
import { Refusal } from '../../platform/refusal.ts'
import { hashOf, mintSecret } from '../../platform/secrets.ts'
import { programsOf } from '../programs/access.ts'
import { hashPassword } from './passwords.ts'
import {
  deleteSignIn,
  type FoundAccount,
  findActor,
  findByEmail,
  insertAccount,
  insertSignIn,
  listAccounts,
  listPeople,
  setMinor,
} from './store.ts'

/** How long a browser stays signed in; whoever comes back within it stays longer. */
export const signInMs = 30 * 24 * 3_600_000

/** A sign-in just made: the token is told to the browser once and kept nowhere. */
export type Entry = { account: Account; token: string; expiresAt: Date }

/** Finds the person behind a sign-in token: one look-up by the token's hash, which is all that is kept of it. */
export function whoIs(db: Db, now: () => Date): WhoIs {
  return (token) => db.once((sql) => findActor(sql, hashOf(token), now()))
}

/** People by id, as others see them, for a caller who holds what they belong to. */
export async function peopleOf(tx: Tx, ids: readonly UserId[]): Promise<Map<UserId, Person>> {
  const found = await listPeople(tx, ids)
  return new Map(found.map(({ id, name, zone }) => [id, { id, name, zone }]))
}

/** Who of these people is a minor, so that the children's defaults hold. */
export async function minorsAmong(tx: Tx, ids: readonly UserId[]): Promise<Set<UserId>> {
  const found = await listPeople(tx, ids)
  return new Set(found.filter(({ minor }) => minor).map(({ id }) => id))
}

/** Accounts by id, with what only a coordinator of theirs may see. */
export async function accountsOf(tx: Tx, ids: readonly UserId[]): Promise<Map<UserId, FoundAccount>> {
  const found = await listAccounts(tx, ids)
  return new Map(found.map((account) => [account.id, account]))
}

/** The account of an address, for a caller to whom the address was proved or who may know it. */
export function accountOfAddress(tx: Tx, email: string): Promise<FoundAccount | null> {
  return findByEmail(tx, email)
}

/** A person as they see themselves. */
export async function describe(tx: Tx, id: UserId): Promise<Account> {
  const [found] = await listAccounts(tx, [id])
  if (!found) throw new Refusal('notFound')
  return { ...found, programs: await programsOf(tx, id) }
}

export type Newcomer = { name: string; email: string; locale: Locale; zone: string; minor: boolean; password: string }

/** Makes an account for an address that was proved. Hashing takes a while, so it is done before the transaction. */
export async function prepareAccount({ password, ...person }: Newcomer, now: Date) {
  const passwordHash = await hashPassword(password)
  return async (tx: Tx): Promise<UserId> => {
    const id = UserId.parse(randomUUID())
    if (!(await insertAccount(tx, { ...person, id, passwordHash, createdAt: now })))
      throw new Refusal('accounts.emailTaken')
    tx.audit(id, 'accounts.make', id)
    return id
  }
}

/** Holds the children's defaults for a person from now on. Nobody grows up by an invitation, so it is never undone by one. */
export async function protect(tx: Tx, id: UserId): Promise<void> {
  await setMinor(tx, id)
}

/** Signs a person in who has proved who they are; the browser's earlier sign-in ends. */
export async function enter(tx: Tx, id: UserId, browser: { now: Date; cookie: SignInCookie }): Promise<Entry> {
  const { now, cookie } = browser
  const token = mintSecret()
  const expiresAt = new Date(now.getTime() + signInMs)
  if (cookie.token) await deleteSignIn(tx, hashOf(cookie.token))
  await insertSignIn(tx, { tokenHash: hashOf(token), accountId: id, createdAt: now, expiresAt })
  return { account: await describe(tx, id), token, expiresAt }
}

/** Hands the browser its cookie, once the sign-in is committed. */
export function welcome(cookie: SignInCookie, { account, token, expiresAt }: Entry): Account {
  cookie.set(token, expiresAt)
  return account
}
