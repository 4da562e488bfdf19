import type { Conversation, Message } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { MessageCircle } from 'lucide-react'
import { useAccount } from '../../platform/signIn.tsx'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { RelativeTime } from '../../ui/Clock.tsx'
import { Link } from '../../ui/Link.tsx'
import { Section } from '../../ui/Sheet.tsx'
import { Empty, ErrorState, Loading } from '../../ui/States.tsx'
import { conversations } from './queries.ts'
import { Unread } from './Unread.tsx'
import { useTitle } from './useTitle.ts'

/** The last words of each of my conversations, and what is unread. */
export function LastWords() {
  const { t } = useLingui()
  const say = useRefusal()
  const mine = useQuery(conversations)
  return (
    <Section title={t`Last words`}>
      {mine.isPending && <Loading lines={3} />}
      {mine.isError && !mine.data && <ErrorState text={say(mine.error)} onRetry={() => void mine.refetch()} />}
      {mine.data?.length === 0 && <Empty icon={MessageCircle} title={t`No conversation yet`} />}
      {mine.data && mine.data.length > 0 && (
        <ul aria-label={t`Conversations`} className="sheet divide-y divide-line overflow-hidden">
          {mine.data.map((conversation) => (
            <ConversationLine key={conversation.id} conversation={conversation} />
          ))}
        </ul>
      )}
    </Section>
  )
}

/** One conversation of a list: with whom, what was said last and when. The whole line leads to it. */
export function ConversationLine({ conversation, isHere = false }: { conversation: Conversation; isHere?: boolean }) {
  const { last, unread } = conversation
  const account = useAccount()
  const title = useTitle()(conversation)
  const isRead = unread === 0
  return (
    <li className={`relative flex gap-4 px-4 py-4 hover:bg-accent-tint/40 ${isHere ? 'bg-accent-tint' : ''}`}>
      <Avatar name={title} />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <div className="flex items-baseline gap-3">
          <span className="min-w-0 flex-1 truncate font-[560]">
            <Link href={`/conversations/${conversation.id}`} quiet {...(isHere && { 'aria-current': 'page' as const })}>
              <span aria-hidden className="absolute inset-0" />
              <bdi>{title}</bdi>
            </Link>
          </span>
          {last && (
            <span className="shrink-0 text-xs text-muted">
              <RelativeTime at={last.sentAt} />
            </span>
          )}
        </div>
        <div className="flex items-start gap-3">
          <p className={`line-clamp-2 min-w-0 flex-1 text-sm break-words ${isRead ? 'text-muted' : 'text-ink'}`}>
            {last ? <Said last={last} isOwn={last.authorId === account.id} /> : <Trans>Nothing was said yet.</Trans>}
          </p>
          <Unread value={unread} />
        </div>
      </div>
    </li>
  )
}

function Said({ last: { body }, isOwn }: { last: Message; isOwn: boolean }) {
  const words = <bdi>{body}</bdi>
  return isOwn ? <Trans>You: {words}</Trans> : words
}
