import { useLingui } from '@lingui/react/macro'
import type { Stream } from './engine-state.ts'
import { usePicture } from './useStream.ts'

/** A screen that somebody shares, whole and as large as there is room. */
export function SharedScreen({ name, stream }: { name: string; stream: Stream }) {
  const { t } = useLingui()
  const ref = usePicture(stream)
  return (
    <figure
      aria-label={t`The screen of ${name}`}
      className="flex min-h-0 min-w-0 flex-1 items-center justify-center overflow-hidden rounded-lg bg-sunken"
    >
      <video ref={ref} autoPlay muted playsInline className="size-full object-contain" />
    </figure>
  )
}
