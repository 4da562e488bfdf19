import type { ConversationId } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { IconButton } from '../../ui/IconButton.tsx'
import { Loading } from '../../ui/States.tsx'

const ConversationPanel = lazy(async () => ({ default: (await import('../chat/door.tsx')).ConversationPanel }))

/** The conversation of the match beside the call; on a phone it rises over the lower part of the picture, and leaves the controls free. */
export function ConversationSide({ conversationId, onClose }: { conversationId: ConversationId; onClose: () => void }) {
  const { t } = useLingui()
  return (
    <aside
      aria-label={t`Conversation`}
      className="appear absolute inset-x-2 bottom-17 z-20 flex h-[64dvh] flex-col overflow-hidden rounded-lg border border-line bg-surface shadow-floating sm:static sm:h-auto sm:w-96 sm:rounded-none sm:border-y-0 sm:border-e-0 sm:shadow-none"
    >
      <header className="flex items-center justify-between gap-4 ps-4 pe-2 pt-2">
        <h2 className="text-lg">
          <Trans>Conversation</Trans>
        </h2>
        <IconButton label={t`Close the conversation`} icon={X} onPress={onClose} />
      </header>
      <div className="flex min-h-0 flex-1 flex-col">
        <Suspense fallback={<Loading />}>
          <ConversationPanel conversationId={conversationId} />
        </Suspense>
      </div>
    </aside>
  )
}
