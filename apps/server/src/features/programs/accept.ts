import type { programs, UserId } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import type { Parts } from '../../parts.ts'
import type { Asked } from '../../platform/http/serve.ts'
import { Refusal } from '../../platform/refusal.ts'
import { hashOf } from '../../platform/secrets.ts'
import { accountOfAddress, enter, prepareAccount, protect, welcome } from '../accounts/access.ts'
import { insertTie, markAccepted, type OpenInvitation, takeInvitation } from './store.ts'

/** What an invitation is for. Its secret was mailed to the address, so whoever knows it may see the address. */
export async function openInvitation({ db, now }: Parts, { body }: Asked<typeof programs.openInvitation>) {
  return db.transaction(async (tx) => {
    const { program, organization, tie, email } = await hold(tx, body.secret, now())
    return { program, organization, tie, email, known: (await accountOfAddress(tx, email)) !== null }
  })
}

type Accept = Asked<typeof programs.acceptInvitation>

/**
 * Adds the tie and signs in: the secret proves the address as a mailed link does, once. A newcomer makes the account;
 * whoever has one keeps it as it is, so that no invitation can set the password of an account that stands.
 */
export async function acceptInvitation({ db, now }: Parts, { body, cookie }: Accept) {
  const at = now()
  const held = await db.transaction((tx) => hold(tx, body.secret, at))
  const { email, minor } = held
  const make = body.newcomer ? await prepareAccount({ ...body.newcomer, email, minor }, at) : null
  const entry = await db.transaction(async (tx) => {
    const invitation = await hold(tx, body.secret, at)
    const account = await accountOfAddress(tx, email)
    if (account && make) throw new Refusal('accounts.emailTaken')
    if (!account && !make) throw new Refusal('input.invalid', [{ path: 'body.newcomer', code: 'required' }])
    const id = account ? account.id : await make?.(tx)
    if (!id) throw new Refusal('notFound')
    await bind(tx, invitation, { id, now: at })
    return enter(tx, id, { now: at, cookie })
  })
  return welcome(cookie, entry)
}

async function bind(tx: Tx, invitation: OpenInvitation, { id, now }: { id: UserId; now: Date }): Promise<void> {
  const { programId, tie, minor } = invitation
  if (!(await insertTie(tx, { programId, accountId: id, tie, since: now }))) throw new Refusal('programs.alreadyIn')
  if (minor) await protect(tx, id)
  await markAccepted(tx, invitation.id, now)
  tx.audit(id, 'programs.acceptInvitation', invitation.id)
}

async function hold(tx: Tx, secret: string, now: Date): Promise<OpenInvitation> {
  const found = await takeInvitation(tx, hashOf(secret), now)
  if (!found) throw new Refusal('accounts.linkInvalid')
  return found
}
