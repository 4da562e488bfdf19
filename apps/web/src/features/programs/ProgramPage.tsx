import type { ProgramId } from '@ithaca/contract'
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { ClipboardCheck, Info, Users } from 'lucide-react'
import { useRefusal } from '../../platform/useRefusal.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { ErrorState, Loading } from '../../ui/States.tsx'
import { MatchList } from '../matches/door.tsx'
import { TodaysSessions } from '../sessions/door.tsx'
import { aProgram, peopleOf } from './queries.ts'

/** One program: who meets today, who is matched with whom, and the ways to everything else. */
export function ProgramPage({ programId }: { programId: ProgramId }) {
  const { t } = useLingui()
  const say = useRefusal()
  const program = useQuery(aProgram(programId))
  if (program.isPending) {
    return (
      <Page title={t`Program`}>
        <Loading lines={6} />
      </Page>
    )
  }
  if (program.isError) {
    return (
      <Page title={t`Program`}>
        <ErrorState text={say(program.error)} onRetry={() => void program.refetch()} />
      </Page>
    )
  }
  const { name, organization, demo, tie } = program.data
  return (
    <Page title={name} lead={organization} {...(tie === 'coordinator' && { actions: <Ways programId={programId} /> })}>
      {demo && (
        <Notice tone="help" icon={Info}>
          <Trans>This is a demo program. Its people and their words are made up.</Trans>
        </Notice>
      )}
      {tie === 'coordinator' && <Inside programId={programId} />}
    </Page>
  )
}

function Ways({ programId }: { programId: ProgramId }) {
  return (
    <>
      <LinkButton icon={ClipboardCheck} href={`/programs/${programId}/attendance`}>
        <Trans>Attendance</Trans>
      </LinkButton>
      <LinkButton icon={Users} href={`/programs/${programId}/people`}>
        <Trans>People</Trans>
      </LinkButton>
    </>
  )
}

function Inside({ programId }: { programId: ProgramId }) {
  const { t } = useLingui()
  const people = useQuery(peopleOf(programId))
  const members = people.data?.members ?? []
  const count = (tie: 'mentor' | 'mentee') => members.filter((member) => member.tie === tie).length
  const [mentors, mentees] = [count('mentor'), count('mentee')]
  return (
    <>
      <TodaysSessions programId={programId} />
      <MatchList
        programId={programId}
        members={members}
        aside={
          people.data
            ? `${t`${plural(mentors, { one: '# mentor', other: '# mentors' })}`}, ${t`${plural(mentees, { one: '# mentee', other: '# mentees' })}`}`
            : ''
        }
      />
    </>
  )
}
