import type { Conversation, ConversationId } from '@ithaca/contract'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { MessagesSquare, Target } from 'lucide-react'
import { useAccount } from '../../platform/signIn.tsx'
import { city } from '../../platform/time.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { LinkButton } from '../../ui/Button.tsx'
import { Clock } from '../../ui/Clock.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useWindowTitle } from '../../ui/Page.tsx'
import { ConversationView } from './ConversationView.tsx'
import { ConversationLine } from './LastWords.tsx'
import { conversations, useConversation } from './queries.ts'
import { useTitle } from './useTitle.ts'

/** A conversation on the whole height of the page, with the others beside it where there is room. */
export function ConversationPage({ conversationId }: { conversationId: ConversationId }) {
  const { t } = useLingui()
  // The overview is only the way to the others: where it cannot be had, it is left out.
  const { data: all = [] } = useQuery(conversations)
  const hasOthers = all.length > 1
  return (
    // Fixed, so that the writing line stays in sight whatever else the frame shows.
    <div className="fixed inset-x-0 top-16 bottom-[calc(3.75rem+env(safe-area-inset-bottom))] flex sm:inset-y-0 sm:start-60">
      {hasOthers && (
        <nav
          aria-label={t`Conversations`}
          className="hidden w-80 shrink-0 overflow-y-auto border-e border-line lg:block"
        >
          <ul className="divide-y divide-line">
            {all.map((one) => (
              <ConversationLine key={one.id} conversation={one} isHere={one.id === conversationId} />
            ))}
          </ul>
        </nav>
      )}
      <div className="mx-auto flex min-w-0 max-w-4xl flex-1 flex-col">
        <Head conversationId={conversationId} others={all.filter(({ id }) => id !== conversationId)} />
        <ConversationView conversationId={conversationId} />
      </div>
    </div>
  )
}

/** Whom one talks with, what their clock says, and the ways to the goals and the other conversations. */
function Head({ conversationId, others }: { conversationId: ConversationId; others: readonly Conversation[] }) {
  const { t } = useLingui()
  const { data } = useConversation(conversationId)
  const titleOf = useTitle()
  const title = data ? titleOf(data) : t`Conversation`
  useWindowTitle(title)
  const choices = others.map((one) => ({ id: one.id, text: titleOf(one), href: `/conversations/${one.id}` }))
  return (
    <header className="flex items-center gap-3 border-b border-line px-4 py-2 sm:px-6 sm:py-4">
      <Avatar name={title} />
      <div className="min-w-0 flex-1">
        <h1 className="truncate text-lg">
          <bdi>{title}</bdi>
        </h1>
        {data && <Clocks conversation={data} />}
      </div>
      {choices.length > 0 && (
        <span className="lg:hidden">
          <Menu
            label={t`Other conversations`}
            trigger={<IconButton label={t`Other conversations`} icon={MessagesSquare} />}
            groups={[choices]}
          />
        </span>
      )}
      {data && (
        <LinkButton size="small" icon={Target} href={`/matches/${data.matchId}/goals`}>
          {t`Goals`}
        </LinkButton>
      )}
    </header>
  )
}

/** What time it is where the others are: whether a word now comes in the night. */
function Clocks({ conversation: { people } }: { conversation: Conversation }) {
  const account = useAccount()
  const away = people.filter(({ id, zone }) => id !== account.id && zone !== account.zone)
  return (
    <p className="flex gap-x-3 truncate text-sm text-muted">
      {away.map(({ id, zone }) => (
        <span key={id}>
          <Clock zone={zone} /> {city(zone)}
        </span>
      ))}
    </p>
  )
}
