import type { Outcome } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { Badge } from '../../ui/Badge.tsx'
import { outcomeTexts, outcomeTones } from './outcomes.ts'

type Props = { outcome: Outcome; final: boolean; corrected: boolean }

/** What a session came to, and whether that may still change or was corrected by a person. */
export function OutcomeBadge({ outcome, final, corrected }: Props) {
  const { i18n } = useLingui()
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
