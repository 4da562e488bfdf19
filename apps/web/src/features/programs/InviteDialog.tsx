import type { ProgramId } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Answers, Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/toasts.ts'
import { useInvite } from './queries.ts'
import { tieTexts } from './tie-texts.ts'

const parts = ['mentor', 'mentee'] as const

/** Asks somebody into the program, by mail. */
export function InviteDialog({ programId, onClose }: { programId: ProgramId; onClose: () => void }) {
  const { t, i18n } = useLingui()
  const say = useRefusal()
  const invite = useInvite(programId)
  const [email, setEmail] = useState('')
  const [tie, setTie] = useState<(typeof parts)[number]>('mentee')
  const [minor, setMinor] = useState(false)
  const done = () => {
    toast(t`Invited. The mail is on its way.`)
    onClose()
  }
  return (
    <Dialog title={t`Invite somebody`} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Form onSubmit={() => invite.mutate({ email, tie, minor }, { onSuccess: done })}>
        <TextField label={t`Email`} type="email" value={email} onChange={setEmail} autoComplete="off" isRequired />
        <Select
          label={t`Part`}
          options={parts.map((id) => ({ id, text: i18n._(tieTexts[id]) }))}
          value={tie}
          onChange={setTie}
        />
        <Checkbox isSelected={minor} onChange={setMinor}>
          <Trans>This person is a minor: the children's defaults hold for them</Trans>
        </Checkbox>
        {invite.isError && (
          <Notice tone="poor" isUrgent>
            {say(invite.error)}
          </Notice>
        )}
        <Answers>
          <Button onPress={onClose}>
            <Trans>Not now</Trans>
          </Button>
          <Button type="submit" tone="primary" isPending={invite.isPending}>
            <Trans>Send the invitation</Trans>
          </Button>
        </Answers>
      </Form>
    </Dialog>
  )
}
