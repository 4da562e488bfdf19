import type { Session } from '@ithaca/contract'
import { Trans } from '@lingui/react/macro'
import { useNow } from '../../platform/time.ts'
import { Countdown } from '../../ui/Clock.tsx'
import { phaseOf } from './stand.ts'

/** The time that is left until a session begins, or until its planned end once it has begun. */
export function Waiting({ session }: { session: Session }) {
  const now = useNow(1000)
  const stand = phaseOf(session, now)
  if (stand === 'over' || stand === 'cancelled') return null
  const isBefore = now < Date.parse(session.startsAt)
  if (!isBefore && now >= Date.parse(session.endsAt)) {
    return (
      <p className="text-muted">
        <Trans>The planned time is over. Whoever is inside may finish.</Trans>
      </p>
    )
  }
  return (
    <p className="flex flex-col">
      <span className="text-sm text-muted">
        {isBefore ? <Trans>Begins in</Trans> : <Trans>Planned time left</Trans>}
      </span>
      <span className="font-title text-3xl text-accent">
        <Countdown to={isBefore ? session.startsAt : session.endsAt} />
      </span>
    </p>
  )
}
