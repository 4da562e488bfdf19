import { Trans, useLingui } from '@lingui/react/macro'
import { Volume2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import type { DeviceKind } from './engine-state.ts'
import { playTestSound } from './meter.ts'
import { useCall } from './useCall.ts'

/** Which camera, microphone and speaker are used, where there is a choice. */
export function DevicePickers() {
  const { t } = useLingui()
  return (
    <div className="flex flex-col gap-4">
      <Picker kind="camera" label={t`Use this camera`} />
      <Picker kind="microphone" label={t`Use this microphone`} />
      <Picker kind="speaker" label={t`Hear through this speaker`} />
      <SpeakerTest />
    </div>
  )
}

function Picker({ kind, label }: { kind: DeviceKind; label: string }) {
  const { state, engine } = useCall()
  const { t } = useLingui()
  const devices = state.devices[kind]
  const track = kind === 'speaker' ? null : state[kind].track
  const used = track?.getSettings().deviceId ?? state.chosen[kind] ?? devices[0]?.id ?? null
  if (devices.length === 0 || (kind === 'speaker' && !('setSinkId' in HTMLMediaElement.prototype))) return null
  return (
    <Select
      label={label}
      options={devices.map(({ id, name }, place) => ({ id, text: name || t`Device ${place + 1}` }))}
      value={devices.some(({ id }) => id === used) ? used : null}
      onChange={(id) => void engine.choose(kind, id)}
      placeholder={t`Chosen by the browser`}
    />
  )
}

function SpeakerTest() {
  const { chosen } = useCall().state
  const [isPlaying, setPlaying] = useState(false)
  const play = async () => {
    setPlaying(true)
    await playTestSound(chosen.speaker)
    setPlaying(false)
  }
  return (
    <div>
      <Button size="small" icon={Volume2} isPending={isPlaying} onPress={() => void play()}>
        {isPlaying ? <Trans>Playing three notes …</Trans> : <Trans>Test the speaker</Trans>}
      </Button>
    </div>
  )
}
