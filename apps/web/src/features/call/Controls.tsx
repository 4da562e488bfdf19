import type { ConversationId } from '@ithaca/contract'
import { useLingui } from '@lingui/react/macro'
import {
  Hand,
  MessageSquare,
  Mic,
  MicOff,
  MonitorUp,
  MonitorX,
  PhoneOff,
  Settings2,
  Video,
  VideoOff,
} from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Dialog } from '../../ui/Dialog.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { DevicePickers } from './DevicePickers.tsx'
import { DeviceTroubles } from './DeviceTroubles.tsx'
import { canShare } from './engine-share.ts'
import { useCall } from './useCall.ts'
import { useIsWide } from './useIsWide.ts'

const UnreadCount = lazy(async () => ({ default: (await import('../chat/door.tsx')).UnreadCount }))

type Props = { conversation: { id: ConversationId; isOpen: boolean; toggle: () => void } | null }

/** What can be done in the call, at the foot of the screen, where the thumb is. */
export function Controls({ conversation }: Props) {
  const { t } = useLingui()
  const size = useIsWide() ? 'large' : 'normal'
  const { state, engine } = useCall()
  const { isHandRaised } = state
  return (
    <footer className="flex flex-wrap items-center justify-center gap-1 px-2 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:gap-4">
      <MicrophoneButton size={size} />
      <CameraButton size={size} />
      {canShare(navigator.mediaDevices) && <ShareButton size={size} />}
      <IconButton
        size={size}
        tone={isHandRaised ? 'accent' : 'solid'}
        icon={Hand}
        label={isHandRaised ? t`Lower hand` : t`Raise hand`}
        onPress={() => void engine.raiseHand(!isHandRaised)}
      />
      {conversation && <ConversationButton size={size} {...conversation} />}
      <DevicesButton size={size} />
      <IconButton size={size} tone="alert" icon={PhoneOff} label={t`Leave`} onPress={() => engine.leave()} />
    </footer>
  )
}

type Sized = { size: 'normal' | 'large' }

/** Opens the conversation, and says what came while it was closed. */
function ConversationButton({ id, isOpen, toggle, size }: Sized & NonNullable<Props['conversation']>) {
  const { t } = useLingui()
  return (
    <span className="relative inline-flex">
      <IconButton
        size={size}
        tone={isOpen ? 'accent' : 'solid'}
        icon={MessageSquare}
        label={t`Conversation`}
        pressed={isOpen}
        onPress={toggle}
      />
      <span className="pointer-events-none absolute -end-1 -top-1">
        <Suspense>{!isOpen && <UnreadCount conversationId={id} />}</Suspense>
      </span>
    </span>
  )
}

function MicrophoneButton({ size }: Sized) {
  const { state, engine } = useCall()
  const { t } = useLingui()
  const { isOn, isChanging } = state.microphone
  return (
    <IconButton
      size={size}
      tone={isOn ? 'solid' : 'alert'}
      icon={isOn ? Mic : MicOff}
      label={isOn ? t`Mute microphone` : t`Unmute microphone`}
      isPending={isChanging}
      onPress={() => void engine.setMicrophone(!isOn)}
    />
  )
}

function CameraButton({ size }: Sized) {
  const { state, engine } = useCall()
  const { t } = useLingui()
  const { isOn, isChanging } = state.camera
  return (
    <IconButton
      size={size}
      tone={isOn ? 'solid' : 'alert'}
      icon={isOn ? Video : VideoOff}
      label={isOn ? t`Turn camera off` : t`Turn camera on`}
      isPending={isChanging}
      onPress={() => void engine.setCamera(!isOn)}
    />
  )
}

function ShareButton({ size }: Sized) {
  const { state, engine } = useCall()
  const { t } = useLingui()
  const { isOn } = state.screen
  return (
    <IconButton
      size={size}
      tone={isOn ? 'accent' : 'solid'}
      icon={isOn ? MonitorX : MonitorUp}
      label={isOn ? t`Stop sharing` : t`Share screen`}
      onPress={() => (isOn ? engine.stopSharing() : void engine.share())}
    />
  )
}

/** Leads to the devices, and says when something is wrong with one. */
function DevicesButton({ size }: Sized) {
  const { t } = useLingui()
  const { camera, microphone } = useCall().state
  const [isOpen, setOpen] = useState(false)
  const hasTrouble = camera.trouble !== null || microphone.trouble !== null
  return (
    <>
      <IconButton
        size={size}
        tone={hasTrouble ? 'alert' : 'solid'}
        icon={Settings2}
        label={hasTrouble ? t`Devices: something is wrong` : t`Devices`}
        onPress={() => setOpen(true)}
      />
      <Dialog title={t`Devices`} isOpen={isOpen} onOpenChange={setOpen}>
        <div className="flex flex-col gap-5">
          <DeviceTroubles />
          <DevicePickers />
        </div>
      </Dialog>
    </>
  )
}
