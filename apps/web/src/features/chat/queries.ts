import type { ConversationId } from '@ithaca/contract'
import { chat } from '@ithaca/contract/chat'
import { mergeMessages } from '@ithaca/domain/chat'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { api } from '../../platform/api.ts'
import { asking, queryClient } from '../../platform/query.ts'
import { keepMessage } from './apply.ts'
import { historyOf, loadOlder } from './history.ts'
import { browserKeep } from './keep.ts'
import { Outbox } from './outbox.ts'

/** What was written in this browser and is not confirmed yet. */
export const outbox = new Outbox({
  post: ({ id, body, conversationId }) => api(chat.send, { params: { conversationId }, body: { id, body } }),
  arrived: (message) => keepMessage(message, message.authorId),
  keep: browserKeep,
  pause: (tries) => Math.min(30_000, 500 * 2 ** tries),
})

/** My conversations, the one with the latest words first. */
export const conversations = asking(chat.conversations)

/** One conversation; what the overview knows of it is shown at once. */
export function useConversation(conversationId: ConversationId) {
  return useQuery({
    ...asking(chat.conversation, { params: { conversationId } }),
    initialData: () => queryClient.getQueryData(conversations.queryKey)?.find(({ id }) => id === conversationId),
    initialDataUpdatedAt: () => queryClient.getQueryState(conversations.queryKey)?.dataUpdatedAt,
  })
}

/** The messages of a conversation with those that wait, and a way to those before. */
export function useMessages(conversationId: ConversationId) {
  const history = useQuery(historyOf(conversationId))
  const older = useMutation({ mutationFn: () => loadOlder(conversationId) })
  const all = useSyncExternalStore(outbox.watch, outbox.list)
  const messages = useMemo(() => {
    const waiting = all.filter((message) => message.conversationId === conversationId)
    return mergeMessages<Shown>(history.data ?? [], waiting)
  }, [history.data, all, conversationId])
  const hasOlder = (history.data?.[0]?.seq ?? 1) > 1
  return { history, older, messages, hasOlder }
}

/** A message on the screen: told by the server, or waiting. */
export type Shown = Omit<ReturnType<typeof outbox.list>[number], 'seq'> & { seq: number | null }
