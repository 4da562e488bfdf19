import type { Conversation, EventPayload, Message, UserId } from '@ithaca/contract'
import { chat } from '@ithaca/contract/chat'
import { asking, put, queryClient, renew } from '../../platform/query.ts'
import { keepMessages } from './history.ts'
import { marks } from './marks.ts'

type Marked = EventPayload<'chat.marked'>

/** Puts a message onto every screen that shows its conversation. */
export function keepMessage(message: Message, readerId: UserId): void {
  const { conversationId } = message
  const known = queryClient.getQueryData(asking(chat.conversations).queryKey)
  if (known && !known.some(({ id }) => id === conversationId)) void renew(chat.conversations)
  change(conversationId, (conversation) => applySent(conversation, message, readerId))
  put(chat.conversations, [], byLatest)
  keepMessages(conversationId, [message])
}

/** Puts how far somebody has come onto every screen that shows it. */
export function keepMark(marked: Marked, readerId: UserId): void {
  change(marked.conversationId, (conversation) => applyMarked(conversation, marked, readerId))
}

/** Shows at once how far the reader has read, and tells the server. */
export function markRead({ id: conversationId, readers }: Conversation, readSeq: number, userId: UserId): void {
  const before = readers.find((reader) => reader.userId === userId)
  keepMark({ conversationId, reader: { userId, deliveredSeq: before?.deliveredSeq ?? 0, readSeq } }, userId)
  marks.move(conversationId, { readSeq })
}

/** A conversation after a message was sent: its last words, and the author's own mark, which their words move along. */
export function applySent(conversation: Conversation, message: Message, readerId: UserId): Conversation {
  const isLatest = message.seq > conversation.lastSeq
  const said = isLatest ? { ...conversation, last: message, lastSeq: message.seq } : conversation
  const reader = { userId: message.authorId, deliveredSeq: message.seq, readSeq: message.seq }
  return counted(moved(said, reader, readerId))
}

/** A conversation after somebody's mark moved. Marks only move forward, so an old one changes nothing. */
export function applyMarked(conversation: Conversation, { reader }: Marked, readerId: UserId): Conversation {
  return counted(moved(conversation, reader, readerId))
}

function moved(conversation: Conversation, reader: Marked['reader'], readerId: UserId): Conversation {
  const before = conversation.readers.find(({ userId }) => userId === reader.userId)
  // Where receipts are off, the others' reading stays untold, also when their own words would give it away.
  const isTold = reader.userId === readerId || (before ? before.readSeq !== null : conversation.typing)
  const after = {
    userId: reader.userId,
    deliveredSeq: Math.max(before?.deliveredSeq ?? 0, reader.deliveredSeq, reader.readSeq ?? 0),
    readSeq: isTold ? Math.max(before?.readSeq ?? 0, reader.readSeq ?? 0) : null,
  }
  const others = conversation.readers.filter(({ userId }) => userId !== reader.userId)
  const readers = [...others, after].sort((one, other) => (one.userId < other.userId ? -1 : 1))
  const own = readers.find(({ userId }) => userId === readerId)
  return { ...conversation, readers, readSeq: Math.max(conversation.readSeq, own?.readSeq ?? 0) }
}

function counted(conversation: Conversation): Conversation {
  return { ...conversation, unread: Math.max(0, conversation.lastSeq - conversation.readSeq) }
}

function change(conversationId: Conversation['id'], apply: (conversation: Conversation) => Conversation): void {
  put(chat.conversation, [{ params: { conversationId } }], apply)
  put(chat.conversations, [], (all) => all.map((one) => (one.id === conversationId ? apply(one) : one)))
}

/** The one with the latest words first, as the server lists them. */
function byLatest(all: Conversation[]): Conversation[] {
  const said = ({ last }: Conversation) => last?.sentAt ?? ''
  return all.toSorted((one, other) => compare(said(other), said(one)) || compare(one.id, other.id))
}

function compare(one: string, other: string): number {
  return Number(one > other) - Number(one < other)
}
