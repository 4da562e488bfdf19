import { Trans } from '@lingui/react/macro'
import { CalendarDays } from 'lucide-react'
import { useReader } from '../../platform/signIn.tsx'
import { useNow } from '../../platform/time.ts'
import { dayText, today } from './days.ts'

/** By when; said plainly where the day has passed and the thing is still open. */
export function Due({ on, isOpen }: { on: string | null; isOpen: boolean }) {
  const reader = useReader()
  const now = useNow(60_000)
  if (!on) return null
  const isLate = isOpen && on < today(now, reader)
  const day = dayText(on, reader)
  return (
    <span className={`inline-flex items-center gap-1.5 text-sm ${isLate ? 'font-[560] text-fair' : 'text-muted'}`}>
      <CalendarDays aria-hidden className="size-4 shrink-0" />
      <time dateTime={on}>{isLate ? <Trans>was due {day}</Trans> : <Trans>by {day}</Trans>}</time>
    </span>
  )
}
