import type { ConversationId } from '@ithaca/contract'
import { useQuery } from '@tanstack/react-query'
import { ConversationView } from './ConversationView.tsx'
import { conversations } from './queries.ts'
import { Unread } from './Unread.tsx'

export { LastWords } from './LastWords.tsx'

/** A whole conversation, in whatever frame it is put: it fills the height it is given. */
export function ConversationPanel({ conversationId }: { conversationId: ConversationId }) {
  return <ConversationView conversationId={conversationId} />
}

/** How much of a conversation is unread; of all of them, where none is named. */
export function UnreadCount({ conversationId }: { conversationId?: ConversationId }) {
  const { data = [] } = useQuery(conversations)
  const counted = data.filter(({ id }) => !conversationId || id === conversationId)
  return <Unread value={counted.reduce((sum, { unread }) => sum + unread, 0)} />
}
