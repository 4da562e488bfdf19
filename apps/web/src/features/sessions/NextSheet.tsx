import type { Session } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useAccount } from '../../platform/signIn.tsx'
import { useNow } from '../../platform/time.ts'
import { Link } from '../../ui/Link.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { AnswerBar } from './AnswerBar.tsx'
import { Faces } from './Faces.tsx'
import { JoinSession } from './JoinSession.tsx'
import { useNames } from './useNames.ts'
import { StandBadge } from './StandBadge.tsx'
import { othersOf, ownPlace } from './stand.ts'
import { Waiting } from './Waiting.tsx'
import { When } from './When.tsx'

/** The next session, as large as it matters. */
export function NextSheet({ session }: { session: Session }) {
  const { t } = useLingui()
  const account = useAccount()
  const now = useNow(10_000)
  const others = othersOf(session, account)
  const names = useNames()(others)
  const isNow = now >= Date.parse(session.startsAt)
  const isAsked = ownPlace(session, account)?.answer === 'waiting'
  return (
    <Sheet title={isNow ? t`Your session now` : t`Your next session`} aside={<StandBadge session={session} />}>
      <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-6">
        <div className="flex min-w-0 flex-col gap-5">
          <div className="flex items-center gap-4">
            <Faces people={others} size="large" />
            <div className="min-w-0">
              <p className="font-title text-2xl break-words">
                <Trans>With {names}</Trans>
              </p>
              <p className="break-words text-muted">
                <Link href={`/sessions/${session.id}`} quiet>
                  {session.topic || t`No topic yet`}
                </Link>
              </p>
            </div>
          </div>
          <When session={session} />
        </div>
        <div className="flex flex-col gap-4">
          <Waiting session={session} />
          <JoinSession session={session} />
        </div>
      </div>
      {isAsked && <AnswerBar session={session} />}
    </Sheet>
  )
}
