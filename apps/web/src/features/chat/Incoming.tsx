import type { Conversation } from '@ithaca/contract'
import { useState } from 'react'
import { useAccount } from '../../platform/signIn.tsx'
import type { Shown } from './queries.ts'

/** Reads a message aloud that comes in while the conversation is open. */
export function Incoming({
  conversation: { people },
  message,
}: {
  conversation: Conversation
  message?: Shown | undefined
}) {
  const { id } = useAccount()
  const [atFirst] = useState(message?.id)
  const author = people.find((person) => person.id === message?.authorId)
  const isNews = message && message.id !== atFirst && message.authorId !== id
  return (
    <p role="status" className="sr-only">
      {isNews && author && `${author.name}: ${message.body}`}
    </p>
  )
}
