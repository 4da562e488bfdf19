import type { Match, MatchPerson, Member, ProgramId } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { HeartHandshake } from 'lucide-react'
import { useState } from 'react'
import { useReader } from '../../platform/signIn.tsx'
import { city, shortDay } from '../../platform/time.ts'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { Section } from '../../ui/Sheet.tsx'
import { Empty, ErrorState, Loading } from '../../ui/States.tsx'
import { MatchDialog } from './MatchDialog.tsx'
import { matchesOf } from './queries.ts'

type Props = { programId: ProgramId; members: readonly Member[]; aside: string }

/** Who is matched with whom in a program. */
export function MatchList({ programId, members, aside }: Props) {
  const { t } = useLingui()
  const say = useRefusal()
  const [isMaking, setMaking] = useState(false)
  const list = useQuery(matchesOf(programId))
  return (
    <Section
      title={t`Matches`}
      aside={
        <span className="flex flex-wrap items-baseline gap-4">
          <span className="text-sm text-muted">{aside}</span>
          <Button size="small" icon={HeartHandshake} onPress={() => setMaking(true)}>
            <Trans>Match people</Trans>
          </Button>
        </span>
      }
    >
      {list.isPending && <Loading lines={5} />}
      {list.isError && <ErrorState text={say(list.error)} onRetry={() => void list.refetch()} />}
      {list.data && <Lines programId={programId} matches={list.data} />}
      {isMaking && <MatchDialog programId={programId} members={members} onClose={() => setMaking(false)} />}
    </Section>
  )
}

function Lines({ programId, matches }: { programId: ProgramId; matches: readonly Match[] }) {
  const { t } = useLingui()
  const reader = useReader()
  if (matches.length === 0) return <Empty icon={HeartHandshake} title={t`Nobody is matched yet`} />
  return (
    <ul aria-label={t`Matches`} className="sheet divide-y divide-line">
      {matches.map(({ id, people, startedOn }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-8 gap-y-3 px-5 py-4">
          {people.map((person) => (
            <Half key={person.id} person={person} />
          ))}
          <span className="ms-auto text-end text-sm text-muted">
            <Trans>since {shortDay(startedOn, { ...reader, zone: 'UTC' })}</Trans>
            <br />
            <Link href={`/programs/${programId}/attendance?match=${id}`}>
              <Trans>Attendance</Trans>
            </Link>
          </span>
        </li>
      ))}
    </ul>
  )
}

function Half({ person: { name, tie, zone } }: { person: MatchPerson }) {
  return (
    <span className="flex min-w-52 items-center gap-3">
      <Avatar name={name} />
      <span>
        <span dir="auto" className="block font-[560]">
          {name}
        </span>
        <span className="text-sm text-muted">
          {tie === 'mentor' ? <Trans>Mentor</Trans> : <Trans>Mentee</Trans>}, {city(zone)}
        </span>
      </span>
    </span>
  )
}
