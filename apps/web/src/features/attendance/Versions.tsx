import type { Verdict } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useReader } from '../../platform/signIn.tsx'
import { dayAndTime, lengthOf } from '../../platform/time.ts'
import { Disclosure } from './Disclosure.tsx'
import { OutcomeBadge } from './OutcomeBadge.tsx'

/** How the verdict came to be: each version with the rule it was made by. Late evidence makes a further one. */
export function Versions({ verdicts }: { verdicts: readonly Verdict[] }) {
  const { t } = useLingui()
  const reader = useReader()
  if (verdicts.length === 0) return null
  return (
    <Disclosure title={<Trans>How this was decided</Trans>}>
      <ol aria-label={t`Versions of the verdict`} className="flex flex-col gap-2 text-sm">
        {verdicts.map(({ version, ruleVersion, outcome, final, dyadMs, decidedAt }) => {
          const at = dayAndTime(decidedAt, reader)
          const together = lengthOf(dyadMs, reader.locale)
          return (
            <li key={version} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <OutcomeBadge outcome={outcome} final={final} corrected={false} />
              <span>
                <Trans>
                  Version {version} by rule {ruleVersion}, {at}: {together} together
                </Trans>
              </span>
            </li>
          )
        })}
      </ol>
    </Disclosure>
  )
}
