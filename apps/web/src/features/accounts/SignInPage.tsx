import { Trans, useLingui } from '@lingui/react/macro'
import { MailCheck } from 'lucide-react'
import { useState } from 'react'
import { safeNext } from '../../platform/next.ts'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { Link } from '../../ui/Link.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { FrontFrame } from './FrontFrame.tsx'
import { askLink, signIn } from './queries.ts'
import { field } from './secret.ts'
import { useSubmit } from './useSubmit.ts'

/** The front door. */
export function SignInPage() {
  const { t } = useLingui()
  const [email, setEmail] = useState('')
  const [sentTo, setSentTo] = useState<string>()
  const entry = useSubmit(async (form: FormData) => {
    await signIn({ email, password: field(form, 'password') })
    location.assign(safeNext(new URLSearchParams(location.search).get('next')))
  })
  const [isMissing, setMissing] = useState(false)
  const write = (text: string) => {
    setEmail(text)
    setMissing(false)
  }
  const link = useSubmit(async () => {
    setMissing(!email.includes('@'))
    if (!email.includes('@')) return
    await askLink(email)
    setSentTo(email)
  })
  const refusal = entry.refusal ?? link.refusal
  return (
    <FrontFrame title={t`Welcome back`} lead={t`Sign in to meet, talk and go on where you stopped.`}>
      <Form onSubmit={entry.submit}>
        <TextField
          label={t`Email`}
          type="email"
          name="email"
          autoComplete="username"
          isRequired
          value={email}
          onChange={write}
          {...(isMissing && { error: t`Please write your email here first.` })}
        />
        <TextField label={t`Password`} type="password" name="password" autoComplete="current-password" isRequired />
        {refusal && (
          <Notice tone="poor" isUrgent>
            {refusal}
          </Notice>
        )}
        {sentTo && (
          <Notice tone="good" icon={MailCheck}>
            <Trans>If there is an account for {sentTo}, a link to sign in is on its way.</Trans>
          </Notice>
        )}
        <div className="flex flex-col gap-3">
          <Button type="submit" tone="primary" size="large" isPending={entry.isBusy}>
            <Trans>Sign in</Trans>
          </Button>
          <Button onPress={() => void link.submit()} isPending={link.isBusy}>
            <Trans>Email me a link</Trans>
          </Button>
        </div>
        <p className="text-sm">
          <Link href="/reset">
            <Trans>I forgot my password</Trans>
          </Link>
        </p>
      </Form>
    </FrontFrame>
  )
}
