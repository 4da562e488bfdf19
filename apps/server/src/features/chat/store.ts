import { randomUUID } from 'node:crypto'
import { ConversationId, type MatchId, type Message, type MessageId, type UserId } from '@ithaca/contract'
import { hot, type Tx } from '@ithaca/db'
import { conversations, messages, readers } from '@ithaca/db/schema/chat'
import { and, asc, desc, eq, gt, inArray, lt, sql } from 'drizzle-orm'

export type ConversationRow = { id: ConversationId; matchId: MatchId; lastSeq: number }
export type ReaderRow = { userId: UserId; deliveredSeq: number; readSeq: number }

/** How far one person has come, asked or known. */
export type Mark = { deliveredSeq: number; readSeq: number }

/** A conversation by its id or by its match. */
export async function findConversation(
  tx: Tx,
  by: { id: ConversationId } | { matchId: MatchId },
): Promise<ConversationRow | undefined> {
  const [found] = await tx
    .select()
    .from(conversations)
    .where('id' in by ? eq(conversations.id, by.id) : eq(conversations.matchId, by.matchId))
  return found
}

/** The place of the newest message of a conversation. */
export async function findLastSeq(tx: Tx, id: ConversationId): Promise<number> {
  return (await findConversation(tx, { id }))?.lastSeq ?? 0
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

/** Which match the conversation in the placeholder `conversationId` belongs to, as a part of a greater statement. */
export const matchOfConversation = sql`
  select ${conversations.matchId} from ${conversations} where ${conversations.id} = ${sql.placeholder('conversationId')}`

const given = {
  id: sql`${sql.placeholder('id')}::uuid`,
  conversationId: sql`${sql.placeholder('conversationId')}::uuid`,
  authorId: sql`${sql.placeholder('authorId')}::uuid`,
}

const insertion = hot(
  'chat.insert',
  sql`with place as (
    update ${conversations} set last_seq = last_seq + 1 where id = ${given.conversationId} returning last_seq
  ), said as (
    insert into ${messages} (id, conversation_id, seq, author_id, body, sent_at)
    select ${given.id}, ${given.conversationId}, last_seq, ${given.authorId},
      ${sql.placeholder('body')}::text, ${sql.placeholder('sentAt')}::timestamptz
    from place
    on conflict (id) do nothing
    returning seq
  ), marked as (
    insert into ${readers} (conversation_id, account_id, delivered_seq, read_seq)
    select ${given.conversationId}, ${given.authorId}, seq, seq from said
    on conflict (conversation_id, account_id)
    do update set delivered_seq = excluded.delivered_seq, read_seq = excluded.read_seq
  )
  select seq from said`,
)

/**
 * Takes the next place of the conversation, puts the message there and moves the author's own mark, in one statement:
 * the conversation's row is locked as late as can be, and places have no gap. Null where the id is taken already.
 */
export async function insertMessage(tx: Tx, message: Omit<Message, 'seq'>): Promise<number | null> {
  const [said] = await tx.ask<{ seq: number }>(insertion, message)
  if (!said) await giveBackPlace(tx, message.conversationId)
  return said?.seq ?? null
}

/** A retry needs no place of its own. The row is still locked by having taken it, so that nobody saw it go. */
async function giveBackPlace(tx: Tx, id: ConversationId): Promise<void> {
  await tx
    .update(conversations)
    .set({ lastSeq: sql`${conversations.lastSeq} - 1` })
    .where(eq(conversations.id, id))
}

/** The message with this id, wherever it is. */
export async function findMessage(tx: Tx, id: MessageId): Promise<Message | undefined> {
  const [row] = await tx.select().from(messages).where(eq(messages.id, id))
  return row && toMessage(row)
}

/** Where a page lies: just after a place, just before one, between both, or at the end. */
export type Where = { before?: number | undefined; after?: number | undefined; limit: number }

/** A page of messages, always in ascending order. */
export async function findMessages(tx: Tx, id: ConversationId, { before, after, limit }: Where): Promise<Message[]> {
  const rows = await tx
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, id),
        before === undefined ? undefined : lt(messages.seq, before),
        after === undefined ? undefined : gt(messages.seq, after),
      ),
    )
    .orderBy(after === undefined ? desc(messages.seq) : asc(messages.seq))
    .limit(limit)
  return (after === undefined ? rows.toReversed() : rows).map(toMessage)
}

/** Moves a person's mark forward, and answers where it stands now; nothing where it has not moved. */
export async function moveMark(
  tx: Tx,
  id: ConversationId,
  reader: Mark & { userId: UserId },
): Promise<Mark | undefined> {
  const { userId: accountId, deliveredSeq, readSeq } = reader
  const [moved] = await tx
    .insert(readers)
    .values({ conversationId: id, accountId, deliveredSeq, readSeq })
    .onConflictDoUpdate({
      target: [readers.conversationId, readers.accountId],
      set: {
        deliveredSeq: sql`greatest(${readers.deliveredSeq}, excluded.delivered_seq)`,
        readSeq: sql`greatest(${readers.readSeq}, excluded.read_seq)`,
      },
      setWhere: sql`${readers.deliveredSeq} < excluded.delivered_seq or ${readers.readSeq} < excluded.read_seq`,
    })
    .returning({ deliveredSeq: readers.deliveredSeq, readSeq: readers.readSeq })
  return moved
}

/** A conversation as its list shows it. */
export type Summary = ConversationRow & { last: Message | null; readers: ReaderRow[] }

/** The conversations of matches with their last words and everybody's marks, latest first. */
export async function findSummaries(tx: Tx, matchIds: readonly MatchId[]): Promise<Summary[]> {
  if (matchIds.length === 0) return []
  const rows = await tx
    .select({ conversation: conversations, last: messages })
    .from(conversations)
    .leftJoin(messages, and(eq(messages.conversationId, conversations.id), eq(messages.seq, conversations.lastSeq)))
    .where(inArray(conversations.matchId, [...matchIds]))
    .orderBy(sql`${messages.sentAt} desc nulls last`, conversations.id)
  const ids = rows.map(({ conversation }) => conversation.id)
  const marks = await findReaders(tx, ids)
  return rows.map(({ conversation, last }) => ({
    ...conversation,
    last: last && toMessage(last),
    readers: marks.filter(({ conversationId }) => conversationId === conversation.id).map(({ reader }) => reader),
  }))
}

async function findReaders(tx: Tx, ids: ConversationId[]) {
  if (ids.length === 0) return []
  const { accountId, conversationId, deliveredSeq, readSeq } = readers
  return tx
    .select({ conversationId, reader: { userId: accountId, deliveredSeq, readSeq } })
    .from(readers)
    .where(inArray(conversationId, ids))
    .orderBy(accountId)
}

function toMessage(row: typeof messages.$inferSelect): Message {
  return { ...row, sentAt: row.sentAt.toISOString() }
}
