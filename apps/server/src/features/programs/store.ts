import { randomUUID } from 'node:crypto'
import type { Account, InvitationId, ProgramId, Rule, Tie, UserId } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import { invitations, organizations, programs, ties } from '@ithaca/db/schema/programs'
import { and, type AnyColumn, desc, eq, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'

export type FoundProgram = {
  id: ProgramId
  name: string
  organization: string
  demo: boolean
  rule: Rule
  ties: Tie[]
  coordinators: UserId[]
}

export type NewInvitation = typeof invitations.$inferInsert
export type FoundInvitation = Pick<
  typeof invitations.$inferSelect,
  'id' | 'programId' | 'email' | 'tie' | 'minor' | 'invitedAt' | 'expiresAt' | 'acceptedAt' | 'withdrawnAt'
>
export type OpenInvitation = Pick<FoundInvitation, 'id' | 'programId' | 'email' | 'tie' | 'minor'> & {
  program: string
  organization: string
}

const invitationColumns = {
  id: invitations.id,
  programId: invitations.programId,
  email: invitations.email,
  tie: invitations.tie,
  minor: invitations.minor,
  invitedAt: invitations.invitedAt,
  expiresAt: invitations.expiresAt,
  acceptedAt: invitations.acceptedAt,
  withdrawnAt: invitations.withdrawnAt,
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

/** Binds a person to a program. False where they are bound to it already. */
export async function insertTie(tx: Tx, tie: typeof ties.$inferInsert): Promise<boolean> {
  const made = await tx.insert(ties).values(tie).onConflictDoNothing().returning({ accountId: ties.accountId })
  return made.length > 0
}

/** Everybody in a program, with how and since when. */
export async function listMembers(tx: Tx, id: ProgramId): Promise<{ accountId: UserId; tie: Tie; since: Date }[]> {
  return tx
    .select({ accountId: ties.accountId, tie: ties.tie, since: ties.since })
    .from(ties)
    .where(eq(ties.programId, id))
}

/** Holds the program's row until the transaction ends, so that what depends on all its rows is decided one at a time. */
export async function lockProgram(tx: Tx, id: ProgramId): Promise<void> {
  await tx.select({ id: programs.id }).from(programs).where(eq(programs.id, id)).for('no key update')
}

/** Keeps a new invitation. One that already has this id stays as it is. */
export async function insertInvitation(tx: Tx, invitation: NewInvitation): Promise<boolean> {
  const made = await tx
    .insert(invitations)
    .values(invitation)
    .onConflictDoNothing({ target: invitations.id })
    .returning({ id: invitations.id })
  return made.length > 0
}

/** The invitation of a program with this id, whatever became of it. */
export async function findInvitation(tx: Tx, programId: ProgramId, id: InvitationId): Promise<FoundInvitation | null> {
  const [found] = await tx
    .select(invitationColumns)
    .from(invitations)
    .where(and(eq(invitations.programId, programId), eq(invitations.id, id)))
  return found ?? null
}

/** The invitations of a program that wait for an answer, the newest first. */
export async function listOpenInvitations(tx: Tx, programId: ProgramId, now: Date): Promise<FoundInvitation[]> {
  return tx
    .select(invitationColumns)
    .from(invitations)
    .where(and(eq(invitations.programId, programId), open(now)))
    .orderBy(desc(invitations.invitedAt), invitations.id)
}

/** Withdraws an invitation that is not answered yet. */
export async function withdraw(tx: Tx, id: InvitationId, now: Date): Promise<void> {
  await tx
    .update(invitations)
    .set({ withdrawnAt: now })
    .where(and(eq(invitations.id, id), unanswered))
}

/** An invitation that may still be accepted, with its program, by the hash of its secret. It stays locked. */
export async function takeInvitation(tx: Tx, secretHash: Buffer, now: Date): Promise<OpenInvitation | null> {
  const [found] = await tx
    .select({
      id: invitations.id,
      programId: invitations.programId,
      email: invitations.email,
      tie: invitations.tie,
      minor: invitations.minor,
      program: programs.name,
      organization: organizations.name,
    })
    .from(invitations)
    .innerJoin(programs, eq(programs.id, invitations.programId))
    .innerJoin(organizations, eq(organizations.id, programs.organizationId))
    .where(and(eq(invitations.secretHash, secretHash), open(now)))
    .for('update', { of: invitations })
  return found ?? null
}

export async function markAccepted(tx: Tx, id: InvitationId, now: Date): Promise<void> {
  await tx.update(invitations).set({ acceptedAt: now }).where(eq(invitations.id, id))
}

const unanswered = and(isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt))

function open(now: Date) {
  return and(unanswered, gt(invitations.expiresAt, now))
}

/** The coordinators of some programs. */
export async function listCoordinators(
  tx: Tx,
  ids: readonly ProgramId[],
): Promise<{ programId: ProgramId; accountId: UserId }[]> {
  return tx
    .select({ programId: ties.programId, accountId: ties.accountId })
    .from(ties)
    .where(and(inArray(ties.programId, [...ids]), eq(ties.tie, 'coordinator')))
    .orderBy(ties.since, ties.accountId)
}

/** Whether the person in the placeholder `actorId` is tied to a program, for a condition of a greater statement. */
export function isTied(programId: AnyColumn): SQL<boolean> {
  return sql`exists (
    select from ${ties} where ${ties.programId} = ${programId} and ${ties.accountId} = ${sql.placeholder('actorId')})`
}

/** Whether the house has any program yet. Held to the end of the transaction, so that two servers found only one. */
export async function hasPrograms(tx: Tx): Promise<boolean> {
  await tx.execute(sql`lock table ${programs} in share row exclusive mode`)
  const found = await tx.select({ id: programs.id }).from(programs).limit(1)
  return found.length > 0
}

type NewProgram = Omit<typeof programs.$inferInsert, 'organizationId'> & { organization: string }

/** Makes a program and the organization that runs it. */
export async function insertProgram(tx: Tx, { organization, ...program }: NewProgram): Promise<void> {
  const organizationId = randomUUID()
  await tx.insert(organizations).values({ id: organizationId, name: organization })
  await tx.insert(programs).values({ ...program, organizationId })
}
