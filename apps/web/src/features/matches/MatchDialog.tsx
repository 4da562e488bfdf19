import type { Member, ProgramId, UserId } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { city } from '../../platform/time.ts'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Button } from '../../ui/Button.tsx'
import { Answers, Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { toast } from '../../ui/toasts.ts'
import { useMake } from './queries.ts'

type Props = { programId: ProgramId; members: readonly Member[]; onClose: () => void }

/** Brings a mentor and a mentee together. */
export function MatchDialog({ programId, members, onClose }: Props) {
  const { t } = useLingui()
  const say = useRefusal()
  const make = useMake(programId)
  const [mentor, setMentor] = useState<UserId | null>(null)
  const [mentee, setMentee] = useState<UserId | null>(null)
  const choices = (tie: Member['tie']) =>
    members.filter((member) => member.tie === tie).map(({ id, name, zone }) => ({ id, text: `${name}, ${city(zone)}` }))
  const done = () => {
    toast(t`Matched. Their conversation is open.`)
    onClose()
  }
  const submit = () => {
    if (mentor && mentee) make.mutate({ mentorIds: [mentor], menteeIds: [mentee] }, { onSuccess: done })
  }
  return (
    <Dialog title={t`Match people`} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Form onSubmit={submit}>
        <Select
          label={t`Mentor`}
          options={choices('mentor')}
          value={mentor}
          onChange={setMentor}
          placeholder={t`Choose a mentor`}
          isRequired
        />
        <Select
          label={t`Mentee`}
          options={choices('mentee')}
          value={mentee}
          onChange={setMentee}
          placeholder={t`Choose a mentee`}
          isRequired
        />
        {make.isError && (
          <Notice tone="poor" isUrgent>
            {say(make.error)}
          </Notice>
        )}
        <Answers>
          <Button onPress={onClose}>
            <Trans>Not now</Trans>
          </Button>
          <Button type="submit" tone="primary" isPending={make.isPending}>
            <Trans>Match them</Trans>
          </Button>
        </Answers>
      </Form>
    </Dialog>
  )
}
