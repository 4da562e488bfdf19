import { randomUUID } from 'node:crypto'
import { GoalId, goals, programs, SessionId, sessions, StepId, type Tie } from '@ithaca/contract'
import * as tables from '@ithaca/db/schema/index'
import { inArray, sql } from 'drizzle-orm'
import { hashPassword } from '../src/features/accounts/passwords.ts'
import type { TestHouse } from './house.ts'
import { makePerson, type TestPerson, type TestProgram } from './people.ts'

/**
 * Everybody who may ask: nobody signed in, a stranger without any tie, a neighbor (a mentor of the same program who is
 * not in the match), and the people of the match and its program.
 */
export const kinds = ['nobody', 'stranger', 'neighbor', 'mentor', 'mentee', 'coordinator'] as const
export type Kind = (typeof kinds)[number]

/** A match with something of everything in it, and one person of each kind. */
export type World = Pick<TestProgram, 'programId' | 'matchId' | 'conversationId'> & {
  house: TestHouse
  people: Record<Exclude<Kind, 'nobody'>, TestPerson>
  sessionId: SessionId
  goalId: GoalId
  stepId: StepId
}

/** The password of everybody in a world. */
export const password = 'a boat to somewhere far'
const passwordHash = hashPassword(password)

/** Makes a world of its own in a house. */
export async function aWorld(house: TestHouse): Promise<World> {
  const program = await house.program({ mentor: 'ada', mentee: 'bo', coordinator: 'cleo' })
  const stranger = await house.person('stranger')
  const neighbor = await house.db.transaction(async (tx) => {
    const person = await makePerson(tx, 'neighbor')
    await tx.insert(tables.ties).values(tieTo(program, person, 'mentor'))
    return person
  })
  const { ada: mentor, bo: mentee, cleo: coordinator } = program.people as Record<'ada' | 'bo' | 'cleo', TestPerson>
  const people = { stranger, neighbor, mentor, mentee, coordinator }
  const hash = await passwordHash
  const ids = Object.values(people).map(({ id }) => id)
  await house.db.transaction((tx) =>
    tx.update(tables.accounts).set({ passwordHash: hash }).where(inArray(tables.accounts.id, ids)),
  )
  const { programId, matchId, conversationId } = program
  const bare = { house, people, programId, matchId, conversationId }
  const sessionId = await aPlan(bare)
  const goalId = GoalId.parse(randomUUID())
  const stepId = StepId.parse(randomUUID())
  const goal = { id: goalId, title: 'Speak before the class', why: '', dueOn: null }
  await must(house.ask(mentor, goals.create, { params: { matchId }, body: goal }))
  const step = { id: stepId, text: 'Choose a topic', dueOn: null }
  await must(house.ask(mentor, goals.addStep, { params: { goalId }, body: step }))
  await house.settled()
  return { ...bare, sessionId, goalId, stepId }
}

/** Plans a session of the match that is open to come in and has not begun. */
export async function aPlan({
  house,
  people,
  matchId,
}: Pick<World, 'house' | 'people' | 'matchId'>): Promise<SessionId> {
  const id = SessionId.parse(randomUUID())
  const startsAt = new Date(house.clock.now().getTime() + 10 * 60_000).toISOString()
  const body = { id, startsAt, minutes: 30, topic: 'First steps', zone: 'UTC' }
  await must(house.ask(people.mentor, sessions.plan, { params: { matchId }, body }))
  return id
}

/** Invites a new address and reads the secret out of the mail. */
export async function anInvitation({ house, people, programId }: World) {
  const id = randomUUID() as never
  const body = { id, email: `${id}@school.example`, tie: 'mentor', minor: false } as const
  await must(house.ask(people.coordinator, programs.invite, { params: { programId }, body }))
  return { invitationId: id, secret: await mailedSecret(house) }
}

/** The secret of the last mail, once it is sent. */
export async function mailedSecret(house: TestHouse): Promise<string> {
  await house.settled()
  const [, secret] = /#([\w-]{43})\n/.exec(house.mails.at(-1)?.text ?? '') ?? []
  if (!secret) throw new Error('No secret was mailed.')
  return secret
}

/** One line for each table that changes whenever anything in it does. Sign-ins and outbox come and go by themselves. */
export async function fingerprint(house: TestHouse): Promise<Record<string, string>> {
  await house.settled()
  return house.db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ name: string }>(
      sql`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
    )
    const prints: Record<string, string> = {}
    for (const { name } of rows) {
      const found = await tx.execute<{ print: string }>(
        sql`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as print from ${sql.identifier(name)} t`,
      )
      prints[name] = found.rows[0]?.print ?? ''
    }
    return prints
  })
}

function tieTo({ programId }: TestProgram, { id }: TestPerson, tie: Tie) {
  return { programId, accountId: id, tie, since: new Date('2026-01-01T00:00:00.000Z') }
}

/** What a test stands on must not be refused. */
async function must(asked: Promise<{ status: number; refused: string | undefined }>): Promise<void> {
  const { status, refused } = await asked
  if (status !== 200) throw new Error(`What a world needs was refused: ${refused}.`)
}
