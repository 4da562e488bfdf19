import type { ConversationId } from '@ithaca/contract'
import { useState } from 'react'
import { useAccount } from '../../platform/signIn.tsx'
import { browserKeep } from './keep.ts'

/** What is being written in a conversation; it is there again when the page is opened again. */
export function useDraft(conversationId: ConversationId): [string, (text: string) => void] {
  const name = `draft.${useAccount().id}.${conversationId}`
  const [text, setText] = useState(() => browserKeep.read(name) ?? '')
  const write = (next: string) => {
    setText(next)
    browserKeep.write(name, next || null)
  }
  return [text, write]
}
