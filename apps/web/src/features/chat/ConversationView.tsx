import type { Conversation, ConversationId } from '@ithaca/contract'
import { Trans } from '@lingui/react/macro'
import { CloudOff } from 'lucide-react'
import { useCallback } from 'react'
import { useConnection } from '../../platform/live.ts'
import { useOnline } from '../../platform/offline.ts'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Notice } from '../../ui/Notice.tsx'
import { ErrorState, Loading } from '../../ui/States.tsx'
import { Composer } from './Composer.tsx'
import { MessageList, type Older } from './MessageList.tsx'
import { outbox, useConversation, useMessages } from './queries.ts'
import { Typists } from './Typists.tsx'
import { useTellTyping } from './typing.ts'
import { useDraft } from './useDraft.ts'

/** A conversation: what was said, and where to go on. Fills the height it is given. */
export function ConversationView({ conversationId }: { conversationId: ConversationId }) {
  const say = useRefusal()
  const conversation = useConversation(conversationId)
  const { history, older, messages, hasOlder } = useMessages(conversationId)
  const error = (conversation.data ? null : conversation.error) ?? (history.data ? null : history.error)
  if (error) {
    const retry = () => void Promise.all([conversation.refetch(), history.refetch()])
    return (
      <div className="p-4 sm:p-6">
        <ErrorState text={say(error)} onRetry={retry} />
      </div>
    )
  }
  if (!conversation.data || !history.data) {
    return (
      <div className="p-4 sm:p-6">
        <Loading lines={8} />
      </div>
    )
  }
  // After a refusal it is asked again by hand: scrolling would ask a hundred times.
  const loadOlder = () => hasOlder && !older.isPending && !older.isError && older.mutate()
  return <Open key={conversationId} conversation={conversation.data} {...{ messages, loadOlder, older }} />
}

type OpenProps = {
  conversation: Conversation
  messages: ReturnType<typeof useMessages>['messages']
  older: Older
  loadOlder: () => void
}

function Open({ conversation, messages, older, loadOlder }: OpenProps) {
  const [draft, setDraft] = useDraft(conversation.id)
  const tellTyping = useTellTyping(conversation)
  const write = (text: string) => {
    setDraft(text)
    if (text.trim()) tellTyping()
  }
  const send = () => {
    const body = draft.trim()
    if (!body) return
    outbox.add(conversation.id, body)
    setDraft('')
  }
  const takeBack = useCallback((id: Parameters<typeof outbox.takeBack>[0]) => {
    const words = outbox.takeBack(id)
    if (words) setDraft(words)
  }, [])
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <MessageList {...{ conversation, messages, older }} onStart={loadOlder} onTakeBack={takeBack} />
      <Typists conversation={conversation} />
      <Offline />
      <Composer text={draft} onChange={write} onSend={send} />
    </div>
  )
}

/** Writing goes on without a network; says so. */
function Offline() {
  const isOnline = useOnline()
  const isLost = useConnection() === 'lost'
  if (isOnline && !isLost) return null
  return (
    <div className="px-4 pb-2 sm:px-6">
      <Notice tone="fair" icon={CloudOff}>
        <Trans>You are offline. Go on writing: it waits here and is sent by itself.</Trans>
      </Notice>
    </div>
  )
}
