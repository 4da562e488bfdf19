import type { SessionId } from '@ithaca/contract'
import { lazy, Suspense } from 'react'
import { Loading } from '../../ui/States.tsx'

// The rule and the picture are loaded only where a session has something to show.
const SessionEvidence = lazy(async () => ({ default: (await import('./SessionEvidence.tsx')).SessionEvidence }))

/** What a session came to: the verdict in words, the picture of who was there when, and for a coordinator the way to correct it. */
export function SessionAttendance({ sessionId }: { sessionId: SessionId }) {
  return (
    <Suspense fallback={<Loading lines={5} />}>
      <SessionEvidence sessionId={sessionId} />
    </Suspense>
  )
}
