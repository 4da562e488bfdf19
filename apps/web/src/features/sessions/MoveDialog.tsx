import type { Session } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useAccount } from '../../platform/signIn.tsx'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Button } from '../../ui/Button.tsx'
import { Answers, Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { toast } from '../../ui/toasts.ts'
import { useMove } from './queries.ts'
import { minutesOf, othersOf } from './stand.ts'
import { type Time, TimeFields } from './TimeFields.tsx'

/** The form to move a session to another time. */
export function MoveDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const { t } = useLingui()
  const say = useRefusal()
  const account = useAccount()
  const move = useMove(session)
  const [time, setTime] = useState<Time>({ startsAt: session.startsAt, minutes: minutesOf(session) })
  const submit = () =>
    move.mutate(time, {
      onSuccess: () => {
        toast(t`Moved. The others are asked again.`)
        onClose()
      },
    })
  return (
    <Dialog title={t`Move the session`} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Form onSubmit={submit}>
        <TimeFields time={time} onChange={setTime} people={othersOf(session, account)} />
        {move.isError && (
          <Notice tone="poor" isUrgent>
            {say(move.error)}
          </Notice>
        )}
        <Answers>
          <Button onPress={onClose}>
            <Trans>Leave it</Trans>
          </Button>
          <Button type="submit" tone="primary" isPending={move.isPending}>
            <Trans>Move it</Trans>
          </Button>
        </Answers>
      </Form>
    </Dialog>
  )
}
