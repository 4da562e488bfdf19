import type { Invitation, Locale, programs } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import type { Parts } from '../../parts.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Asked } from '../../platform/http/serve.ts'
import { Refusal } from '../../platform/refusal.ts'
import { hashOf, mintSecret } from '../../platform/secrets.ts'
import { accountOfAddress, accountsOf } from '../accounts/access.ts'
import { accessProgram, tiesIn } from './access.ts'
import { invitationMail } from './mails.ts'
import { type FoundInvitation, findInvitation, insertInvitation, listOpenInvitations, withdraw } from './store.ts'

const goodForMs = 14 * 24 * 3_600_000

/** Invites an address. A retry is the same invitation; a new one to the same address takes the place of the open one. */
export async function invite(parts: Parts, { actor, params, body }: Asked<typeof programs.invite>) {
  const secret = mintSecret()
  const at = parts.now()
  const { invitation, program, locale, fresh } = await parts.db.transaction(async (tx) => {
    const program = await accessProgram(tx, actor, params.programId, 'program.invite')
    const account = await accountOfAddress(tx, body.email)
    if (account && (await tiesIn(tx, program, [account.id])).size > 0) throw new Refusal('programs.alreadyIn')
    const fresh = await insertInvitation(tx, {
      ...body,
      programId: program.id,
      secretHash: hashOf(secret),
      invitedById: actor.id,
      invitedAt: at,
      expiresAt: new Date(at.getTime() + goodForMs),
    })
    const invitation = await findInvitation(tx, program.id, body.id)
    if (!invitation || invitation.email !== body.email) throw new Refusal('notFound')
    if (fresh) await replaceOthers(tx, invitation, at)
    tx.audit(actor.id, 'programs.invite', invitation.id)
    return { invitation, program, fresh, locale: account?.locale ?? (await localeOf(tx, actor)) }
  })
  if (fresh) {
    const link = `${parts.settings.publicUrl}/invitation#${secret}`
    const mail = invitationMail({ to: body.email, locale, from: actor.name, tie: body.tie, program, link })
    parts.later.run('programs.invite', () => parts.mail.send(mail))
  }
  return toInvitation(invitation)
}

/** Withdraws an invitation that is not answered yet; withdrawing it again changes nothing. */
export async function withdrawInvitation(
  { db, now }: Parts,
  { actor, params }: Asked<typeof programs.withdrawInvitation>,
) {
  return db.transaction(async (tx) => {
    const { id: programId } = await accessProgram(tx, actor, params.programId, 'program.invite')
    const found = await findInvitation(tx, programId, params.invitationId)
    if (!found || found.acceptedAt) throw new Refusal('notFound')
    await withdraw(tx, found.id, now())
    tx.audit(actor.id, 'programs.withdrawInvitation', found.id)
    return {}
  })
}

/** An invitation as its coordinator sees it. */
export function toInvitation({ id, programId, email, tie, invitedAt, expiresAt }: FoundInvitation): Invitation {
  return { id, programId, email, tie, invitedAt: invitedAt.toISOString(), expiresAt: expiresAt.toISOString() }
}

async function replaceOthers(tx: Tx, { id, programId, email }: FoundInvitation, now: Date): Promise<void> {
  const others = (await listOpenInvitations(tx, programId, now)).filter((one) => one.email === email && one.id !== id)
  for (const other of others) await withdraw(tx, other.id, now)
}

/** A newcomer's language is not known yet; the inviter's is the best guess. */
async function localeOf(tx: Tx, { id }: Actor): Promise<Locale> {
  const found = await accountsOf(tx, [id])
  return found.get(id)?.locale ?? 'en'
}
