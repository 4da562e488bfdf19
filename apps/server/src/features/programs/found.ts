import { randomBytes, randomUUID } from 'node:crypto'
import { ProgramId } from '@ithaca/contract'
import { defaultRule } from '@ithaca/domain/attendance-facts'
import type { Parts } from '../../parts.ts'
import { accountOfAddress, prepareAccount } from '../accounts/access.ts'
import { hasPrograms, insertProgram, insertTie } from './store.ts'

export type Founding = { coordinator: string; organization: string; program: string }

/**
 * Gives an empty house its first program and its first coordinator, who comes in by a mailed sign-in link: nobody is
 * told a password. A house that has a program is left as it is.
 */
export async function foundProgram({ db, now }: Pick<Parts, 'db' | 'now'>, founding: Founding): Promise<boolean> {
  const { coordinator, organization, program } = founding
  const at = now()
  const email = coordinator.trim().toLowerCase()
  const [name = email] = email.split('@')
  const unknown = randomBytes(32).toString('base64url')
  const make = await prepareAccount({ name, email, locale: 'en', zone: 'UTC', minor: false, password: unknown }, at)
  return db.transaction(async (tx) => {
    if (await hasPrograms(tx)) return false
    const id = (await accountOfAddress(tx, email))?.id ?? (await make(tx))
    const programId = ProgramId.parse(randomUUID())
    await insertProgram(tx, { id: programId, organization, name: program, rule: defaultRule, createdAt: at })
    await insertTie(tx, { programId, accountId: id, tie: 'coordinator', since: at })
    tx.audit(null, 'programs.found', programId)
    return true
  })
}
