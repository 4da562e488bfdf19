import type { Reader } from '@ithaca/contract'

/**
 * What ordering needs of a message. `seq` is the server's place, 1, 2, 3 without a gap; it is null while the message
 * waits on its way. `sentAt` is an ISO instant in UTC: the writer's own clock until the server has answered.
 */
export type Placed = { readonly id: string; readonly seq: number | null; readonly sentAt: string }

/** A run of places nobody has told us yet, both ends included. */
export type Gap = { readonly from: number; readonly to: number }

/** How far an own message has come. */
export type Delivery = 'waiting' | 'sent' | 'delivered' | 'read'

/**
 * Puts messages into a list by id and keeps it in the server's order, waiting ones last in the order they were written.
 * A message with a place never loses it to its own waiting copy; among equals the later told copy stays.
 * The same messages in any order, told once or twice, give the same list.
 */
export function mergeMessages<T extends Placed>(known: readonly T[], incoming: readonly T[]): T[] {
  const byId = new Map(known.map((message) => [message.id, message]))
  for (const message of incoming) {
    const before = byId.get(message.id)
    if (message.seq !== null || !before || before.seq === null) byId.set(message.id, message)
  }
  return [...byId.values()].toSorted(inOrder)
}

/**
 * The places that are missing between the lowest known one and `lastSeq`, the latest there is by the server's word
 * (or the highest known). What lies before the lowest known place is earlier history, not a gap.
 */
export function gaps(seqs: readonly number[], lastSeq = 0): Gap[] {
  const sorted = seqs.toSorted((a, b) => a - b)
  const missing: Gap[] = []
  for (const [index, seq] of sorted.entries()) {
    const next = sorted[index + 1] ?? Math.max(seq, lastSeq) + 1
    if (next - seq > 1) missing.push({ from: seq + 1, to: next - 1 })
  }
  return missing
}

/** How many messages of others a person has not read. Own and waiting messages are never unread. */
export function unreadCount(
  messages: readonly { readonly seq: number | null; readonly authorId: string }[],
  reader: { readonly userId: string; readonly readSeq: number },
): number {
  return messages.filter(({ seq, authorId }) => seq !== null && seq > reader.readSeq && authorId !== reader.userId)
    .length
}

/**
 * How far an own message has come. In a group it is read or delivered when that is so for all the others; where
 * receipts are off, `readSeq` is null and a message is never called read.
 */
export function deliveryState(
  message: { readonly seq: number | null; readonly authorId: string },
  readers: readonly Reader[],
): Delivery {
  const { seq, authorId } = message
  if (seq === null) return 'waiting'
  const others = readers.filter(({ userId }) => userId !== authorId)
  if (others.length === 0) return 'sent'
  if (others.every(({ readSeq }) => readSeq !== null && readSeq >= seq)) return 'read'
  const reached = ({ deliveredSeq, readSeq }: Reader) => Math.max(deliveredSeq, readSeq ?? 0) >= seq
  return others.every(reached) ? 'delivered' : 'sent'
}

/** Whether read receipts are told in a conversation: not where a minor takes part. Source: ICO Children's Code, defaults. */
export function receiptsOn(people: readonly { readonly minor: boolean }[]): boolean {
  return !people.some(({ minor }) => minor)
}

/** Whether typing is told in a conversation: not where a minor takes part, for the same reason as receipts. */
export function typingOn(people: readonly { readonly minor: boolean }[]): boolean {
  return receiptsOn(people)
}

function inOrder(a: Placed, b: Placed): number {
  if (a.seq !== null || b.seq !== null) return (a.seq ?? Infinity) - (b.seq ?? Infinity)
  return compare(a.sentAt, b.sentAt) || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b)
}
