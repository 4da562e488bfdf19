import type { accounts } from '@ithaca/contract'
import { accounts as promises } from '@ithaca/contract'
import type { Parts } from '../../parts.ts'
import type { Asked } from '../../platform/http/serve.ts'
import { Refusal } from '../../platform/refusal.ts'
import { hashOf } from '../../platform/secrets.ts'
import { describe, enter, signInMs, welcome } from './access.ts'
import type { Attempts } from './attempts.ts'
import { isPassword } from './passwords.ts'
import { deleteExpired, deleteSignIn, deleteSignInsOf, findPassword, renewSignIn, updateAccount } from './store.ts'

const dayMs = 24 * 3_600_000

/** Who I am. Asked whenever a page loads, so here a sign-in is made to last, at most once a day. */
export async function me({ db, now }: Parts, { actor, cookie }: Asked<typeof accounts.me>) {
  const at = now().getTime()
  const end = { before: new Date(at + signInMs - dayMs), to: new Date(at + signInMs) }
  const { token } = cookie
  const { account, renewed } = await db.transaction(async (tx) => ({
    account: await describe(tx, actor.id),
    renewed: token !== null && (await renewSignIn(tx, hashOf(token), end)),
  }))
  if (token && renewed) cookie.set(token, end.to)
  return account
}

export async function update({ db }: Parts, { actor, body }: Asked<typeof accounts.update>) {
  return db.transaction(async (tx) => {
    await updateAccount(tx, actor.id, body)
    tx.audit(actor.id, 'accounts.update', actor.id)
    return describe(tx, actor.id)
  })
}

type Desk = Parts & { attempts: Attempts }

/** Signs in by password. An unknown address and a wrong password take the same time and get the same answer. */
export async function signIn({ db, now, attempts }: Desk, { body, cookie }: Asked<typeof accounts.signIn>) {
  const { email, password } = body
  attempts.count(email)
  const found = await db.transaction((tx) => findPassword(tx, email))
  const right = await isPassword(found?.passwordHash ?? null, password)
  if (!found || !right) throw new Refusal('accounts.wrongPassword')
  attempts.forget(email)
  const entry = await db.transaction(async (tx) => {
    tx.audit(found.id, 'accounts.signIn', found.id)
    return enter(tx, found.id, { now: now(), cookie })
  })
  return welcome(cookie, entry)
}

/** Ends the sign-in of this browser, in all its windows. */
export async function signOut({ db, hangUp }: Parts, { actor, cookie }: Asked<typeof accounts.signOut>) {
  const { token } = cookie
  if (!token) throw new Refusal('signInNeeded')
  await db.transaction(async (tx) => {
    await deleteSignIn(tx, hashOf(token))
    tx.audit(actor.id, 'accounts.signOut', actor.id)
  })
  cookie.clear()
  hangUp({ signIn: token })
  return {}
}

/** Ends all sign-ins of a person, this one too. */
export async function signOutEverywhere({ db }: Parts, { actor, cookie }: Asked<typeof accounts.signOutEverywhere>) {
  await db.transaction(async (tx) => {
    await deleteSignInsOf(tx, actor.id)
    tx.audit(actor.id, 'accounts.signOutEverywhere', actor.id)
    tx.publish(promises.signedOut, { userId: actor.id }, [actor.id])
  })
  cookie.clear()
  return {}
}

/** Forgets sign-ins and secrets a day after they have ended. */
export async function forgetExpired({ db, now }: Parts): Promise<void> {
  await db.transaction((tx) => deleteExpired(tx, new Date(now().getTime() - dayMs)))
}
