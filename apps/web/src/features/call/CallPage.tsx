import type { SessionId } from '@ithaca/contract'
import { sessions } from '@ithaca/contract/sessions'
import { useQuery } from '@tanstack/react-query'
import { asking } from '../../platform/query.ts'
import { Announcer } from './Announcer.tsx'
import { CallScreen } from './CallScreen.tsx'
import { LeftScreen } from './LeftScreen.tsx'
import { Lobby } from './Lobby.tsx'
import { Call, useCall, useCallEngine } from './useCall.ts'

/** From the lobby into the call, and out of it. */
export function CallPage({ sessionId }: { sessionId: SessionId }) {
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
