import type { Session } from '@ithaca/contract'
import { Trans } from '@lingui/react/macro'
import { useAccount, useReader } from '../../platform/signIn.tsx'
import { span, useNow } from '../../platform/time.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Countdown, RelativeTime } from '../../ui/Clock.tsx'

/** Whom you will meet, and when it begins. */
export function Expected({ session }: { session: Session }) {
  const account = useAccount()
  const reader = useReader()
  const others = session.people.filter(({ id }) => id !== account.id)
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-baseline gap-x-3 text-lg">
        <Start at={session.startsAt} />
        <span className="text-base text-muted tabular-nums">{span(session.startsAt, session.endsAt, reader)}</span>
      </p>
      <ul className="flex flex-col gap-3">
        {others.map(({ id, name, tie }) => (
          <li key={id} className="flex items-center gap-3">
            <Avatar name={name} />
            <span>
              <span className="block font-[560]">{name}</span>
              <span className="block text-sm text-muted">
                {tie === 'mentor' ? <Trans>Mentor</Trans> : <Trans>Mentee</Trans>}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Start({ at }: { at: string }) {
  const hasBegun = useNow(1000) >= Date.parse(at)
  if (hasBegun) {
    return (
      <span>
        <Trans>
          Began <RelativeTime at={at} />
        </Trans>
      </span>
    )
  }
  return (
    <span>
      <Trans>
        Begins in <Countdown to={at} />
      </Trans>
    </span>
  )
}
