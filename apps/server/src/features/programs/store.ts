import type { Account, ProgramId, Rule, Tie, UserId } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import { organizations, programs, ties } from '@ithaca/db/schema/programs'
import { and, eq, inArray, or } from 'drizzle-orm'

export type FoundProgram = {
  id: ProgramId
  name: string
  organization: string
  demo: boolean
  rule: Rule
  ties: Tie[]
  coordinators: UserId[]
}

/** A program with its coordinators and what binds one person to it, in one query. */
export async function findProgram(tx: Tx, id: ProgramId, person: UserId): Promise<FoundProgram | null> {
  const rows = await tx
    .select({
      name: programs.name,
      organization: organizations.name,
      demo: programs.demo,
      rule: programs.rule,
      accountId: ties.accountId,
      tie: ties.tie,
    })
    .from(programs)
    .innerJoin(organizations, eq(organizations.id, programs.organizationId))
    .leftJoin(ties, and(eq(ties.programId, programs.id), or(eq(ties.accountId, person), eq(ties.tie, 'coordinator'))))
    .where(eq(programs.id, id))
  const [first] = rows
  if (!first) return null
  const { name, organization, demo, rule } = first
  const tied = rows.flatMap(({ accountId, tie }) => (accountId && tie ? [{ accountId, tie }] : []))
  return {
    id,
    name,
    organization,
    demo,
    rule,
    ties: tied.filter(({ accountId }) => accountId === person).map(({ tie }) => tie),
    coordinators: tied.filter(({ tie }) => tie === 'coordinator').map(({ accountId }) => accountId),
  }
}

/** The programs a person is tied to, by name. */
export async function listPrograms(tx: Tx, person: UserId): Promise<Account['programs']> {
  return tx
    .select({ id: programs.id, name: programs.name, tie: ties.tie })
    .from(ties)
    .innerJoin(programs, eq(programs.id, ties.programId))
    .where(eq(ties.accountId, person))
    .orderBy(programs.name, programs.id)
}

/** The ties of some people to a program. */
export async function listTies(
  tx: Tx,
  id: ProgramId,
  people: readonly UserId[],
): Promise<{ accountId: UserId; tie: Tie }[]> {
  return tx
    .select({ accountId: ties.accountId, tie: ties.tie })
    .from(ties)
    .where(and(eq(ties.programId, id), inArray(ties.accountId, [...people])))
}
