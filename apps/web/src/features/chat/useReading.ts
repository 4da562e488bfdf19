import type { Conversation } from '@ithaca/contract'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useAccount } from '../../platform/signIn.tsx'
import { markRead } from './apply.ts'

/** Marks a conversation as read once its end is seen on a page that is looked at. */
export function useReading(conversation: Conversation, { seq, isSeen }: { seq: number; isSeen: boolean }): void {
  const { id: userId } = useAccount()
  const isLookedAt = useIsVisible()
  useEffect(() => {
    if (isSeen && isLookedAt && seq > conversation.readSeq) markRead(conversation, seq, userId)
  }, [conversation, seq, isSeen, isLookedAt, userId])
}

/**
 * How far the reader had read before they came, or came back to the page: what lies beyond is new to them. Null where
 * nothing was new, so that what comes while they look gets no line.
 */
export function useSince({ readSeq, lastSeq }: Conversation): number | null {
  const [since, setSince] = useState(readSeq < lastSeq ? readSeq : null)
  const isLookedAt = useIsVisible()
  const now = useRef({ readSeq, lastSeq })
  useEffect(() => {
    now.current = { readSeq, lastSeq }
  })
  useEffect(() => {
    if (isLookedAt) return undefined
    const left = now.current.readSeq
    return () => setSince(left < now.current.lastSeq ? left : null)
  }, [isLookedAt])
  return since
}

function watch(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed)
  return () => document.removeEventListener('visibilitychange', changed)
}

function useIsVisible(): boolean {
  return useSyncExternalStore(watch, () => document.visibilityState === 'visible')
}
