import type { Member, programs } from '@ithaca/contract'
import type { Parts } from '../../parts.ts'
import type { Asked } from '../../platform/http/serve.ts'
import { accountsOf } from '../accounts/access.ts'
import { accessProgram } from './access.ts'
import { toInvitation } from './invitations.ts'
import { listMembers, listOpenInvitations } from './store.ts'

/** One program, by what binds the actor to it. */
export async function get({ db }: Parts, { actor, params }: Asked<typeof programs.get>) {
  const { id, name, organization, demo, ties } = await db.transaction((tx) =>
    accessProgram(tx, actor, params.programId, 'program.read'),
  )
  const [tie = 'mentee'] = ties
  return { id, name, organization, demo, tie }
}

/** Everybody in a program and whoever is invited, for its coordinator. Personal data: the reading is kept. */
export async function people({ db, now }: Parts, { actor, params }: Asked<typeof programs.people>) {
  return db.transaction(async (tx) => {
    const { id } = await accessProgram(tx, actor, params.programId, 'program.people')
    tx.audit(actor.id, 'programs.people', id)
    const tied = await listMembers(tx, id)
    const accounts = await accountsOf(
      tx,
      tied.map(({ accountId }) => accountId),
    )
    const members = tied.flatMap(({ accountId, tie, since }): Member[] => {
      const account = accounts.get(accountId)
      if (!account) return []
      const { name, email, zone, minor } = account
      return [{ id: accountId, name, email, zone, minor, tie, joinedAt: since.toISOString() }]
    })
    const invitations = await listOpenInvitations(tx, id, now())
    return { members: members.sort(byName), invitations: invitations.map(toInvitation) }
  })
}

function byName(a: Member, b: Member): number {
  return a.name.localeCompare(b.name) || a.id.localeCompare(b.id)
}
