import type { Outcome } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useNow } from '../../platform/time.ts'
import { Badge } from '../../ui/Badge.tsx'
import { outcomeTexts, outcomeTones } from './outcomes.ts'

type Props = { outcome: Outcome; final: boolean; corrected: boolean; endsAt?: string }

/** What no later minute can undo. */
const decided: readonly Outcome[] = ['held', 'cancelled', 'lateCancellation', 'excused']

/**
 * What a session came to, and whether that may still change or was corrected by a person. `endsAt` is its planned end,
 * left out where a verdict is shown as it was given.
 */
export function OutcomeBadge({ outcome: measured, final, corrected, endsAt }: Props) {
  const { i18n } = useLingui()
  // Whoever is missing while the session still runs may come yet; nothing is to be read into it before its end.
  const now = useNow(30_000)
  const isRunning = endsAt !== undefined && now < Date.parse(endsAt)
  const isOpen = isRunning && !final && !corrected && !decided.includes(measured)
  const outcome = isOpen ? 'upcoming' : measured
  const isProvisional = !final && !corrected && outcome !== 'upcoming'
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-x-2 gap-y-1">
      <Badge tone={outcomeTones[outcome]}>{i18n._(outcomeTexts[outcome])}</Badge>
      {isProvisional && (
        <span className="text-xs text-muted">
          <Trans>provisional</Trans>
        </span>
      )}
      {corrected && (
        <span className="text-xs text-muted">
          <Trans>corrected</Trans>
        </span>
      )}
    </span>
  )
}
