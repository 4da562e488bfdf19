import { useLingui } from '@lingui/react/macro'
import type { News } from './engine-state.ts'
import { useCall } from './useCall.ts'

/** Says what happens in the call to those who do not see it. */
export function Announcer() {
  const { state } = useCall()
  const words = useNewsWords()
  return (
    <div aria-live="polite" className="sr-only">
      {state.news && <p key={state.news.number}>{words(state.news)}</p>}
    </div>
  )
}

function useNewsWords(): (news: News) => string {
  const { t } = useLingui()
  return ({ kind, name }) => {
    const words: Record<News['kind'], string> = {
      joined: t`${name} has joined.`,
      left: t`${name} has left.`,
      muted: t`${name} is muted.`,
      unmuted: t`${name} is not muted anymore.`,
      handRaised: t`${name} has raised a hand.`,
      handLowered: t`${name} has lowered the hand.`,
      shares: name ? t`${name} is sharing the screen.` : t`You are sharing your screen.`,
      stoppedSharing: name ? t`${name} has stopped sharing.` : t`You have stopped sharing.`,
      mending: t`The connection is lost. You will be brought back.`,
      mended: t`You are connected again.`,
    }
    return words[kind]
  }
}
