import { chat } from '@ithaca/contract/chat'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import {
  CalendarDays,
  ClipboardCheck,
  HeartHandshake,
  House,
  type LucideIcon,
  MessageCircle,
  Target,
  Users,
} from 'lucide-react'
import { Link } from 'react-aria-components/Link'
import { asking } from '../platform/query.ts'
import { useAccount } from '../platform/signIn.tsx'
import { Count } from '../ui/Badge.tsx'

type Way = { href: string; text: string; icon: LucideIcon; unread?: number }

/** The main ways: at the side of a desk, under the thumb on a phone. */
export function Navigation() {
  const { t } = useLingui()
  const ways = useWays()
  const here = useRouterState({ select: ({ location }) => location.pathname })
  return (
    <nav
      aria-label={t`Main`}
      className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] sm:static sm:flex-col sm:gap-1 sm:border-0 sm:bg-transparent"
    >
      {ways.map((way) => (
        <WayLink key={way.href} {...way} isHere={way.href === nearest(ways, here)} />
      ))}
    </nav>
  )
}

function WayLink({ href, text, icon: Icon, unread = 0, isHere }: Way & { isHere: boolean }) {
  const { t } = useLingui()
  const look = isHere ? 'font-[560] text-accent sm:bg-accent-tint' : 'text-muted hover:text-ink'
  return (
    <Link
      href={href}
      {...(isHere && { 'aria-current': 'page' })}
      className={`flex min-h-15 flex-1 flex-col items-center justify-center gap-0.5 rounded-md text-xs no-underline transition-colors sm:min-h-11 sm:flex-none sm:flex-row sm:justify-start sm:gap-3 sm:px-3 sm:text-base ${look}`}
    >
      <Icon aria-hidden className="size-5.5 shrink-0" strokeWidth={isHere ? 2.2 : 1.8} />
      <span className="sm:flex-1">{text}</span>
      <span className="absolute ms-9 -mt-5 sm:static sm:m-0">
        <Count value={unread} text={t`${plural(unread, { one: '# unread message', other: '# unread messages' })}`} />
      </span>
    </Link>
  )
}

function useWays(): Way[] {
  const { t } = useLingui()
  const program = useAccount().programs.find(({ tie }) => tie === 'coordinator')
  // A thin way of one's own needs no error of its own: without an answer it is left out.
  const { data: conversations = [] } = useQuery(asking(chat.conversations))
  const [latest] = conversations
  const unreadFirst = conversations.find((conversation) => conversation.unread > 0) ?? latest
  const unread = conversations.reduce((sum, conversation) => sum + conversation.unread, 0)
  return [
    { href: '/', text: t`Home`, icon: House },
    { href: '/sessions', text: t`Sessions`, icon: CalendarDays },
    ...(latest && unreadFirst
      ? [
          { href: `/conversations/${unreadFirst.id}`, text: t`Messages`, icon: MessageCircle, unread },
          { href: `/matches/${latest.matchId}/goals`, text: t`Goals`, icon: Target },
        ]
      : []),
    ...(program
      ? [
          { href: `/programs/${program.id}/attendance`, text: t`Attendance`, icon: ClipboardCheck },
          { href: `/programs/${program.id}/people`, text: t`People`, icon: Users },
          { href: `/programs/${program.id}`, text: t`Matches`, icon: HeartHandshake },
        ]
      : []),
  ]
}

/** The way whose pages include this one. Every address begins with `/`, so the first page is here only by itself. */
function nearest(ways: readonly Way[], here: string): string | undefined {
  return ways.find(({ href }) => here === href || (href !== '/' && here.startsWith(`${href}/`)))?.href
}
