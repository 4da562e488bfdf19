import { matches } from '@ithaca/contract/matches'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Users } from 'lucide-react'
import { asking } from '../../platform/query.ts'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Empty, ErrorState, Loading } from '../../ui/States.tsx'
import { LastWords } from '../chat/door.tsx'
import { GoalsGlance } from '../goals/door.tsx'
import { NextSession } from '../sessions/door.tsx'

/** What a mentor or a mentee sees first: the next session, the last words, the goals. */
export function PairHome() {
  const { t } = useLingui()
  const say = useRefusal()
  const mine = useQuery(asking(matches.mine))
  if (mine.isError) return <ErrorState text={say(mine.error)} onRetry={() => void mine.refetch()} />
  if (mine.data?.length === 0) {
    return (
      <Empty icon={Users} title={t`You are not matched yet`}>
        <p>
          <Trans>Your coordinator is looking for the right person. You will get a mail as soon as there is news.</Trans>
        </p>
      </Empty>
    )
  }
  return (
    <>
      <NextSession />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <LastWords />
        <div className="flex flex-col gap-6">
          {mine.isPending && <Loading lines={4} />}
          {mine.data?.map((match) => (
            <GoalsGlance key={match.id} match={match} />
          ))}
        </div>
      </div>
    </>
  )
}
