import type { Conversation, ConversationId, EventPayload, UserId } from '@ithaca/contract'
import { chat } from '@ithaca/contract/chat'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { Refused } from '../../platform/api.ts'
import { ask } from '../../platform/live.ts'
import { queryClient } from '../../platform/query.ts'
import { presentMs, useNow } from '../../platform/time.ts'

const told = 3000
const fades = 6000

type Typed = Record<UserId, number>

function typedIn(conversationId: ConversationId) {
  return ['chat.typed', conversationId]
}

/** Notes that somebody types. */
export function keepTyping({ conversationId, userId }: EventPayload<'chat.typed'>): void {
  queryClient.setQueryData<Typed>(typedIn(conversationId), (typed) => ({ ...typed, [userId]: presentMs() }))
}

/** Whoever has sent their words is done typing them. */
export function forgetTyping({ conversationId, authorId }: { conversationId: ConversationId; authorId: UserId }): void {
  queryClient.setQueryData<Typed>(typedIn(conversationId), (typed) => typed && { ...typed, [authorId]: 0 })
}

/** Who types in a conversation just now. */
export function useTyping({ id, people }: Conversation): string[] {
  const now = useNow(1000)
  const { data = {} } = useQuery<Typed>({ queryKey: typedIn(id), enabled: false, queryFn: () => ({}) })
  return people.filter((person) => (data[person.id] ?? 0) > now - fades).map(({ name }) => name)
}

/** Tells the others that one types, every few seconds at most, and only where that is told. */
export function useTellTyping({ id: conversationId, typing }: Conversation): () => void {
  const last = useRef(0)
  return () => {
    const now = presentMs()
    if (!typing || now - last.current < told) return
    last.current = now
    ask(chat.typing, { conversationId }).catch((caught: unknown) => {
      // A courtesy: where it cannot be told, nothing is lost.
      if (!(caught instanceof Refused)) throw caught
    })
  }
}
