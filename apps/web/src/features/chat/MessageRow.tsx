import type { Conversation, MessageId, Reader } from '@ithaca/contract'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { type Delivery, deliveryState } from '@ithaca/domain/chat'
import { Trans, useLingui } from '@lingui/react/macro'
import { Undo2 } from 'lucide-react'
import { memo } from 'react'
import { refusalTexts } from '../../platform/refusals.ts'
import type { Reader as TimeReader } from '../../platform/time.ts'
import { dayName, wallTime } from '../../platform/time.ts'
import { Button } from '../../ui/Button.tsx'
import type { Shown } from './queries.ts'
import type { Row } from './rows.ts'
import { Words } from './Words.tsx'

type Props = {
  row: Row
  people: Conversation['people']
  readers: readonly Reader[]
  readerId: string
  reader: TimeReader
  onTakeBack: (id: MessageId) => void
}

/** One message with what stands above it. Drawn again only when something of it changes. */
export const MessageRow = memo(function MessageRow({ row, people, readers, readerId, reader, onTakeBack }: Props) {
  const { t } = useLingui()
  const { message, goesOn } = row
  const isOwn = message.authorId === readerId
  const author = people.find(({ id }) => id === message.authorId)?.name ?? t`Somebody who has left`
  const time = wallTime(message.sentAt, reader)
  return (
    <div className={`px-4 sm:px-6 ${goesOn ? 'pt-1' : 'pt-3'}`}>
      {row.day && <DayLine text={dayName(row.day, reader)} />}
      {row.isFirstUnread && <UnreadLine />}
      <article aria-label={t`${author}, ${time}`} className={`flex flex-col ${isOwn ? 'items-end' : 'items-start'}`}>
        {!goesOn && !isOwn && (
          <p className="mb-0.5 px-1 text-sm font-[560]">
            <bdi>{author}</bdi>
          </p>
        )}
        <div
          className={`max-w-[min(34rem,88%)] rounded-lg border px-3.5 pt-2 pb-1.5 ${isOwn ? 'rounded-ee-sm border-transparent bg-accent-tint' : 'rounded-es-sm border-line bg-surface'}`}
        >
          <Words text={message.body} />
          <p className="mt-0.5 flex flex-wrap justify-end gap-x-1.5 text-xs text-muted">
            <time dateTime={message.sentAt}>{time}</time>
            {isOwn && <State message={message} readers={readers} />}
          </p>
        </div>
        {message.refused && <NotSent message={message} code={message.refused} onTakeBack={onTakeBack} />}
      </article>
    </div>
  )
})

const stateTexts = {
  waiting: msg`Waiting`,
  sent: msg`Sent`,
  delivered: msg`Delivered`,
  read: msg`Read`,
} satisfies Record<Delivery, MessageDescriptor>

function State({ message, readers }: { message: Shown; readers: readonly Reader[] }) {
  const { i18n } = useLingui()
  const state = deliveryState(message, readers)
  return (
    <span className={state === 'read' ? 'font-[560] text-accent' : ''}>
      {message.refused ? <Trans>Not sent</Trans> : i18n._(stateTexts[state])}
    </span>
  )
}

type NotSentProps = { message: Shown; code: NonNullable<Shown['refused']>; onTakeBack: (id: MessageId) => void }

function NotSent({ message, code, onTakeBack }: NotSentProps) {
  const { i18n } = useLingui()
  return (
    <div role="alert" className="mt-1 flex flex-wrap items-center justify-end gap-2 text-sm text-poor">
      {i18n._(refusalTexts[code])}
      <Button size="small" icon={Undo2} onPress={() => onTakeBack(message.id)}>
        <Trans>Take it back</Trans>
      </Button>
    </div>
  )
}

function DayLine({ text }: { text: string }) {
  return (
    <p className="my-3 flex items-center gap-3 text-sm text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {text}
    </p>
  )
}

function UnreadLine() {
  return (
    <p className="my-3 flex items-center gap-3 text-sm font-[560] text-accent before:h-px before:flex-1 before:bg-accent after:h-px after:flex-1 after:bg-accent">
      <Trans>New from here</Trans>
    </p>
  )
}
