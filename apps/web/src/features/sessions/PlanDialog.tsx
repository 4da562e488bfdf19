import type { Match } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useAccount, useReader } from '../../platform/signIn.tsx'
import { presentMs } from '../../platform/time.ts'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Button } from '../../ui/Button.tsx'
import { Answers, Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { ErrorState, Loading } from '../../ui/States.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/toasts.ts'
import { useNames } from './useNames.ts'
import { type PlanScope, useMatches, usePlan } from './queries.ts'
import { othersOf } from './stand.ts'
import { suggestedStart } from './suggestion.ts'
import { type Time, TimeFields } from './TimeFields.tsx'

type Props = { scope: PlanScope; onClose: () => void }

/** The form to plan a session. */
export function PlanDialog({ scope, onClose }: Props) {
  const { t } = useLingui()
  return (
    <Dialog title={t`Plan a session`} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Choices scope={scope} onClose={onClose} />
    </Dialog>
  )
}

function Choices({ scope: { matchId, programId }, onClose }: Props) {
  const say = useRefusal()
  const { isPending, error, retry, matches } = useMatches()
  if (isPending) return <Loading lines={4} />
  if (error) return <ErrorState text={say(error)} onRetry={retry} />
  const choices = matches.filter(
    (match) => (!matchId || match.id === matchId) && (!programId || match.programId === programId),
  )
  const [first, ...rest] = choices
  if (!first) {
    return (
      <p className="text-muted">
        <Trans>There is no match to plan a session for yet.</Trans>
      </p>
    )
  }
  return <PlanForm choices={[first, ...rest]} onClose={onClose} />
}

function PlanForm({ choices, onClose }: { choices: [Match, ...Match[]]; onClose: () => void }) {
  const { t } = useLingui()
  const say = useRefusal()
  const names = useNames()
  const account = useAccount()
  const { zone } = useReader()
  const plan = usePlan()
  const [matchId, choose] = useState(choices[0].id)
  const [time, setTime] = useState<Time>(() => ({ startsAt: suggestedStart(presentMs(), zone), minutes: 45 }))
  const [topic, setTopic] = useState('')
  const match = choices.find(({ id }) => id === matchId) ?? choices[0]
  const options = choices.map((one) => ({ id: one.id, text: names(othersOf(one, account)), detail: one.programName }))
  const submit = () => {
    const planned = { matchId: match.id, topic: topic.trim(), zone, ...time }
    plan.mutate(planned, {
      onSuccess: () => {
        toast(t`Planned. The others are asked.`)
        onClose()
      },
    })
  }
  return (
    <Form onSubmit={submit}>
      {choices.length > 1 ? (
        <Select label={t`With`} options={options} value={match.id} onChange={choose} isRequired />
      ) : (
        <p className="text-lg">{options[0]?.text}</p>
      )}
      <TimeFields time={time} onChange={setTime} people={othersOf(match, account)} />
      <TextField
        label={t`Topic`}
        description={t`What it will be about, in a few words. It can stay open.`}
        value={topic}
        onChange={setTopic}
        maxLength={200}
      />
      {plan.isError && (
        <Notice tone="poor" isUrgent>
          {say(plan.error)}
        </Notice>
      )}
      <Answers>
        <Button onPress={onClose}>
          <Trans>Not now</Trans>
        </Button>
        <Button type="submit" tone="primary" isPending={plan.isPending}>
          <Trans>Plan it</Trans>
        </Button>
      </Answers>
    </Form>
  )
}
