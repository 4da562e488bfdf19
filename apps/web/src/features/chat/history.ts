import type { ConversationId, Message } from '@ithaca/contract'
import { chat } from '@ithaca/contract/chat'
import { gaps, mergeMessages } from '@ithaca/domain/chat'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../platform/api.ts'
import { keyOf, queryClient } from '../../platform/query.ts'

const pageLength = 100
const mostMissed = 200

/** A page of messages, asked for by its place. */
export type AskPage = (where: { before?: number; after?: number; limit: number }) => Promise<{
  items: Message[]
  lastSeq: number
}>

/** The latest part of a conversation as far back as it was scrolled, in order. */
export function historyOf(conversationId: ConversationId) {
  return queryOptions<Message[]>({
    queryKey: [...keyOf(chat.messages, { params: { conversationId } }), 'history'],
    // Asked again at every visit: with what is known already, that is only a look for what is new.
    staleTime: 0,
    queryFn: () => caughtUp(askOf(conversationId), () => historyNow(conversationId)),
    structuralSharing: false,
  })
}

/** What is known of a conversation just now. */
export function historyNow(conversationId: ConversationId): Message[] {
  return queryClient.getQueryData(historyOf(conversationId).queryKey) ?? []
}

/** Puts messages to those that are known. Does nothing where a conversation was never opened. */
export function keepMessages(conversationId: ConversationId, incoming: readonly Message[]): void {
  queryClient.setQueryData(historyOf(conversationId).queryKey, (known: Message[] | undefined) => {
    return known && mergeMessages(known, incoming)
  })
}

/** Adds the page before the earliest known message. */
export async function loadOlder(conversationId: ConversationId): Promise<void> {
  const first = historyNow(conversationId)[0]
  if (!first || first.seq <= 1) return
  const { items } = await askOf(conversationId)({ before: first.seq, limit: pageLength })
  keepMessages(conversationId, items)
}

/** The last place up to which nothing is missing. */
export function knownUpTo(messages: readonly Message[]): number {
  const [gap] = gaps(messages.map(({ seq }) => seq))
  return gap ? gap.from - 1 : (messages.at(-1)?.seq ?? 0)
}

/**
 * The history brought up to date: the newest page where nothing was known, else what came after the last place that is
 * known for sure. Where too much was missed, it starts anew at the newest page. `now` is asked last, so that what was
 * heard meanwhile is not lost.
 */
export async function caughtUp(ask: AskPage, now: () => readonly Message[]): Promise<Message[]> {
  const sure = knownUpTo(now())
  if (sure > 0) {
    const { items, lastSeq } = await ask({ after: sure, limit: mostMissed })
    if ((items.at(-1)?.seq ?? sure) >= lastSeq) return mergeMessages(now(), items)
  }
  const { items } = await ask({ limit: pageLength })
  const first = items[0]?.seq ?? 1
  return mergeMessages(
    items,
    now().filter(({ seq }) => seq >= first),
  )
}

function askOf(conversationId: ConversationId): AskPage {
  return (query) => api(chat.messages, { params: { conversationId }, query })
}
