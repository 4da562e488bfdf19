import type { Invitation, ProgramId } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { Mail } from 'lucide-react'
import { useReader } from '../../platform/signIn.tsx'
import { shortDay } from '../../platform/time.ts'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Sheet.tsx'
import { useWithdraw } from './queries.ts'
import { tieTexts } from './tie-texts.ts'

type Props = { programId: ProgramId; invitations: readonly Invitation[] }

/** Who is asked to come and has not answered yet. */
export function Invitations({ programId, invitations }: Props) {
  const { t, i18n } = useLingui()
  const say = useRefusal()
  const reader = useReader()
  const withdraw = useWithdraw(programId)
  if (invitations.length === 0) return null
  return (
    <Section title={t`Invited`}>
      <ul aria-label={t`Invited`} className="sheet divide-y divide-line">
        {invitations.map(({ id, email, tie, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3">
            <Mail aria-hidden className="size-5 text-muted" />
            <span className="min-w-0 flex-1">
              <span className="block font-[560] break-all">{email}</span>
              <span className="text-sm text-muted">
                {i18n._(tieTexts[tie])}, <Trans>open until {shortDay(expiresAt, reader)}</Trans>
              </span>
            </span>
            <Button
              size="small"
              tone="plain"
              isPending={withdraw.isPending && withdraw.variables === id}
              onPress={() => withdraw.mutate(id)}
              aria-label={t`Withdraw the invitation of ${email}`}
            >
              <Trans>Withdraw</Trans>
            </Button>
          </li>
        ))}
      </ul>
      {withdraw.isError && (
        <Notice tone="poor" isUrgent>
          {say(withdraw.error)}
        </Notice>
      )}
    </Section>
  )
}
