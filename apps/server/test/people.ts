import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { ConversationId, MatchId, ProgramId, type Tie, UserId } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import * as tables from '@ithaca/db/schema/index'
import { defaultRule } from '@ithaca/domain/attendance-facts'

/** A person of a test: an id, and the cookie that opens the doors for them. */
export type TestPerson = { id: UserId; name: string; email: string; cookie: string }

/** One program with people in it by first name, and one match of all its mentors and mentees. */
export type Cast = { mentor?: string | string[]; mentee?: string | string[]; coordinator?: string; minors?: string[] }

export type TestProgram = {
  programId: ProgramId
  matchId: MatchId
  conversationId: ConversationId
  people: Record<string, TestPerson>
}

const start = new Date('2026-01-01T00:00:00.000Z')
const never = new Date('2100-01-01T00:00:00.000Z')

/** Makes a person with an open sign-in. */
export async function makePerson(tx: Tx, name: string, options: { minor?: boolean } = {}): Promise<TestPerson> {
  const id = UserId.parse(randomUUID())
  const token = randomBytes(32).toString('base64url')
  const email = `${name}.${id.slice(0, 8)}@ithaca.example`
  const minor = options.minor ?? false
  await tx.insert(tables.accounts).values({ id, name, email, locale: 'en', zone: 'UTC', minor, createdAt: start })
  const tokenHash = createHash('sha256').update(token).digest()
  await tx.insert(tables.signIns).values({ tokenHash, accountId: id, createdAt: start, expiresAt: never })
  return { id, name, email, cookie: `ithaca_sign_in=${token}` }
}

/** Makes a program, its people, and their match with its conversation. */
export async function makeProgram(tx: Tx, cast: Cast): Promise<TestProgram> {
  const organizationId = randomUUID()
  const programId = ProgramId.parse(randomUUID())
  const matchId = MatchId.parse(randomUUID())
  const conversationId = ConversationId.parse(randomUUID())
  await tx.insert(tables.organizations).values({ id: organizationId, name: 'Harbor School' })
  await tx
    .insert(tables.programs)
    .values({ id: programId, organizationId, name: 'Bridges', rule: defaultRule, createdAt: start })
  await tx.insert(tables.matches).values({ id: matchId, programId, startedOn: '2026-01-05' })
  await tx.insert(tables.conversations).values({ id: conversationId, matchId })
  const people: Record<string, TestPerson> = {}
  for (const [name, tie] of castList(cast)) {
    const person = await makePerson(tx, name, { minor: cast.minors?.includes(name) ?? false })
    people[name] = person
    await tx.insert(tables.ties).values({ programId, accountId: person.id, tie, since: start })
    if (tie === 'coordinator') continue
    await tx.insert(tables.matchPeople).values({ matchId, accountId: person.id, tie })
    await tx.insert(tables.readers).values({ conversationId, accountId: person.id })
  }
  return { programId, matchId, conversationId, people }
}

function castList({ mentor = [], mentee = [], coordinator }: Cast): [string, Tie][] {
  return [
    ...[mentor].flat().map((name): [string, Tie] => [name, 'mentor']),
    ...[mentee].flat().map((name): [string, Tie] => [name, 'mentee']),
    ...(coordinator ? [[coordinator, 'coordinator'] as [string, Tie]] : []),
  ]
}
