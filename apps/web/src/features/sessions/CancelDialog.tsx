import { CancelReason, type Session } from '@ithaca/contract/sessions'
import { cancellationKind } from '@ithaca/domain/sessions'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useNow } from '../../platform/time.ts'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Button } from '../../ui/Button.tsx'
import { Answers, Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea } from '../../ui/TextField.tsx'
import { toast } from '../../ui/toasts.ts'
import { useCancel } from './queries.ts'
import { reasonTexts } from './reasons.ts'

/** Asks why, and says what a late cancellation means, before a session is cancelled. */
export function CancelDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const { t, i18n } = useLingui()
  const say = useRefusal()
  const cancel = useCancel(session)
  const [reason, setReason] = useState<CancelReason | null>(null)
  const [words, setWords] = useState('')
  const isLate = cancellationKind(Date.parse(session.startsAt), useNow(10_000)) === 'lateCancellation'
  const done = () => {
    toast(t`Cancelled. The others are told.`)
    onClose()
  }
  const submit = () => reason && cancel.mutate({ reason, words: words.trim() }, { onSuccess: done })
  return (
    <Dialog title={t`Cancel this session?`} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Form onSubmit={submit}>
        {isLate && (
          <Notice tone="fair">
            <Trans>It begins in less than three hours, so this counts as a late cancellation.</Trans>
          </Notice>
        )}
        <Select
          label={t`Reason`}
          options={CancelReason.options.map((id) => ({ id, text: i18n._(reasonTexts[id]) }))}
          value={reason}
          onChange={setReason}
          placeholder={t`Choose a reason`}
          isRequired
        />
        <TextArea
          label={t`A word to the others`}
          description={t`If you like. Everybody in the session and the coordinator can read it.`}
          value={words}
          onChange={setWords}
          maxLength={500}
          rows={3}
        />
        {cancel.isError && (
          <Notice tone="poor" isUrgent>
            {say(cancel.error)}
          </Notice>
        )}
        <Answers>
          <Button onPress={onClose}>
            <Trans>Keep it</Trans>
          </Button>
          <Button type="submit" tone="danger" isPending={cancel.isPending}>
            <Trans>Cancel the session</Trans>
          </Button>
        </Answers>
      </Form>
    </Dialog>
  )
}
