import type { SessionId } from '@ithaca/contract'
import { sessions } from '@ithaca/contract/sessions'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { isRefused } from '../../platform/api.ts'
import { asking } from '../../platform/query.ts'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Page } from '../../ui/Page.tsx'
import { ErrorState } from '../../ui/States.tsx'
import { Announcer } from './Announcer.tsx'
import { CallScreen } from './CallScreen.tsx'
import { LeftScreen } from './LeftScreen.tsx'
import { Lobby } from './Lobby.tsx'
import { Call, useCall, useCallEngine } from './useCall.ts'

/** From the lobby into the call, and out of it. Who has no part in the session is told so before a camera goes on. */
export function CallPage({ sessionId }: { sessionId: SessionId }) {
  const { t } = useLingui()
  const say = useRefusal()
  const session = useQuery(asking(sessions.get, { params: { sessionId } }))
  if (session.isPending && session.failureCount === 0) return null
  if (!isRefused(session.error, 'notFound')) return <InCall sessionId={sessionId} />
  return (
    <main>
      <Page title={t`Your session`} back={{ href: '/', text: t`Home` }}>
        <ErrorState text={say(session.error)} />
      </Page>
    </main>
  )
}

function InCall({ sessionId }: { sessionId: SessionId }) {
  const engine = useCallEngine(sessionId)
  if (!engine) return null
  return (
    <Call value={engine}>
      <Phases sessionId={sessionId} />
      <Announcer />
    </Call>
  )
}

function Phases({ sessionId }: { sessionId: SessionId }) {
  const { state } = useCall()
  const session = useQuery(asking(sessions.get, { params: { sessionId } }))
  // The screen of the call is laid out while the server answers, so that nobody waits for both.
  if (state.phase === 'joining' || state.phase === 'in') return <CallScreen session={session.data} />
  if (state.phase === 'left') return <LeftScreen sessionId={sessionId} session={session.data} />
  return <Lobby sessionId={sessionId} session={session} />
}
