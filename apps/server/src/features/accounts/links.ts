import { type accounts, accounts as promises } from '@ithaca/contract'
import type { Parts } from '../../parts.ts'
import type { Asked } from '../../platform/http/serve.ts'
import { Refusal } from '../../platform/refusal.ts'
import { hashOf, mintSecret } from '../../platform/secrets.ts'
import { enter, welcome } from './access.ts'
import { secretMail } from './mails.ts'
import { hashPassword } from './passwords.ts'
import {
  countSecrets,
  deleteSignInsOf,
  holdByEmail,
  insertSecret,
  type Purpose,
  setPassword,
  useSecret,
  useSecretsOf,
} from './store.ts'

const goodForMs = { signIn: 15 * 60_000, reset: 60 * 60_000 } satisfies Record<Purpose, number>
/** More would only fill somebody's mailbox. */
const mostOpen = 3

/** Mails a sign-in link. The answer waits for nothing, so neither it nor its time tells whether the address is known. */
export async function askLink(parts: Parts, { body }: Asked<typeof accounts.askLink>) {
  parts.later.run('accounts.askLink', () => mailSecret(parts, body.email, 'signIn'))
  return {}
}

/** Mails a link to choose a new password, in the same silence. */
export async function askReset(parts: Parts, { body }: Asked<typeof accounts.askReset>) {
  parts.later.run('accounts.askReset', () => mailSecret(parts, body.email, 'reset'))
  return {}
}

/** Signs in whoever got the mail. */
export async function openLink({ db, now }: Parts, { body, cookie }: Asked<typeof accounts.openLink>) {
  const entry = await db.transaction(async (tx) => {
    const id = await useSecret(tx, { secretHash: hashOf(body.secret), purpose: 'signIn' }, now())
    if (!id) throw new Refusal('accounts.linkInvalid')
    tx.audit(id, 'accounts.openLink', id)
    return enter(tx, id, { now: now(), cookie })
  })
  return welcome(cookie, entry)
}

/** Sets the password of whoever got the mail; every other sign-in and every other mailed link of theirs ends. */
export async function reset({ db, now }: Parts, { body, cookie }: Asked<typeof accounts.reset>) {
  const passwordHash = await hashPassword(body.password)
  const entry = await db.transaction(async (tx) => {
    const id = await useSecret(tx, { secretHash: hashOf(body.secret), purpose: 'reset' }, now())
    if (!id) throw new Refusal('accounts.linkInvalid')
    await setPassword(tx, id, passwordHash)
    await useSecretsOf(tx, id, now())
    await deleteSignInsOf(tx, id)
    tx.audit(id, 'accounts.reset', id)
    tx.publish(promises.signedOut, { userId: id }, [id])
    return enter(tx, id, { now: now(), cookie })
  })
  return welcome(cookie, entry)
}

async function mailSecret({ db, mail, now, settings }: Parts, email: string, purpose: Purpose): Promise<void> {
  const secret = mintSecret()
  const at = now()
  const account = await db.transaction(async (tx) => {
    const found = await holdByEmail(tx, email)
    if (!found || (await countSecrets(tx, found.id, { purpose, now: at })) >= mostOpen) return null
    const expiresAt = new Date(at.getTime() + goodForMs[purpose])
    await insertSecret(tx, { secretHash: hashOf(secret), accountId: found.id, purpose, expiresAt })
    tx.audit(null, purpose === 'reset' ? 'accounts.askReset' : 'accounts.askLink', found.id)
    return found
  })
  if (account) await mail.send(secretMail(account, purpose, `${settings.publicUrl}${page[purpose]}#${secret}`))
}

/** The secret stands behind a `#`: browsers never send it, so that it reaches no log. */
const page = { signIn: '/sign-in/link', reset: '/reset' } satisfies Record<Purpose, string>
