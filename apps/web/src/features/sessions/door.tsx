import type { MatchId, ProgramId } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { CalendarDays } from 'lucide-react'
import { useAccount, useReader } from '../../platform/signIn.tsx'
import { sameDay, useNow } from '../../platform/time.ts'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Link } from '../../ui/Link.tsx'
import { Section } from '../../ui/Sheet.tsx'
import { Empty, ErrorState, Loading } from '../../ui/States.tsx'
import { NextSheet } from './NextSheet.tsx'
import { PlanButton } from './PlanButton.tsx'
import { firstOf } from './queries.ts'
import { SessionLine } from './SessionLine.tsx'
import { SessionList } from './SessionList.tsx'
import { ownPlace, phaseOf } from './stand.ts'

/** The session that comes next, or is under way: with whom, the countdown and the way in. */
export function NextSession() {
  const { t } = useLingui()
  const say = useRefusal()
  const account = useAccount()
  const now = useNow(10_000)
  const coming = useQuery(firstOf({ when: 'coming', limit: 20 }))
  if (coming.isPending) return <Loading lines={5} />
  if (coming.isError) return <ErrorState text={say(coming.error)} onRetry={() => void coming.refetch()} />
  const next = coming.data.items.find((session) => {
    const stand = phaseOf(session, now)
    return stand !== 'over' && stand !== 'cancelled' && ownPlace(session, account)?.answer !== 'declined'
  })
  if (next) return <NextSheet session={next} />
  return (
    <Empty icon={CalendarDays} title={t`No session is planned`}>
      <p>
        <Trans>Choose a time that suits both of you; the clocks are taken care of.</Trans>
      </p>
      <PlanButton tone="primary" />
    </Empty>
  )
}

/** The coming sessions of a match. */
export function MatchSessions({ matchId }: { matchId: MatchId }) {
  const { t } = useLingui()
  return (
    <Section title={t`Coming sessions`} aside={<PlanButton matchId={matchId} />}>
      <SessionList
        view={{ when: 'coming', matchId, limit: 5 }}
        label={t`Coming sessions`}
        empty={<Empty icon={CalendarDays} title={t`Nothing is planned`} />}
      />
    </Section>
  )
}

/** The sessions of a program on this day, for its coordinator: those that were, then those to come. */
export function TodaysSessions({ programId }: { programId: ProgramId }) {
  const { t } = useLingui()
  const say = useRefusal()
  const reader = useReader()
  const today = new Date(useNow(60_000)).toISOString()
  const past = useQuery(firstOf({ when: 'past', programId, limit: 50 }))
  const coming = useQuery(firstOf({ when: 'coming', programId, limit: 50 }))
  if (past.isPending || coming.isPending) return <Loading lines={5} />
  if (past.isError || coming.isError) {
    const retry = () => void Promise.all([past.refetch(), coming.refetch()])
    return <ErrorState text={say(past.error ?? coming.error)} onRetry={retry} />
  }
  const items = [...past.data.items.toReversed(), ...coming.data.items].filter(({ startsAt }) => {
    return sameDay(startsAt, today, reader)
  })
  return (
    <Section title={t`Today`} aside={<Link href={`/sessions?program=${programId}`}>{t`All sessions`}</Link>}>
      {items.length === 0 ? (
        <Empty icon={CalendarDays} title={t`Nobody meets today`} />
      ) : (
        <ul aria-label={t`Sessions of today`} className="sheet divide-y divide-line overflow-hidden">
          {items.map((session) => (
            <SessionLine key={session.id} session={session} />
          ))}
        </ul>
      )}
    </Section>
  )
}
