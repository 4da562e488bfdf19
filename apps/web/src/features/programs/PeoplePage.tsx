import type { Member, ProgramId } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { UserPlus, Users } from 'lucide-react'
import { useState } from 'react'
import { useReader } from '../../platform/signIn.tsx'
import { city, shortDay } from '../../platform/time.ts'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Sheet.tsx'
import { Empty, ErrorState, Loading } from '../../ui/States.tsx'
import { Table } from '../../ui/Table.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { Invitations } from './Invitations.tsx'
import { peopleOf } from './queries.ts'
import { tieTexts } from './tie-texts.ts'

/** Everybody in a program, and everybody who is asked to come. */
export function PeoplePage({ programId }: { programId: ProgramId }) {
  const { t } = useLingui()
  const say = useRefusal()
  const [isInviting, setInviting] = useState(false)
  const people = useQuery(peopleOf(programId))
  return (
    <Page
      title={t`People`}
      width="wide"
      actions={
        people.data && (
          <Button tone="primary" icon={UserPlus} onPress={() => setInviting(true)}>
            <Trans>Invite</Trans>
          </Button>
        )
      }
    >
      {people.isPending && <Loading lines={8} />}
      {people.isError && <ErrorState text={say(people.error)} onRetry={() => void people.refetch()} />}
      {people.data && <Invitations programId={programId} invitations={people.data.invitations} />}
      {people.data && <Members members={people.data.members} />}
      {isInviting && <InviteDialog programId={programId} onClose={() => setInviting(false)} />}
    </Page>
  )
}

function Members({ members }: { members: readonly Member[] }) {
  const { t, i18n } = useLingui()
  const reader = useReader()
  if (members.length === 0) {
    return (
      <Empty icon={Users} title={t`Nobody is here yet`}>
        <p>
          <Trans>Invite the first mentors and mentees; each gets a mail with a link.</Trans>
        </p>
      </Empty>
    )
  }
  return (
    <Section title={t`Members`}>
      <Table
        label={t`Members`}
        rows={members}
        rowKey={({ id }) => id}
        columns={[
          { id: 'name', title: t`Name`, isRowHeader: true, cell: (member) => <Named {...member} /> },
          { id: 'tie', title: t`Part`, cell: ({ tie }) => i18n._(tieTexts[tie]) },
          { id: 'email', title: t`Email`, cell: ({ email }) => <span className="break-all">{email}</span> },
          { id: 'zone', title: t`Time zone`, cell: ({ zone }) => city(zone) },
          { id: 'joined', title: t`Since`, cell: ({ joinedAt }) => shortDay(joinedAt, reader) },
        ]}
      />
    </Section>
  )
}

function Named({ name, minor }: Pick<Member, 'name' | 'minor'>) {
  return (
    <span className="flex items-center gap-3">
      <Avatar name={name} size="small" />
      <span dir="auto">{name}</span>
      {minor && (
        <Badge tone="help">
          <Trans>Minor</Trans>
        </Badge>
      )}
    </span>
  )
}
