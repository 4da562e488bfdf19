import { randomUUID } from 'node:crypto'
import { ConversationId, type MatchId, type UserId } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import { conversations, readers } from '@ithaca/db/schema/chat'
import { eq, sql } from 'drizzle-orm'

/** A conversation by its id or by its match. */
export async function findConversation(
  tx: Tx,
  by: { id: ConversationId } | { matchId: MatchId },
): Promise<{ id: ConversationId; matchId: MatchId } | undefined> {
  const [found] = await tx
    .select({ id: conversations.id, matchId: conversations.matchId })
    .from(conversations)
    .where('id' in by ? eq(conversations.id, by.id) : eq(conversations.matchId, by.matchId))
  return found
}

/** Adds the one conversation of a match, and answers with the one that stands. */
export async function insertConversation(tx: Tx, matchId: MatchId): Promise<ConversationId> {
  const [row] = await tx
    .insert(conversations)
    .values({ id: ConversationId.parse(randomUUID()), matchId })
    // Touching the row that stands makes Postgres return it.
    .onConflictDoUpdate({ target: conversations.matchId, set: { matchId: sql`excluded.match_id` } })
    .returning({ id: conversations.id })
  if (!row) throw new Error('a conversation was neither added nor found')
  return row.id
}

/** Lets people read a conversation, from its beginning. */
export async function insertReaders(tx: Tx, conversationId: ConversationId, people: readonly UserId[]): Promise<void> {
  if (people.length === 0) return
  const rows = people.map((accountId) => ({ conversationId, accountId }))
  await tx.insert(readers).values(rows).onConflictDoNothing()
}
