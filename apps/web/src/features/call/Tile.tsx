import type { Quality } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { Hand, MicOff, SignalHigh, SignalLow, SignalMedium, WifiOff } from 'lucide-react'
import { Avatar } from '../../ui/Avatar.tsx'
import { Badge } from '../../ui/Badge.tsx'
import type { Tone } from '../../ui/tones.ts'
import type { Person, Stream } from './engine-state.ts'
import { usePicture } from './useStream.ts'

/** One person: their picture or their initials, and how it stands with them. */
export function Tile({ person, size }: { person: Person; size: 'small' | 'large' }) {
  const { name, camera, isSelf, isSpeaking } = person
  return (
    <div
      role="group"
      aria-label={name}
      className={`relative flex min-h-24 items-center justify-center overflow-hidden rounded-lg bg-sunken outline-3 -outline-offset-3 transition-[outline-color] ${isSpeaking ? 'outline-accent' : 'outline-transparent'}`}
    >
      {camera && <Picture stream={camera} isMirrored={isSelf && camera.consumerId === null} />}
      {!camera?.isOn && <Avatar name={name} size={size === 'large' ? 'huge' : 'large'} />}
      <Plate person={person} />
    </div>
  )
}

function Picture({ stream, isMirrored }: { stream: Stream; isMirrored: boolean }) {
  const ref = usePicture(stream)
  return (
    <video
      ref={ref}
      hidden={!stream.isOn}
      autoPlay
      muted
      playsInline
      className={`size-full object-cover ${isMirrored ? '-scale-x-100' : ''}`}
    />
  )
}

function Plate({ person }: { person: Person }) {
  const { name, isSelf, isMuted, hasHandRaised, quality } = person
  return (
    <div className="absolute inset-x-2 bottom-2 flex flex-wrap items-center gap-1.5">
      <span className="max-w-full truncate rounded-full bg-paper/85 px-2.5 py-0.5 text-xs font-[560]">
        {isSelf ? <Trans>{name} (you)</Trans> : name}
      </span>
      {isMuted && (
        <Badge icon={MicOff}>
          <Trans>Muted</Trans>
        </Badge>
      )}
      {hasHandRaised && (
        <Badge tone="accent" icon={Hand}>
          <Trans>Hand raised</Trans>
        </Badge>
      )}
      {quality && <QualityWord quality={quality} />}
    </div>
  )
}

const signals = {
  good: { tone: 'good', icon: SignalHigh },
  fair: { tone: 'fair', icon: SignalMedium },
  poor: { tone: 'poor', icon: SignalLow },
  lost: { tone: 'poor', icon: WifiOff },
} as const satisfies Record<Quality, { tone: Tone; icon: typeof SignalHigh }>

/** How well this person comes through. That all is well is said more quietly. */
function QualityWord({ quality }: { quality: Quality }) {
  const { t } = useLingui()
  const words = {
    good: t`Good connection`,
    fair: t`Fair connection`,
    poor: t`Poor connection`,
    lost: t`Connection lost`,
  } satisfies Record<Quality, string>
  const { tone, icon } = signals[quality]
  return (
    <Badge tone={tone} icon={icon}>
      <span className={quality === 'good' ? 'sr-only' : ''}>{words[quality]}</span>
    </Badge>
  )
}
