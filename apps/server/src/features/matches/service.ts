import { type Match, matches, type UserId } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import type { Parts } from '../../parts.ts'
import type { Asked } from '../../platform/http/serve.ts'
import { Refusal } from '../../platform/refusal.ts'
import { openConversation } from '../chat/access.ts'
import { accessProgram, type HeldProgram, holdFast, tiesIn } from '../programs/access.ts'
import { accessMatch, matchesIn, matchesOf } from './access.ts'
import { type FoundMatch, insertMatch, listMatchesIn } from './store.ts'

/** The matches I am a mentor or mentee in. */
export async function mine({ db }: Parts, { actor }: Asked<typeof matches.mine>) {
  return db.transaction((tx) => matchesOf(tx, actor, 'match.read'))
}

/** One match, for its people and its coordinator. */
export async function get({ db }: Parts, { actor, params }: Asked<typeof matches.get>): Promise<Match> {
  return db.transaction((tx) => accessMatch(tx, actor, params.matchId, 'match.read'))
}

/** The matches of a program, for its coordinator. */
export async function inProgram({ db }: Parts, { actor, params }: Asked<typeof matches.inProgram>) {
  return db.transaction(async (tx) => {
    const program = await accessProgram(tx, actor, params.programId, 'match.make')
    return matchesIn(tx, program)
  })
}

/** Matches people of a program and opens their conversation: nobody ever sees the one without the other. */
export async function make({ db, now }: Parts, { actor, params, body }: Asked<typeof matches.make>) {
  return db.transaction(async (tx) => {
    const program = await accessProgram(tx, actor, params.programId, 'match.make')
    await holdFast(tx, program)
    const match = {
      id: body.id,
      programId: program.id,
      startedOn: now().toISOString().slice(0, 10),
      people: await peopleToMatch(tx, program, body),
    }
    const standing = await listMatchesIn(tx, program.id)
    if (standing.some(({ id, people }) => id !== match.id && samePeople(people, match.people)))
      throw new Refusal('matches.alreadyMade')
    const fresh = await insertMatch(tx, match)
    const held = await accessMatch(tx, actor, match.id, 'match.make')
    if (held.programId !== program.id || !samePeople(held.people, match.people)) throw new Refusal('notFound')
    tx.audit(actor.id, 'matches.make', match.id)
    if (!fresh) return held
    const conversationId = await openConversation(tx, match.id, held.audience)
    tx.publish(matches.made, { ...held, conversationId }, held.withCoordinators)
    return held
  })
}

type Wish = { mentorIds: readonly UserId[]; menteeIds: readonly UserId[] }

async function peopleToMatch(tx: Tx, program: HeldProgram, wish: Wish): Promise<FoundMatch['people']> {
  const wished = new Map([
    ...wish.mentorIds.map((id) => [id, 'mentor'] as const),
    ...wish.menteeIds.map((id) => [id, 'mentee'] as const),
  ])
  const ties = await tiesIn(tx, program, [...wish.mentorIds, ...wish.menteeIds])
  const everyone = new Set(wish.mentorIds).size + new Set(wish.menteeIds).size
  const people = [...wished].map(([id, tie]) => ({ id, tie }))
  if (people.length !== everyone || people.some(({ id, tie }) => ties.get(id) !== tie))
    throw new Refusal('matches.notInProgram')
  return people
}

function samePeople(a: readonly { id: UserId }[], b: readonly { id: UserId }[]): boolean {
  const ids = new Set(a.map(({ id }) => id))
  return ids.size === b.length && b.every(({ id }) => ids.has(id))
}
