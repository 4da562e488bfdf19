import { Trans } from '@lingui/react/macro'
import { Volume2 } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import type { Stream } from './engine-state.ts'
import { useCall } from './useCall.ts'
import { useSound } from './useStream.ts'

/** What is heard. It stands apart from the tiles, so that no change of the picture interrupts a voice. */
export function Sounds() {
  const { people } = useCall().state
  return people.flatMap(({ sounds }) => sounds).map((stream) => <Sound key={stream.consumerId} stream={stream} />)
}

function Sound({ stream }: { stream: Stream }) {
  const { ref, isBlocked, play } = useSound(stream)
  return (
    <>
      {/* What is said is live; who cannot hear it finds the conversation beside the call. */}
      <audio ref={ref} autoPlay />
      {isBlocked && (
        <div className="absolute inset-x-0 top-14 z-10 flex justify-center">
          <Button tone="primary" icon={Volume2} onPress={play}>
            <Trans>Turn the sound on</Trans>
          </Button>
        </div>
      )}
    </>
  )
}
