import { chat, type Message, type Reader } from '@ithaca/contract'
import type { Tx } from '@ithaca/db'
import { receiptsOn, typingOn } from '@ithaca/domain/chat'
import type { Parts } from '../../parts.ts'
import type { Asked } from '../../platform/http/serve.ts'
import type { Commanded } from '../../platform/live/answer.ts'
import { Refusal } from '../../platform/refusal.ts'
import { minorsAmong } from '../accounts/access.ts'
import { accessConversation, type HeldConversation } from './access.ts'
import { findLastSeq, findMessage, findMessages, insertMessage, type Mark, moveMark } from './store.ts'

/** A page of history. Messages that came in while the page was read count into `lastSeq` too. */
export async function messages({ db }: Parts, { actor, params, query }: Asked<typeof chat.messages>) {
  return db.transaction(async (tx) => {
    const { id } = await accessConversation(tx, actor, params.conversationId, 'chat.read')
    const lastSeq = await findLastSeq(tx, id)
    const items = await findMessages(tx, id, query)
    return { items, lastSeq: Math.max(lastSeq, items.at(-1)?.seq ?? 0) }
  })
}

/** Sends a message. Sent again with the same id it is the same message, and nobody is told twice. */
export async function send({ db, now }: Parts, { actor, params, body }: Asked<typeof chat.send>): Promise<Message> {
  return db.transaction(async (tx) => {
    const { id: conversationId, audience } = await accessConversation(tx, actor, params.conversationId, 'chat.send')
    const written = { ...body, conversationId, authorId: actor.id, sentAt: now().toISOString() }
    const seq = await insertMessage(tx, written)
    if (seq === null) return standing(tx, written)
    const message = { ...written, seq }
    tx.audit(actor.id, 'chat.send', message.id)
    tx.publish(chat.sent, message, audience)
    return message
  })
}

/** The message that has this id already: the author's own in this conversation, else it is nobody's business. */
async function standing(tx: Tx, { id, conversationId, authorId }: Omit<Message, 'seq'>): Promise<Message> {
  const found = await findMessage(tx, id)
  if (found?.authorId !== authorId || found.conversationId !== conversationId) throw new Refusal('notFound')
  return found
}

/** Moves the actor's mark forward, never past the last message, and tells the others and the actor's other devices. */
export async function mark({ db }: Parts, { actor, params, body }: Asked<typeof chat.mark>) {
  return db.transaction(async (tx) => {
    const held = await accessConversation(tx, actor, params.conversationId, 'chat.read')
    tx.audit(actor.id, 'chat.mark', held.id)
    const lastSeq = await findLastSeq(tx, held.id)
    const readSeq = Math.min(body.readSeq ?? 0, lastSeq)
    // What was read has been received.
    const deliveredSeq = Math.max(readSeq, Math.min(body.deliveredSeq ?? 0, lastSeq))
    if (deliveredSeq === 0) return {}
    const moved = await moveMark(tx, held.id, { userId: actor.id, deliveredSeq, readSeq })
    if (moved) await tellMark(tx, held, { userId: actor.id, ...moved })
    return {}
  })
}

/** Oneself always knows how far one has read; the others only where receipts are on. */
async function tellMark(tx: Tx, held: HeldConversation, reader: Reader & Mark): Promise<void> {
  const { id: conversationId, audience } = held
  const others = audience.filter((id) => id !== reader.userId)
  const receipts = receiptsOn(await peopleWithAge(tx, held))
  tx.publish(chat.marked, { conversationId, reader }, [reader.userId])
  tx.publish(chat.marked, { conversationId, reader: receipts ? reader : { ...reader, readSeq: null } }, others)
}

/** Tells the others that the actor is typing; silently not where a minor takes part. */
export async function typing({ db, tell }: Parts, { actor, input }: Commanded<typeof chat.typing>) {
  const others = await db.transaction(async (tx) => {
    const held = await accessConversation(tx, actor, input.conversationId, 'chat.send')
    return typingOn(await peopleWithAge(tx, held)) ? held.audience.filter((id) => id !== actor.id) : []
  })
  tell(chat.typed, { conversationId: input.conversationId, userId: actor.id }, { people: others })
  return {}
}

async function peopleWithAge(tx: Tx, { audience }: HeldConversation): Promise<{ minor: boolean }[]> {
  const minors = await minorsAmong(tx, audience)
  return audience.map((id) => ({ minor: minors.has(id) }))
}
