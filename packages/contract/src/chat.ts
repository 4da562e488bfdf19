import { z } from 'zod'
import { Instant, Text } from './common.ts'
import { command, event, route } from './define.ts'
import { ConversationId, MatchId, MessageId, UserId } from './ids.ts'
import { MatchPerson } from './matches.ts'

/** What the database counts to. */
const mostSeq = 2_147_483_647

/** The server's place of a message in its conversation: 1, 2, 3, with no gap. */
export const Seq = z.number().int().nonnegative().max(mostSeq)

export const Message = z.object({
  id: MessageId,
  conversationId: ConversationId,
  seq: Seq,
  authorId: UserId,
  body: Text.trim().min(1).max(4000),
  sentAt: Instant,
})
export type Message = z.infer<typeof Message>

/** How far one person has come in a conversation. `readSeq` is null where receipts are off. */
export const Reader = z.object({ userId: UserId, deliveredSeq: Seq, readSeq: Seq.nullable() })
export type Reader = z.infer<typeof Reader>

export const Conversation = z.object({
  id: ConversationId,
  matchId: MatchId,
  people: z.array(MatchPerson),
  last: Message.nullable(),
  lastSeq: Seq,
  /** How far I have read, on all my devices. */
  readSeq: Seq,
  unread: Seq,
  readers: z.array(Reader),
  /** Whether typing is told here; off where a minor takes part. */
  typing: z.boolean(),
})
export type Conversation = z.infer<typeof Conversation>

const one = z.strictObject({ conversationId: ConversationId })

export const chat = {
  conversations: route({
    method: 'GET',
    path: '/conversations',
    access: 'signedIn',
    summary: 'My conversations, the one with the latest message first.',
    reply: z.array(Conversation),
  }),
  conversation: route({
    method: 'GET',
    path: '/conversations/:conversationId',
    access: 'signedIn',
    summary: 'One conversation.',
    params: one,
    reply: Conversation,
  }),
  ofMatch: route({
    method: 'GET',
    path: '/matches/:matchId/conversation',
    access: 'signedIn',
    summary: 'The conversation of a match.',
    params: z.strictObject({ matchId: MatchId }),
    reply: Conversation,
  }),
  messages: route({
    method: 'GET',
    path: '/conversations/:conversationId/messages',
    access: 'signedIn',
    summary: 'A page of messages in order: the newest, or those before or after a place.',
    limit: 600,
    params: one,
    query: z.strictObject({
      before: z.coerce.number().int().positive().max(mostSeq).optional(),
      after: z.coerce.number().int().nonnegative().max(mostSeq).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({ items: z.array(Message), lastSeq: Seq }),
  }),
  send: route({
    method: 'POST',
    path: '/conversations/:conversationId/messages',
    access: 'signedIn',
    summary: 'Send a message. The sender mints the id, so a retry after a lost reply is the same message.',
    limit: 120,
    params: one,
    body: Message.pick({ id: true, body: true }).strict(),
    reply: Message,
  }),
  mark: route({
    method: 'PUT',
    path: '/conversations/:conversationId/mark',
    access: 'signedIn',
    summary: 'Tell how far my device has received, or I have read. Marks only move forward.',
    limit: 600,
    params: one,
    body: z.strictObject({ deliveredSeq: Seq.optional(), readSeq: Seq.optional() }),
    reply: z.strictObject({}),
  }),
  typing: command({
    name: 'chat.typing',
    limit: 60,
    input: z.strictObject({ conversationId: ConversationId }),
    reply: z.strictObject({}),
  }),
  sent: event({ name: 'chat.sent', payload: Message }),
  marked: event({
    name: 'chat.marked',
    payload: z.object({ conversationId: ConversationId, reader: Reader }),
  }),
  typed: event({
    name: 'chat.typed',
    payload: z.object({ conversationId: ConversationId, userId: UserId }),
  }),
}
