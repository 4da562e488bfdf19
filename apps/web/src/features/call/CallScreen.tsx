import type { Session } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { LoaderCircle } from 'lucide-react'
import { useState } from 'react'
import { Countdown } from '../../ui/Clock.tsx'
import { useWindowTitle } from '../../ui/Page.tsx'
import { useNow } from '../../platform/time.ts'
import { Controls } from './Controls.tsx'
import { ConversationSide } from './ConversationSide.tsx'
import { Sounds } from './Sounds.tsx'
import { Stage } from './Stage.tsx'
import { useCall } from './useCall.ts'

/** The call: the people, what can be done, and their conversation beside it. Dark, so that faces stand out. */
export function CallScreen({ session }: { session: Session | undefined }) {
  const { t } = useLingui()
  const { conversationId, people } = useCall().state
  const [hasConversation, showConversation] = useState(false)
  useWindowTitle(session?.topic || t`Call`)
  return (
    <main className="scheme-dark relative flex h-dvh overflow-hidden bg-paper text-ink">
      <section aria-label={people.length > 0 ? t`Call` : undefined} className="flex min-w-0 flex-1 flex-col">
        <Head topic={session?.topic ?? ''} />
        <Stage session={session} />
        <Controls
          conversation={
            conversationId && {
              id: conversationId,
              isOpen: hasConversation,
              toggle: () => showConversation(!hasConversation),
            }
          }
        />
        <Sounds />
      </section>
      {conversationId && hasConversation && (
        <ConversationSide conversationId={conversationId} onClose={() => showConversation(false)} />
      )}
    </main>
  )
}

function Head({ topic }: { topic: string }) {
  const { link } = useCall().state
  const { t } = useLingui()
  return (
    <header className="flex min-h-12 items-center justify-between gap-4 px-4 py-2 text-sm">
      <h1 className="truncate text-base">{topic || t`Your session`}</h1>
      {link === 'mending' ? (
        <p role="status" className="flex shrink-0 items-center gap-2 rounded-full bg-fair-tint px-3 py-1 text-fair">
          <LoaderCircle aria-hidden className="size-4 animate-spin" />
          <Trans>Reconnecting …</Trans>
        </p>
      ) : (
        <TimeLeft />
      )}
    </header>
  )
}

function TimeLeft() {
  const { endsAt } = useCall().state
  const now = useNow(1000)
  if (!endsAt) return null
  return (
    <p className="shrink-0 text-muted">
      {now < Date.parse(endsAt) ? (
        <Trans>
          <Countdown to={endsAt} /> left
        </Trans>
      ) : (
        <Trans>Past the planned end</Trans>
      )}
    </p>
  )
}
