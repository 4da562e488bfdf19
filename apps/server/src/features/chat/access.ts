import type { ConversationId, MatchId, UserId } from '@ithaca/contract'
import type { Audience, Tx } from '@ithaca/db'
import type { Action } from '@ithaca/domain/permissions'
import type { Actor } from '../../platform/actor.ts'
import { lightDoor } from '../matches/access.ts'
import { findConversation, insertConversation, insertReaders, matchOfConversation } from './store.ts'

/** A conversation in the hands of somebody who may do with it what they asked for. */
export type HeldConversation = {
  readonly id: ConversationId
  readonly matchId: MatchId
  /** The people of the conversation: who may hear its news. */
  readonly audience: Audience
}

const holdMatch = lightDoor('chat.hold', matchOfConversation)

/** The only way to hold a conversation. Its match decides who may; a stranger and a wrong id get the same answer. */
export async function accessConversation(
  tx: Tx,
  actor: Actor,
  id: ConversationId,
  action: Action,
): Promise<HeldConversation> {
  const match = await holdMatch(tx, actor, { by: { conversationId: id }, action })
  return { id, matchId: match.id, audience: match.audience }
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
