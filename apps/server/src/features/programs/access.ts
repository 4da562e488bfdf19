import type { Account, ProgramId, Rule, Tie, UserId } from '@ithaca/contract'
import type { Audience, Tx } from '@ithaca/db'
import { type Action, can } from '@ithaca/domain/permissions'
import type { Actor } from '../../platform/actor.ts'
import { Refusal } from '../../platform/refusal.ts'
import { findProgram, listCoordinators, listPrograms, listTies, lockProgram } from './store.ts'

export { isTied } from './store.ts'

/** A program in the hands of somebody who may do with it what they asked for. */
export type HeldProgram = {
  readonly id: ProgramId
  readonly name: string
  readonly organization: string
  readonly demo: boolean
  /** The attendance rule that new sessions get a copy of. */
  readonly rule: Rule
  /** What binds the actor to it. */
  readonly ties: readonly Tie[]
  readonly coordinators: readonly UserId[]
  /** Who may hear its news: its coordinators. */
  readonly audience: Audience
}

/** The only way to hold a program. A stranger and a wrong id get the same answer. */
export async function accessProgram(tx: Tx, actor: Actor, id: ProgramId, action: Action): Promise<HeldProgram> {
  const found = await findProgram(tx, id, actor.id)
  if (!found || !can(found.ties, action)) throw new Refusal('notFound')
  return { ...found, audience: found.coordinators }
}

/** The ties of some people to a program that the caller holds. Who has none is left out. */
export async function tiesIn(tx: Tx, { id }: HeldProgram, people: readonly UserId[]): Promise<Map<UserId, Tie>> {
  const found = await listTies(tx, id, people)
  return new Map(found.map(({ accountId, tie }) => [accountId, tie]))
}

/** The programs a person is tied to, by name. */
export function programsOf(tx: Tx, person: UserId): Promise<Account['programs']> {
  return listPrograms(tx, person)
}

/** Holds the program until the transaction ends, for a decision that looks at everything in it. */
export async function holdFast(tx: Tx, { id }: HeldProgram): Promise<void> {
  await lockProgram(tx, id)
}

/** Who coordinates some programs, for news that no actor asked for. */
export async function coordinatorsOf(tx: Tx, ids: readonly ProgramId[]): Promise<Map<ProgramId, UserId[]>> {
  const found = Map.groupBy(await listCoordinators(tx, ids), ({ programId }) => programId)
  return new Map([...found].map(([id, rows]) => [id, rows.map(({ accountId }) => accountId)]))
}
