import type { Goal, MatchId } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Button } from '../../ui/Button.tsx'
import { Answers, Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { useCreate, useUpdate } from './queries.ts'

type Words = { title: string; why: string; dueOn: string | null }
type FormProps = { words: Words; write: Write; onClose: () => void }
type Write = { mutate: (words: Words, after: { onSuccess: () => void }) => void; isPending: boolean; error: unknown }

/** The form to write down a goal. */
export function NewGoalDialog({ matchId, onClose }: { matchId: MatchId; onClose: () => void }) {
  const { t } = useLingui()
  const create = useCreate(matchId)
  return (
    <Dialog title={t`A new goal`} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <GoalForm words={{ title: '', why: '', dueOn: null }} write={create} onClose={onClose} />
    </Dialog>
  )
}

/** The form to reword a goal. */
export function EditGoalDialog({ goal, onClose }: { goal: Goal; onClose: () => void }) {
  const { t } = useLingui()
  const update = useUpdate(goal)
  return (
    <Dialog title={t`Change the goal`} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <GoalForm words={goal} write={update} onClose={onClose} />
    </Dialog>
  )
}

function GoalForm({ words, write, onClose }: FormProps) {
  const { t } = useLingui()
  const say = useRefusal()
  const [title, setTitle] = useState(words.title)
  const [why, setWhy] = useState(words.why)
  const [dueOn, setDueOn] = useState(words.dueOn ?? '')
  const submit = () => {
    write.mutate({ title: title.trim(), why: why.trim(), dueOn: dueOn || null }, { onSuccess: onClose })
  }
  return (
    <Form onSubmit={submit}>
      <TextField
        label={t`Goal`}
        description={t`What will be different, in one line.`}
        value={title}
        onChange={setTitle}
        maxLength={140}
        isRequired
        autoFocus
      />
      <TextArea label={t`Why it matters`} value={why} onChange={setWhy} maxLength={1000} rows={3} />
      <TextField label={t`By when`} description={t`Can stay open.`} type="date" value={dueOn} onChange={setDueOn} />
      {write.error !== null && (
        <Notice tone="poor" isUrgent>
          {say(write.error)}
        </Notice>
      )}
      <Answers>
        <Button onPress={onClose}>
          <Trans>Not now</Trans>
        </Button>
        <Button type="submit" tone="primary" isPending={write.isPending}>
          <Trans>Write it down</Trans>
        </Button>
      </Answers>
    </Form>
  )
}
