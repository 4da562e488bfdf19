import type { Conversation, MessageId } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowDown, MessageCircle, RotateCw } from 'lucide-react'
import { useMemo } from 'react'
import { VList } from 'virtua'
import { useAccount, useReader } from '../../platform/signIn.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Empty } from '../../ui/States.tsx'
import { Incoming } from './Incoming.tsx'
import { MessageRow } from './MessageRow.tsx'
import type { Shown } from './queries.ts'
import { dayTeller, rowsOf } from './rows.ts'
import { useReading, useSince } from './useReading.ts'
import { useScroll } from './useScroll.ts'

/** How the messages before those that are known come in. */
export type Older = { isPending: boolean; isError: boolean; mutate: () => void }

type Props = {
  conversation: Conversation
  messages: readonly Shown[]
  older: Older
  onStart: () => void
  onTakeBack: (id: MessageId) => void
}

/** The messages of a conversation. Only those in sight are drawn, so ten thousand scroll as lightly as ten. */
export function MessageList({ conversation, messages, older, onStart, onTakeBack }: Props) {
  const { t } = useLingui()
  const { id: readerId } = useAccount()
  const { locale, zone } = useReader()
  const reader = useMemo(() => ({ locale, zone }), [locale, zone])
  const since = useSince(conversation)
  const dayOf = useMemo(() => dayTeller(reader), [reader])
  const rows = useMemo(() => rowsOf(messages, dayOf, { readerId, since }), [messages, dayOf, readerId, since])
  const readers = useMemo(() => everyReader(conversation), [conversation])
  const { list, isAtEnd, isGrownAtStart, look, keepEnd, jump } = useScroll({ rows, readerId, onStart })
  const isEmpty = messages.length === 0
  useReading(conversation, { seq: lastSeqOf(messages), isSeen: isAtEnd })
  return (
    <div className="relative min-h-0 flex-1">
      {isEmpty && (
        <div className="p-4 sm:p-6">
          <Empty icon={MessageCircle} title={t`Nothing was said yet`}>
            <Trans>The first words are the hardest. A hello is enough.</Trans>
          </Empty>
        </div>
      )}
      <VList
        ref={list}
        role="log"
        aria-label={t`Messages`}
        // Scrolling draws old messages anew, and those must not be read aloud; `Incoming` tells what is new.
        aria-live="off"
        tabIndex={isEmpty ? -1 : 0}
        data={rows}
        shift={isGrownAtStart}
        bufferSize={600}
        onScroll={look}
        onResize={keepEnd}
        className={`overscroll-contain pb-3 focus-visible:-outline-offset-3 ${isEmpty ? 'invisible absolute inset-0' : ''}`}
      >
        {(row) => (
          <MessageRow
            key={row.message.id}
            {...{ row, readers, readerId, reader, onTakeBack }}
            people={conversation.people}
          />
        )}
      </VList>
      <Incoming conversation={conversation} message={messages.at(-1)} />
      <Earlier older={older} />
      {!isAtEnd && !isEmpty && (
        <div className="absolute end-4 bottom-3">
          <IconButton label={t`To the latest message`} icon={ArrowDown} tone="solid" onPress={jump} />
        </div>
      )}
    </div>
  )
}

/** Says above the list that earlier messages come, or offers to ask for them again. */
function Earlier({ older: { isPending, isError, mutate } }: { older: Older }) {
  if (!isPending && !isError) return null
  return (
    <div role="status" className="absolute inset-x-0 top-2 flex justify-center text-sm">
      {isPending ? (
        <span className="rounded-full border border-line bg-surface px-3 py-1 text-muted shadow-raised">
          <Trans>Loading earlier messages</Trans>
        </span>
      ) : (
        <Button size="small" icon={RotateCw} onPress={() => mutate()}>
          <Trans>Load earlier messages again</Trans>
        </Button>
      )}
    </div>
  )
}

/** Somebody who has never looked in has no mark yet, and has received nothing. */
function everyReader({ people, readers }: Conversation) {
  return people.map(
    ({ id: userId }) => readers.find((one) => one.userId === userId) ?? { userId, deliveredSeq: 0, readSeq: 0 },
  )
}

function lastSeqOf(messages: readonly Shown[]): number {
  return messages.findLast(({ seq }) => seq !== null)?.seq ?? 0
}
