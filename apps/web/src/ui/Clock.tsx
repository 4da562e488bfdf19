import { useLocale } from 'react-aria-components/I18nProvider'
import { countdown, relative, useNow, wallTime } from '../platform/time.ts'

/** How long until an instant, in days, hours, minutes and seconds; quiet for screen readers, which get it once. */
export function Countdown({ to }: { to: string }) {
  const now = useNow(1000)
  const { locale } = useLocale()
  return (
    <time dateTime={to} role="timer" aria-live="off" className="tabular-nums">
      {countdown(Date.parse(to) - now, locale)}
    </time>
  )
}

/** "5 minutes ago", "tomorrow", kept true while it is looked at. */
export function RelativeTime({ at }: { at: string }) {
  const now = useNow(30_000)
  const { locale } = useLocale()
  return <time dateTime={at}>{relative(at, now, locale)}</time>
}

/** A time of day on the clock of another place, named by its city: what the other person's watch says. */
export function Clock({ at, zone }: { at?: string; zone: string }) {
  const now = useNow(15_000)
  const { locale } = useLocale()
  const instant = at ?? new Date(now).toISOString()
  return (
    <time dateTime={instant} className="tabular-nums">
      {wallTime(instant, { locale, zone })}
    </time>
  )
}
