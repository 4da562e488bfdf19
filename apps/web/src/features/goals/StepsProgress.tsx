import type { Goal } from '@ithaca/contract'
import { progress } from '@ithaca/domain/goals'
import { Trans, useLingui } from '@lingui/react/macro'
import { Progress } from '../../ui/Progress.tsx'

/** How many steps of a goal are done; nothing where it has none. */
export function StepsProgress({ goal: { title, steps } }: { goal: Goal }) {
  const { t } = useLingui()
  const { done, total, share } = progress(steps)
  if (share === null) return null
  return (
    <div className="flex items-center gap-3">
      <div className="flex-1">
        <Progress label={t`Progress of ${title}`} value={share} text={t`${done} of ${total} steps done`} />
      </div>
      <span aria-hidden className="text-sm whitespace-nowrap text-muted tabular-nums">
        <Trans>
          {done} of {total}
        </Trans>
      </span>
    </div>
  )
}
