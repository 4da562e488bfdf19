import type { Session, SessionId } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { RotateCcw } from 'lucide-react'
import { refusalTexts } from '../../platform/refusals.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWindowTitle } from '../../ui/Page.tsx'
import { useCall } from './useCall.ts'

/** After the call: that it is over for this device, and where to go from here. */
export function LeftScreen({ sessionId, session }: { sessionId: SessionId; session: Session | undefined }) {
  const { state, engine } = useCall()
  const { t, i18n } = useLingui()
  useWindowTitle(t`You left the call`)
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-8 px-5 py-10">
      <Mark href="/" />
      <div className="flex flex-col gap-3">
        <h1 className="text-3xl">
          <Trans>You left the call.</Trans>
        </h1>
        {session?.topic && <p className="text-lg text-muted">{session.topic}</p>}
        <p className="text-muted">
          <Trans>Your camera and microphone are off. What you wrote to each other stays in your conversation.</Trans>
        </p>
      </div>
      {state.refusal && <Notice tone="fair">{i18n._(refusalTexts[state.refusal])}</Notice>}
      <div className="flex flex-col gap-3 sm:flex-row">
        <LinkButton tone="primary" size="large" href={`/sessions/${sessionId}`}>
          <Trans>Back to the session</Trans>
        </LinkButton>
        <Button size="large" icon={RotateCcw} onPress={() => void engine.comeBack()}>
          <Trans>Join again</Trans>
        </Button>
      </div>
    </main>
  )
}
