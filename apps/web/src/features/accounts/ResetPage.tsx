import { Trans, useLingui } from '@lingui/react/macro'
import { MailCheck } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { Link } from '../../ui/Link.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { FrontFrame } from './FrontFrame.tsx'
import { NewPasswordField } from './NewPasswordField.tsx'
import { askReset, reset } from './queries.ts'
import { field, secretOfAddress } from './secret.ts'
import { useSubmit } from './useSubmit.ts'

/** A new password: first the mail is asked for, then its link leads here again with the secret. */
export function ResetPage() {
  return secretOfAddress() ? <Choose /> : <Ask />
}

function Ask() {
  const { t } = useLingui()
  const [sentTo, setSentTo] = useState<string>()
  const { submit, isBusy, refusal } = useSubmit(async (form: FormData) => {
    const email = field(form, 'email')
    await askReset(email)
    setSentTo(email)
  })
  return (
    <FrontFrame title={t`A new password`} lead={t`We send you a link to choose one.`}>
      <Form onSubmit={submit}>
        <TextField label={t`Email`} type="email" name="email" autoComplete="username" isRequired />
        {refusal && (
          <Notice tone="poor" isUrgent>
            {refusal}
          </Notice>
        )}
        {sentTo && (
          <Notice tone="good" icon={MailCheck}>
            <Trans>If there is an account for {sentTo}, a mail is on its way.</Trans>
          </Notice>
        )}
        <Button type="submit" tone="primary" size="large" isPending={isBusy}>
          <Trans>Send me the mail</Trans>
        </Button>
        <p className="text-sm">
          <Link href="/sign-in">
            <Trans>Back to the sign-in</Trans>
          </Link>
        </p>
      </Form>
    </FrontFrame>
  )
}

function Choose() {
  const { t } = useLingui()
  const { submit, isBusy, refusal } = useSubmit(async (form: FormData) => {
    await reset({ secret: secretOfAddress(), password: field(form, 'password') })
    location.assign('/')
  })
  return (
    <FrontFrame title={t`Choose a new password`} lead={t`Everywhere else you will be signed out.`}>
      <Form onSubmit={submit}>
        <NewPasswordField />
        {refusal && (
          <Notice tone="poor" isUrgent>
            {refusal}
          </Notice>
        )}
        <Button type="submit" tone="primary" size="large" isPending={isBusy}>
          <Trans>Keep it and sign in</Trans>
        </Button>
      </Form>
    </FrontFrame>
  )
}
