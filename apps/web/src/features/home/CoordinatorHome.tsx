import type { ProgramId } from '@ithaca/contract'
import { Trans } from '@lingui/react/macro'
import { ClipboardCheck, HeartHandshake, Users } from 'lucide-react'
import { LinkButton } from '../../ui/Button.tsx'
import { Section } from '../../ui/Sheet.tsx'
import { TodaysSessions } from '../sessions/door.tsx'

/** What a coordinator sees first of a program: who meets today, and the ways to everything else. */
export function CoordinatorHome({ programId, name }: { programId: ProgramId; name: string }) {
  return (
    <Section
      title={name}
      aside={
        <span className="flex flex-wrap gap-3">
          <LinkButton size="small" icon={ClipboardCheck} href={`/programs/${programId}/attendance`}>
            <Trans>Attendance</Trans>
          </LinkButton>
          <LinkButton size="small" icon={Users} href={`/programs/${programId}/people`}>
            <Trans>People</Trans>
          </LinkButton>
          <LinkButton size="small" icon={HeartHandshake} href={`/programs/${programId}`}>
            <Trans>Matches</Trans>
          </LinkButton>
        </span>
      }
    >
      <TodaysSessions programId={programId} />
    </Section>
  )
}
