import type { Session } from '@ithaca/contract'
import { useLingui } from '@lingui/react/macro'
import { useAccount, useReader } from '../../platform/signIn.tsx'
import { dayName, span, useNow } from '../../platform/time.ts'
import { Link } from '../../ui/Link.tsx'
import { Faces } from './Faces.tsx'
import { useNames } from './useNames.ts'
import { OtherClocksBeside } from './OtherClocks.tsx'
import { StandBadge } from './StandBadge.tsx'
import { othersOf, phaseOf } from './stand.ts'

/** One session of a list: whom, about what, when. The whole line leads to it. */
export function SessionLine({ session }: { session: Session }) {
  const { t } = useLingui()
  const reader = useReader()
  const others = othersOf(session, useAccount())
  const names = useNames()(others)
  const isPast = phaseOf(session, useNow(60_000)) === 'over'
  return (
    <li className="relative flex gap-4 px-4 py-4 hover:bg-accent-tint/40 sm:gap-5 sm:px-6">
      <Leaf at={session.startsAt} />
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <Faces people={others} size="small" />
          <p className="font-title text-lg font-[560]">
            <Link href={`/sessions/${session.id}`} quiet>
              <span aria-hidden className="absolute inset-0" />
              {names}
            </Link>
          </p>
          <span className="sm:ms-auto">
            <StandBadge session={session} />
          </span>
        </div>
        <p className="break-words">
          {session.topic ? <bdi>{session.topic}</bdi> : <span className="text-muted">{t`No topic yet`}</span>}
        </p>
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
          <li className="text-ink">
            <time dateTime={session.startsAt} className="tabular-nums">
              <span className="sr-only">{dayName(session.startsAt, reader)}, </span>
              {span(session.startsAt, session.endsAt, reader)}
            </time>
          </li>
          {!isPast && <OtherClocksBeside time={session} people={others} />}
        </ul>
      </div>
    </li>
  )
}

/** The day as a leaf of a calendar, for the eye; the words beside it say it to the ear. */
function Leaf({ at }: { at: string }) {
  const { locale, zone } = useReader()
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(new Date(at))
  return (
    <span
      aria-hidden
      className="flex w-14 shrink-0 flex-col items-center self-start rounded-md border border-line bg-paper py-1.5 leading-tight"
    >
      <span className="text-xs text-muted">{part({ weekday: 'short' })}</span>
      <span className="font-title text-xl">{part({ day: 'numeric' })}</span>
      <span className="text-xs text-muted">{part({ month: 'short' })}</span>
    </span>
  )
}
