import type { Session } from '@ithaca/contract'
import { useReader } from '../../platform/signIn.tsx'
import { dayName, span } from '../../platform/time.ts'
import { useAccount } from '../../platform/signIn.tsx'
import { OtherClocks } from './OtherClocks.tsx'
import { othersOf } from './stand.ts'

/** When a session is, large: on the reader's clock, and below it on the others'. */
export function When({ session }: { session: Session }) {
  const reader = useReader()
  const account = useAccount()
  return (
    <div className="flex flex-col gap-1.5">
      <p>
        <time dateTime={session.startsAt} className="flex flex-col">
          <span className="font-title text-xl">{dayName(session.startsAt, reader)}</span>
          <span className="text-lg tabular-nums">{span(session.startsAt, session.endsAt, reader)}</span>
        </time>
      </p>
      <OtherClocks time={session} people={othersOf(session, account)} />
    </div>
  )
}
