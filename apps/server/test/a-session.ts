import { randomUUID } from 'node:crypto'
import { SessionId, sessions } from '@ithaca/contract'
import type { TestHouse } from './house.ts'
import type { Cast, TestPerson, TestProgram } from './people.ts'

/** A planned session with its people, starting at `startsAt`, and the clock at the moment the call runs. */
export type PlannedSession = TestProgram & { sessionId: SessionId; mentor: TestPerson; mentee: TestPerson }

type Plan = { startsAt?: string; minutes?: number; cast?: Partial<Cast> }

/** Plans a session between Ada, a mentor, and Bo, a mentee, coordinated by Cleo. */
export async function aSession(house: TestHouse, plan: Plan = {}): Promise<PlannedSession> {
  const { startsAt = '2026-03-02T10:00:00.000Z', minutes = 30 } = plan
  const program = await house.program({ mentor: 'ada', mentee: 'bo', coordinator: 'cleo', ...plan.cast })
  const { ada: mentor, bo: mentee } = program.people
  if (!mentor || !mentee) throw new Error('The cast of a session needs ada and bo.')
  const sessionId = SessionId.parse(randomUUID())
  const planned = await house.ask(mentor, sessions.plan, {
    params: { matchId: program.matchId },
    body: { id: sessionId, startsAt, minutes, topic: 'First steps', zone: 'UTC' },
  })
  if (planned.refused) throw new Error(`The session was refused: ${planned.refused}`)
  await house.settled()
  return { ...program, sessionId, mentor, mentee }
}
