import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ErrorState, Loading } from '../../ui/States.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { FrontFrame } from './FrontFrame.tsx'
import { NewPasswordField } from './NewPasswordField.tsx'
import { acceptInvitation, openInvitation } from './queries.ts'
import { field, secretOfAddress } from './secret.ts'
import { useSubmit } from './useSubmit.ts'

type Invitation = Awaited<ReturnType<typeof openInvitation>>

/** Where a mailed invitation leads: what it is for, and the way in. */
export function InvitationPage() {
  const { t } = useLingui()
  const { invitation, refusal } = useInvitation()
  if (refusal) {
    return (
      <FrontFrame title={t`This invitation cannot be opened`}>
        <ErrorState text={refusal} />
      </FrontFrame>
    )
  }
  if (!invitation) {
    return (
      <FrontFrame title={t`Your invitation`}>
        <Loading />
      </FrontFrame>
    )
  }
  return <Welcome {...invitation} />
}

function Welcome({ program, organization, tie, email, known }: Invitation) {
  const { t } = useLingui()
  const roles = { mentor: t`mentor`, mentee: t`mentee`, coordinator: t`coordinator` }
  const { submit, isBusy, refusal } = useSubmit(async (form: FormData) => {
    const newcomer = { name: field(form, 'name'), password: field(form, 'password') }
    await (known ? acceptInvitation(secretOfAddress()) : acceptInvitation(secretOfAddress(), newcomer))
    location.assign('/')
  })
  return (
    <FrontFrame
      title={t`Welcome to ${program}`}
      lead={t`${organization} invites you as ${roles[tie]}. Your account belongs to ${email}.`}
    >
      <Form onSubmit={submit}>
        {!known && (
          <>
            <TextField
              label={t`Your name`}
              description={t`As others in the program will see it.`}
              name="name"
              autoComplete="name"
              maxLength={80}
              isRequired
            />
            <NewPasswordField />
          </>
        )}
        {refusal && (
          <Notice tone="poor" isUrgent>
            {refusal}
          </Notice>
        )}
        <Button type="submit" tone="primary" size="large" isPending={isBusy}>
          <Trans>Accept and sign in</Trans>
        </Button>
      </Form>
    </FrontFrame>
  )
}

function useInvitation(): { invitation?: Invitation; refusal?: string } {
  const say = useRefusal()
  const [state, setState] = useState<{ invitation?: Invitation; caught?: unknown }>({})
  useEffect(() => {
    openInvitation(secretOfAddress()).then(
      (invitation) => setState({ invitation }),
      (caught: unknown) => setState({ caught }),
    )
  }, [])
  const { invitation, caught } = state
  return { ...(invitation && { invitation }), ...(caught !== undefined && { refusal: say(caught) }) }
}
