import type { Session, SessionId } from '@ithaca/contract'
import { sessions } from '@ithaca/contract/sessions'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { asking } from '../../platform/query.ts'
import { useAccount, useReader } from '../../platform/signIn.tsx'
import { lengthOf, useNow } from '../../platform/time.ts'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { ErrorState, Loading } from '../../ui/States.tsx'
import { CorrectButton } from './CorrectButton.tsx'
import { Corrections } from './Corrections.tsx'
import { type Evidence, judged } from './evidence.ts'
import { EvidenceTable } from './EvidenceTable.tsx'
import { exactLength } from './lengths.ts'
import { OutcomeBadge } from './OutcomeBadge.tsx'
import { pictureOf } from './picture.ts'
import { evidenceOf } from './queries.ts'
import { Sentences } from './Sentences.tsx'
import { Timeline } from './Timeline.tsx'
import { Versions } from './Versions.tsx'

const stillRunning = 15_000

/** What a session came to, and everything that says so. */
export function SessionEvidence({ sessionId }: { sessionId: SessionId }) {
  const { t } = useLingui()
  const say = useRefusal()
  const session = useQuery(asking(sessions.get, { params: { sessionId } }))
  const evidence = useQuery({
    ...evidenceOf(sessionId),
    // While people are inside, their presence grows without any news of it.
    refetchInterval: ({ state }) => state.data?.intervals.some(({ endedAt }) => endedAt === null) && stillRunning,
  })
  if (session.isPending || evidence.isPending) return <Loading lines={5} />
  if (session.isError || evidence.isError) {
    const retry = () => void Promise.all([session.refetch(), evidence.refetch()])
    return (
      <Sheet title={t`Attendance`}>
        <ErrorState text={say(session.error ?? evidence.error)} onRetry={retry} />
      </Sheet>
    )
  }
  return <Shown session={session.data} evidence={evidence.data} />
}

function Shown({ session, evidence }: { session: Session; evidence: Evidence }) {
  const { t } = useLingui()
  const { locale } = useReader()
  const { programs } = useAccount()
  const found = judged(session, evidence, useNow(10_000))
  const { verdict, correction, sentences } = found
  const picture = pictureOf(session, evidence, found)
  const isEmpty = picture.rows.every(({ lanes, marks }) => lanes.length + marks.length === 0)
  const isCoordinator = programs.some(({ id, tie }) => id === session.programId && tie === 'coordinator')
  const exact = exactLength(verdict.dyadMs, locale)
  const outcome = correction?.outcome ?? verdict.outcome
  return (
    <Sheet
      title={t`Attendance`}
      aside={
        <OutcomeBadge outcome={outcome} final={verdict.final} corrected={correction !== null} endsAt={session.endsAt} />
      }
    >
      {verdict.dyadMs > 0 && (
        <p className="flex flex-col">
          <span className="font-title text-3xl text-accent">{lengthOf(verdict.dyadMs, locale)}</span>
          <span className="text-sm text-muted">
            <Trans>together; exactly {exact}</Trans>
          </span>
        </p>
      )}
      <Corrections corrections={evidence.corrections} measured={verdict.outcome} />
      <Sentences session={session} sentences={sentences} />
      {!isEmpty && <Timeline picture={picture} />}
      <div>
        {!isEmpty && <EvidenceTable picture={picture} />}
        <Versions verdicts={evidence.verdicts} />
      </div>
      {isCoordinator && evidence.verdicts.length > 0 && verdict.outcome !== 'upcoming' && (
        <CorrectButton session={session} outcome={outcome} />
      )}
    </Sheet>
  )
}
