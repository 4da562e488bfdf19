import { useLingui } from '@lingui/react/macro'
import { useRouterState } from '@tanstack/react-router'
import { CalendarDays, ClipboardCheck, House, type LucideIcon, Users } from 'lucide-react'
import { Link } from 'react-aria-components/Link'
import { useAccount } from '../platform/signIn.tsx'

type Way = { href: string; text: string; icon: LucideIcon }

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

function WayLink({ href, text, icon: Icon, isHere }: Way & { isHere: boolean }) {
  const look = isHere ? 'font-[560] text-accent sm:bg-accent-tint' : 'text-muted hover:text-ink'
  return (
    <Link
      href={href}
      {...(isHere && { 'aria-current': 'page' })}
      className={`touch flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 rounded-md text-xs no-underline transition-colors sm:min-h-11 sm:flex-none sm:flex-row sm:justify-start sm:gap-3 sm:px-3 sm:text-base ${look}`}
    >
      <Icon aria-hidden className="size-5.5 shrink-0" strokeWidth={isHere ? 2.2 : 1.8} />
      {text}
    </Link>
  )
}

function useWays(): Way[] {
  const { t } = useLingui()
  const run = useAccount().programs.filter(({ tie }) => tie === 'coordinator')
  const [program] = run
  return [
    { href: '/', text: t`Home`, icon: House },
    { href: '/sessions', text: t`Sessions`, icon: CalendarDays },
    ...(program
      ? [
          { href: `/programs/${program.id}/attendance`, text: t`Attendance`, icon: ClipboardCheck },
          { href: `/programs/${program.id}/people`, text: t`People`, icon: Users },
        ]
      : []),
  ]
}

/** The way whose pages include this one: the longest address it begins with. */
function nearest(ways: readonly Way[], here: string): string | undefined {
  return ways
    .map(({ href }) => href)
    .filter((href) => here === href || here.startsWith(`${href === '/' ? '' : href}/`))
    .sort((one, other) => other.length - one.length)[0]
}
