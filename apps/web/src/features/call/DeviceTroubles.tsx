import { Trans, useLingui } from '@lingui/react/macro'
import { CameraOff, MicOff } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { DeviceTrouble } from './engine-state.ts'
import { useCall } from './useCall.ts'

/** What is wrong with a device, and what helps. */
export function DeviceTroubles() {
  const { state, engine } = useCall()
  const words = useTroubleWords()
  const { camera, microphone } = state
  return (
    <>
      {camera.trouble && (
        <Notice tone="fair" icon={CameraOff} isUrgent>
          <Words text={words.camera[camera.trouble]} onRetry={() => void engine.setCamera(true)} />
        </Notice>
      )}
      {microphone.trouble && (
        <Notice tone="fair" icon={MicOff} isUrgent>
          <Words text={words.microphone[microphone.trouble]} onRetry={() => void engine.setMicrophone(true)} />
        </Notice>
      )}
    </>
  )
}

function Words({ text, onRetry }: { text: string; onRetry: () => void }) {
  return (
    <div className="flex flex-col items-start gap-3">
      <p>{text}</p>
      <Button size="small" onPress={onRetry}>
        <Trans>Try again</Trans>
      </Button>
    </div>
  )
}

function useTroubleWords(): Record<'camera' | 'microphone', Record<DeviceTrouble, string>> {
  const { t } = useLingui()
  return {
    camera: {
      blocked: t`The browser blocks your camera. Allow it at the sign beside the address, or in the settings of this device, then try again. You can also join without it.`,
      missing: t`No camera was found. Plug one in, or join without it.`,
      busy: t`Your camera does not start. Another program may be using it: close that program, then try again.`,
      insecure: t`The browser gives the camera only to pages that come by https. You can join without it.`,
    },
    microphone: {
      blocked: t`The browser blocks your microphone. Allow it at the sign beside the address, or in the settings of this device, then try again. You can also join without it.`,
      missing: t`No microphone was found. Plug one in, or join without it and write.`,
      busy: t`Your microphone does not start. Another program may be using it: close that program, then try again.`,
      insecure: t`The browser gives the microphone only to pages that come by https. You can join without it and write.`,
    },
  }
}
