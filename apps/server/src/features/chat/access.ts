import type { ConversationId, MatchId, MatchPerson, UserId } from '@ithaca/contract'
import type { Audience, Tx } from '@ithaca/db'
import type { Action } from '@ithaca/domain/permissions'
import type { Actor } from '../../platform/actor.ts'
import { Refusal } from '../../platform/refusal.ts'
import { accessMatch } from '../matches/access.ts'
import { findConversation, insertConversation, insertReaders } from './store.ts'

/** A conversation in the hands of somebody who may do with it what they asked for. */
export type HeldConversation = {
  readonly id: ConversationId
  readonly matchId: MatchId
  readonly lastSeq: number
  readonly people: readonly MatchPerson[]
  /** The people of the conversation: who may hear its news. */
  readonly audience: Audience
}

/** The only way to hold a conversation. Its match decides who may; a stranger and a wrong id get the same answer. */
export async function accessConversation(
  tx: Tx,
  actor: Actor,
  id: ConversationId,
  action: Action,
): Promise<HeldConversation> {
  const found = await findConversation(tx, { id })
  if (!found) throw new Refusal('notFound')
  const { people, audience } = await accessMatch(tx, actor, found.matchId, action)
  return { ...found, people, audience }
}

/** Opens the conversation of a match for its people. Opening it again finds the one that stands. */
export async function openConversation(tx: Tx, matchId: MatchId, people: readonly UserId[]): Promise<ConversationId> {
  const id = await insertConversation(tx, matchId)
  await insertReaders(tx, id, people)
  return id
}

/** The conversation of a match the caller already holds, or null where none was opened. */
export async function conversationOfMatch(tx: Tx, matchId: MatchId): Promise<ConversationId | null> {
  const found = await findConversation(tx, { matchId })
  return found?.id ?? null
}
