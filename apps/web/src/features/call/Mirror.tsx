import { Trans, useLingui } from '@lingui/react/macro'
import { useAccount } from '../../platform/signIn.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { Meter } from '../../ui/Progress.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { useCall, useLevel } from './useCall.ts'
import { useTrack } from './useStream.ts'

/** Yourself as the others will see you, and the two switches that matter. */
export function Mirror() {
  const { state, engine } = useCall()
  const { camera, microphone } = state
  return (
    <div className="flex flex-col gap-4">
      <SelfView />
      <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
        <Switch isSelected={camera.isOn || camera.isChanging} onChange={(isOn) => void engine.setCamera(isOn)}>
          <Trans>Camera</Trans>
        </Switch>
        <Switch
          isSelected={microphone.isOn || microphone.isChanging}
          onChange={(isOn) => void engine.setMicrophone(isOn)}
        >
          <Trans>Microphone</Trans>
        </Switch>
        <div className="min-w-40 flex-1">
          <Level />
        </div>
      </div>
    </div>
  )
}

function SelfView() {
  const { camera } = useCall().state
  const { name } = useAccount()
  const { t } = useLingui()
  const ref = useTrack<HTMLVideoElement>(camera.track)
  return (
    <div className="scheme-dark relative flex aspect-video max-h-[48dvh] w-full items-center justify-center overflow-hidden rounded-lg bg-sunken text-ink sm:max-h-[64dvh]">
      <video
        ref={ref}
        hidden={!camera.track}
        aria-label={t`Your camera`}
        autoPlay
        muted
        playsInline
        className="size-full -scale-x-100 object-cover"
      />
      {!camera.track && (
        <div className="flex flex-col items-center gap-3 p-6 text-center">
          <Avatar name={name} size="large" />
          <p className="text-muted">
            {camera.isChanging ? <Trans>Your camera is starting …</Trans> : <Trans>Your camera is off.</Trans>}
          </p>
        </div>
      )}
    </div>
  )
}

function Level() {
  const { microphone } = useCall().state
  const { t } = useLingui()
  const level = useLevel()
  if (!microphone.isOn) return null
  return <Meter label={t`How loud your microphone is`} value={level} />
}
