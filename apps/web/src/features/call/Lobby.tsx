import type { Session, SessionId } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import type { UseQueryResult } from '@tanstack/react-query'
import { Video } from 'lucide-react'
import { refusalTexts } from '../../platform/refusals.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { ErrorState, Loading } from '../../ui/States.tsx'
import { useRefusal } from '../../platform/useRefusal.ts'
import { DevicePickers } from './DevicePickers.tsx'
import { DeviceTroubles } from './DeviceTroubles.tsx'
import { Expected } from './Expected.tsx'
import { Mirror } from './Mirror.tsx'
import { useCall } from './useCall.ts'

type Props = { sessionId: SessionId; session: UseQueryResult<Session> }

/** Before the call: how you look and sound, whom you will meet, and the way in. */
export function Lobby({ sessionId, session }: Props) {
  const { t } = useLingui()
  const say = useRefusal()
  return (
    <main className="min-h-dvh pb-24 lg:pb-0">
      <Page
        title={session.data?.topic || t`Your session`}
        windowTitle={t`Before the call`}
        width="wide"
        back={{ href: `/sessions/${sessionId}`, text: t`Back to the session` }}
      >
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(20rem,2fr)] lg:gap-10">
          <Mirror />
          <div className="flex flex-col gap-6">
            <Sheet>
              <div className="flex flex-col gap-6">
                {session.data && <Expected session={session.data} />}
                {session.isPending && <Loading lines={2} />}
                {session.isError && <ErrorState text={say(session.error)} onRetry={() => void session.refetch()} />}
                {!session.isError && <WayIn />}
              </div>
            </Sheet>
            <DeviceTroubles />
            <DevicePickers />
          </div>
        </div>
      </Page>
    </main>
  )
}

/** Where the page is long the way in stays in sight, on a phone under the thumb. */
function WayIn() {
  const { state, engine } = useCall()
  const { i18n } = useLingui()
  if (!state.isSupported) {
    return (
      <Notice tone="poor" isUrgent>
        <Trans>This browser cannot take part in calls. Please open the session in a newer one.</Trans>
      </Notice>
    )
  }
  return (
    <div className="flex flex-col gap-3">
      {state.refusal && (
        <Notice tone="poor" isUrgent>
          {i18n._(refusalTexts[state.refusal])}
        </Notice>
      )}
      <div className="fixed inset-x-0 bottom-0 z-20 flex flex-col border-t border-line bg-paper px-4 py-3 lg:static lg:z-auto lg:border-0 lg:p-0">
        <Button tone="primary" size="large" icon={Video} onPress={() => void engine.join()}>
          <Trans>Join now</Trans>
        </Button>
      </div>
      <p role="status" className="text-sm text-muted">
        <Ready />
      </p>
    </div>
  )
}

function Ready() {
  const { camera, microphone } = useCall().state
  if (camera.isOn && microphone.isOn) return <Trans>The others will see and hear you.</Trans>
  if (microphone.isOn) return <Trans>The others will hear you, and see your name.</Trans>
  if (camera.isOn) return <Trans>The others will see you, but not hear you.</Trans>
  return <Trans>You will see and hear the others, and they will see your name.</Trans>
}
