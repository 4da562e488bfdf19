import type { Correction, Outcome } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { PenLine } from 'lucide-react'
import { useReader } from '../../platform/signIn.tsx'
import { dayAndTime } from '../../platform/time.ts'
import { Notice } from '../../ui/Notice.tsx'
import { outcomeTexts } from './outcomes.ts'

/** Every correction with its reason, beside what was measured; nothing is overwritten. */
export function Corrections({ corrections, measured }: { corrections: readonly Correction[]; measured: Outcome }) {
  const { i18n } = useLingui()
  const reader = useReader()
  if (corrections.length === 0) return null
  const raw = i18n._(outcomeTexts[measured])
  return (
    <Notice tone="neutral" icon={PenLine}>
      <ul className="flex flex-col gap-2">
        {corrections.map(({ id, outcome, reason, byName, at }) => {
          const word = i18n._(outcomeTexts[outcome])
          const when = dayAndTime(at, reader)
          return (
            <li key={id}>
              <Trans>
                {byName} corrected this to <strong>{word}</strong> on {when}.
              </Trans>
              <blockquote className="mt-1 border-s-2 border-edge ps-3">
                <bdi>{reason}</bdi>
              </blockquote>
            </li>
          )
        })}
      </ul>
      <p className="mt-2 text-muted">
        <Trans>Measured: {raw}</Trans>
      </p>
    </Notice>
  )
}
