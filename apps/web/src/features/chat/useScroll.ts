import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { VListHandle } from 'virtua'
import type { Row } from './rows.ts'

/** How near the end counts as seen, and how near the start older messages are fetched, in pixels. */
const nearEnd = 48
const nearStart = 800

type Asked = { rows: readonly Row[]; readerId: string; onStart: () => void }

/** Where a conversation is scrolled: starts at what is unread or at the end, sticks to the end, keeps its place otherwise. */
export function useScroll({ rows, readerId, onStart }: Asked) {
  const list = useRef<VListHandle>(null)
  const isStuck = useRef(false)
  const [isAtEnd, setAtEnd] = useState(false)
  const isGrownAtStart = useGrownAtStart(rows)
  const last = rows.at(-1)?.message
  const toEnd = useEffectEvent(() => list.current?.scrollToIndex(rows.length - 1, { align: 'end' }))
  const look = () => {
    const { scrollOffset = 0, scrollSize = 0, viewportSize = 0 } = list.current ?? {}
    if (viewportSize === 0) return
    isStuck.current = scrollSize - scrollOffset - viewportSize < nearEnd
    setAtEnd(isStuck.current)
    if (scrollOffset < nearStart) onStart()
  }
  const arrive = useEffectEvent(() => {
    const unread = rows.findIndex(({ isFirstUnread }) => isFirstUnread)
    if (unread > 0) list.current?.scrollToIndex(unread, { align: 'start' })
    else toEnd()
  })
  const follow = useEffectEvent(() => {
    if (isStuck.current || (last?.authorId === readerId && last.seq === null)) toEnd()
  })
  const isShown = rows.length > 0
  useLayoutEffect(() => {
    if (isShown) arrive()
  }, [isShown])
  useLayoutEffect(() => follow(), [last?.id])
  const firstId = rows[0]?.message.id
  // A list that stands at its very start makes no scroll of its own, so it is looked at after each growth.
  const lookAgain = useEffectEvent(look)
  useEffect(() => {
    const frame = requestAnimationFrame(() => lookAgain())
    return () => cancelAnimationFrame(frame)
  }, [firstId])
  return {
    list,
    isAtEnd,
    isGrownAtStart,
    look,
    /** What is shown has another size, such as when a keyboard comes up: who was at the end stays there. */
    keepEnd: () => {
      if (isStuck.current) list.current?.scrollToIndex(rows.length - 1, { align: 'end' })
      else look()
    },
    jump: () => list.current?.scrollToIndex(rows.length - 1, { align: 'end' }),
  }
}

/** Whether older rows have come in above since the last picture; then the place is kept from the end. */
function useGrownAtStart(rows: readonly Row[]): boolean {
  const firstId = rows[0]?.message.id
  const before = useRef(firstId)
  const isOther = before.current !== undefined && before.current !== firstId
  const isGrown = isOther && rows.some(({ message }) => message.id === before.current)
  useLayoutEffect(() => {
    before.current = firstId
  })
  return isGrown
}
