import type { Session } from '@ithaca/contract'
import { mayOpen } from '@ithaca/domain/sessions'
import { Trans } from '@lingui/react/macro'
import { Video } from 'lucide-react'
import { useId } from 'react'
import { useReader } from '../../platform/signIn.tsx'
import { sameDay, useNow, wallTime, dayAndTime } from '../../platform/time.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { doorOpens, phaseOf, plannedOf } from './stand.ts'

/**
 * The way into the call: a link from the moment the server would let people in. Before it the same words stand there
 * as a button at rest, and say when the door opens. Nothing where it never will.
 */
export function JoinSession({ session }: { session: Session }) {
  const now = useNow(1000)
  const hint = useId()
  const stand = phaseOf(session, now)
  if (stand === 'over' || stand === 'cancelled') return null
  const isOpen = mayOpen(plannedOf(session), now)
  return (
    <div className="flex flex-col items-start gap-2">
      {isOpen ? (
        <LinkButton href={`/sessions/${session.id}/call`} tone="primary" size="large" icon={Video}>
          <Trans>Join session</Trans>
        </LinkButton>
      ) : (
        <Button isDisabled tone="primary" size="large" icon={Video} aria-describedby={hint}>
          <Trans>Join session</Trans>
        </Button>
      )}
      <p id={hint} role="status" className="text-sm text-muted">
        {isOpen ? <Trans>The door is open.</Trans> : <Opening session={session} now={now} />}
      </p>
    </div>
  )
}

function Opening({ session, now }: { session: Session; now: number }) {
  const reader = useReader()
  const at = doorOpens(session)
  const when = sameDay(at, new Date(now).toISOString(), reader) ? wallTime(at, reader) : dayAndTime(at, reader)
  return <Trans>The door opens at {when}.</Trans>
}
