import type { Goal, Step } from '@ithaca/contract'
import { mayEdit } from '@ithaca/domain/goals'
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Due } from './Due.tsx'
import { useAddStep, useChangeStep } from './queries.ts'

/** The steps on the way to a goal, to be ticked off, and room for the next. */
export function Steps({ goal }: { goal: Goal }) {
  const { t } = useLingui()
  const { title, steps } = goal
  return (
    <div className="flex flex-col gap-2">
      {steps.length > 0 && (
        <ul aria-label={t`Steps of ${title}`} className="flex flex-col">
          {steps.map((step) => (
            <StepLine key={step.id} goal={goal} step={step} />
          ))}
        </ul>
      )}
      {mayEdit(goal) && <AddStep goal={goal} />}
    </div>
  )
}

function StepLine({ goal, step }: { goal: Goal; step: Step }) {
  const say = useRefusal()
  const change = useChangeStep(goal, step)
  // Shown as it will be while the server is told.
  const isDone = change.isPending ? change.variables.done === true : step.doneAt !== null
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4">
      <Checkbox isSelected={isDone} isReadOnly={!mayEdit(goal)} onChange={(done) => change.mutate({ done })}>
        <bdi className={isDone ? 'text-muted line-through decoration-1' : ''}>{step.text}</bdi>
      </Checkbox>
      <Due on={step.dueOn} isOpen={!isDone && mayEdit(goal)} />
      {change.isError && (
        <Notice tone="poor" isUrgent>
          {say(change.error)}
        </Notice>
      )}
    </li>
  )
}

function AddStep({ goal }: { goal: Goal }) {
  const { t } = useLingui()
  const say = useRefusal()
  const add = useAddStep(goal)
  const [text, setText] = useState('')
  const [dueOn, setDueOn] = useState('')
  const clear = () => {
    setText('')
    setDueOn('')
  }
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim()) add.mutate({ text: text.trim(), dueOn: dueOn || null }, { onSuccess: clear })
      }}
    >
      <div className="min-w-52 flex-1">
        <TextField label={t`Next step`} value={text} onChange={setText} maxLength={300} />
      </div>
      {text.trim() && <TextField label={t`By when`} type="date" value={dueOn} onChange={setDueOn} />}
      <Button type="submit" icon={Plus} isPending={add.isPending} isDisabled={!text.trim()}>
        <Trans>Add step</Trans>
      </Button>
      {add.isError && (
        <Notice tone="poor" isUrgent>
          {say(add.error)}
        </Notice>
      )}
    </form>
  )
}
