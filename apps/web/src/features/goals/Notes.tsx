import type { Goal } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useReader } from '../../platform/signIn.tsx'
import { shortDay } from '../../platform/time.ts'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextArea } from '../../ui/TextField.tsx'
import { useAddNote } from './queries.ts'

type Props = { goal: Goal; nameOf: (id: string) => string }

/** How it goes, in the words of both. Welcome in every state: how it went is worth telling too. */
export function Notes({ goal, nameOf }: Props) {
  const { t } = useLingui()
  const reader = useReader()
  const { title, notes } = goal
  return (
    <div className="flex flex-col gap-3">
      {notes.length > 0 && (
        <ul aria-label={t`Notes on ${title}`} className="flex flex-col gap-3">
          {notes.map(({ id, authorId, text, at }) => (
            <li key={id} className="border-s-2 border-line ps-4">
              <p dir="auto" className="whitespace-pre-wrap">
                {text}
              </p>
              <p className="text-sm text-muted">
                <bdi>{nameOf(authorId)}</bdi>, <time dateTime={at}>{shortDay(at, reader)}</time>
              </p>
            </li>
          ))}
        </ul>
      )}
      <AddNote goal={goal} />
    </div>
  )
}

function AddNote({ goal }: { goal: Goal }) {
  const { t } = useLingui()
  const say = useRefusal()
  const add = useAddNote(goal)
  const [text, setText] = useState<string | null>(null)
  if (text === null) {
    return (
      <div>
        <Button size="small" onPress={() => setText('')}>
          <Trans>Note how it goes</Trans>
        </Button>
      </div>
    )
  }
  const submit = () => text.trim() && add.mutate(text.trim(), { onSuccess: () => setText(null) })
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextArea label={t`How it goes`} value={text} onChange={setText} maxLength={2000} rows={3} autoFocus />
      {add.isError && (
        <Notice tone="poor" isUrgent>
          {say(add.error)}
        </Notice>
      )}
      <div className="flex gap-3">
        <Button size="small" type="submit" isPending={add.isPending} isDisabled={!text.trim()}>
          <Trans>Add note</Trans>
        </Button>
        <Button size="small" tone="plain" onPress={() => setText(null)}>
          <Trans>Not now</Trans>
        </Button>
      </div>
    </form>
  )
}
