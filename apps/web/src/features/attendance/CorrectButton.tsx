import type { Outcome, Session } from '@ithaca/contract'
import { attendance } from '@ithaca/contract/attendance'
import { Trans, useLingui } from '@lingui/react/macro'
import { PenLine } from 'lucide-react'
import { useState } from 'react'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Button } from '../../ui/Button.tsx'
import { Answers, Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextField.tsx'
import { toast } from '../../ui/toasts.ts'
import { outcomeTexts } from './outcomes.ts'
import { useCorrect } from './queries.ts'

type Corrected = Exclude<Outcome, 'upcoming'>
type Props = { session: Session; outcome: Outcome }

/** A coordinator who knows better sets another outcome beside the measured one. */
export function CorrectButton(props: Props) {
  const { t } = useLingui()
  const [isOpen, open] = useState(false)
  return (
    <div>
      <Button size="small" icon={PenLine} onPress={() => open(true)}>
        <Trans>Correct</Trans>
      </Button>
      <Dialog title={t`Correct the outcome`} isOpen={isOpen} onOpenChange={open}>
        {(close) => <CorrectForm {...props} onClose={close} />}
      </Dialog>
    </div>
  )
}

function CorrectForm({ session, outcome, onClose }: Props & { onClose: () => void }) {
  const { t, i18n } = useLingui()
  const say = useRefusal()
  const correct = useCorrect(session.id, session.programId)
  const [chosen, choose] = useState<Corrected | null>(null)
  const [reason, setReason] = useState('')
  const options = attendance.correct.body.shape.outcome.options
    .filter((id) => id !== outcome)
    .map((id) => ({ id, text: i18n._(outcomeTexts[id]) }))
  const done = () => {
    toast(t`Corrected. What was measured stays beside it.`)
    onClose()
  }
  const submit = () => chosen && correct.mutate({ outcome: chosen, reason: reason.trim() }, { onSuccess: done })
  return (
    <Form onSubmit={submit}>
      <p className="text-muted">
        <Trans>What was measured is kept. Your word stands beside it, with your name and reason.</Trans>
      </p>
      <Select
        label={t`Outcome`}
        options={options}
        value={chosen}
        onChange={choose}
        placeholder={t`Choose an outcome`}
        isRequired
      />
      <TextArea
        label={t`Reason`}
        description={t`Everybody in the session can read it.`}
        value={reason}
        onChange={setReason}
        minLength={3}
        maxLength={500}
        rows={3}
        isRequired
      />
      {correct.isError && (
        <Notice tone="poor" isUrgent>
          {say(correct.error)}
        </Notice>
      )}
      <Answers>
        <Button onPress={onClose}>
          <Trans>Leave it</Trans>
        </Button>
        <Button type="submit" tone="primary" isPending={correct.isPending}>
          <Trans>Correct it</Trans>
        </Button>
      </Answers>
    </Form>
  )
}
