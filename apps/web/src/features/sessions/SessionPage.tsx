import type { Session, SessionId } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { CalendarX } from 'lucide-react'
import { useAccount, useReader } from '../../platform/signIn.tsx'
import { dayAndTime, useNow } from '../../platform/time.ts'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { ErrorState, Loading } from '../../ui/States.tsx'
import { SessionAttendance } from '../attendance/door.tsx'
import { AnswerBar } from './AnswerBar.tsx'
import { Changes } from './Changes.tsx'
import { MatchSessions } from './door.tsx'
import { JoinSession } from './JoinSession.tsx'
import { useNames } from './useNames.ts'
import { People } from './People.tsx'
import { aSession } from './queries.ts'
import { reasonTexts } from './reasons.ts'
import { StandBadge } from './StandBadge.tsx'
import { othersOf, ownPlace } from './stand.ts'
import { Waiting } from './Waiting.tsx'
import { Ways } from './Ways.tsx'
import { When } from './When.tsx'

/** One session: whom, when, the way in, and afterwards what it came to. */
export function SessionPage({ sessionId }: { sessionId: SessionId }) {
  const { t } = useLingui()
  const say = useRefusal()
  const session = useQuery(aSession(sessionId))
  const back = { href: '/sessions', text: t`Sessions` }
  if (session.isPending || session.isError) {
    return (
      <Page title={t`Session`} back={back}>
        {session.isError ? (
          <ErrorState text={say(session.error)} onRetry={() => void session.refetch()} />
        ) : (
          <Loading lines={6} />
        )}
      </Page>
    )
  }
  return <Shown session={session.data} back={back} />
}

function Shown({ session, back }: { session: Session; back: { href: string; text: string } }) {
  const { t } = useLingui()
  const account = useAccount()
  const own = ownPlace(session, account)
  const names = useNames()(othersOf(session, account))
  const isOver = useNow(60_000) >= Date.parse(session.endsAt)
  const isBehind = isOver || session.state === 'cancelled'
  // Whoever runs the program has come from its table.
  const from = own || !isOver ? back : { href: `/programs/${session.programId}/attendance`, text: t`Attendance` }
  const who = own ? t`Session with ${names}` : t`Session of ${names}`
  return (
    <Page title={session.topic || who} windowTitle={who} back={from} actions={<Changes session={session} />}>
      <Sheet title={t`When and who`} aside={<StandBadge session={session} />}>
        <div className="flex flex-wrap items-start justify-between gap-x-10 gap-y-6">
          <When session={session} />
          <div className="flex flex-col gap-4 empty:hidden">
            <Waiting session={session} />
            <JoinSession session={session} />
          </div>
        </div>
        <Cancelled session={session} />
        <hr className="border-line" />
        <People session={session} />
        <AnswerBar session={session} />
      </Sheet>
      <Afterwards session={session} isCoordinator={!own} />
      {own && <Ways session={session} />}
      {own && isBehind && <MatchSessions matchId={session.matchId} />}
    </Page>
  )
}

/** Why it will not be. */
function Cancelled({ session: { cancelled } }: { session: Session }) {
  const { i18n } = useLingui()
  const reader = useReader()
  if (!cancelled) return null
  const reason = i18n._(reasonTexts[cancelled.reason])
  const at = dayAndTime(cancelled.at, reader)
  return (
    <Notice tone="poor" icon={CalendarX}>
      <p>
        <Trans>
          Cancelled on {at}. Reason: {reason}.
        </Trans>
      </p>
      {cancelled.words && (
        <blockquote className="mt-1 border-s-2 border-current ps-3">
          <bdi>{cancelled.words}</bdi>
        </blockquote>
      )}
    </Notice>
  )
}

/** What it came to: for the pair once the planned time is over, for a coordinator as soon as it has begun. */
function Afterwards({ session, isCoordinator }: { session: Session; isCoordinator: boolean }) {
  const now = useNow(10_000)
  const from = Date.parse(isCoordinator ? session.startsAt : session.endsAt)
  if (now < from && !(isCoordinator && session.state === 'cancelled')) return null
  return <SessionAttendance sessionId={session.id} />
}
