import type { Account, Locale } from '@ithaca/contract'
import { accounts } from '@ithaca/contract/accounts'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../platform/api.ts'
import { languages, speak } from '../../platform/i18n.ts'
import { keepAccount, useAccount } from '../../platform/signIn.tsx'
import { forgetPrivate } from '../../platform/stored.ts'
import { setTheme, type Theme, theme } from '../../platform/theme.ts'
import { city, zones } from '../../platform/time.ts'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Button } from '../../ui/Button.tsx'
import { Clock } from '../../ui/Clock.tsx'
import { Answers, Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Select } from '../../ui/Select.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/toasts.ts'
import { field } from './secret.ts'

/** What concerns only me: how I am called, which language and clock I live by, how it looks, where I am signed in. */
export function SettingsPage() {
  const { t } = useLingui()
  return (
    <Page title={t`Settings`} width="narrow">
      <AboutMe />
      <Looks />
      <SignIns />
    </Page>
  )
}

function AboutMe() {
  const { t } = useLingui()
  const say = useRefusal()
  const account = useAccount()
  const [locale, setLocale] = useState(account.locale)
  const [zone, setZone] = useState(account.zone)
  const update = useMutation({
    mutationFn: (body: Pick<Account, 'name' | 'locale' | 'zone'>) => api(accounts.update, { body }),
    onSuccess: async (changed) => {
      await speak(changed.locale, 'all')
      keepAccount(changed)
      toast(t`Saved.`)
    },
  })
  return (
    <Sheet title={t`About you`}>
      <Form onSubmit={(form) => update.mutate({ name: field(form, 'name'), locale, zone })}>
        <TextField
          label={t`Name`}
          name="name"
          autoComplete="name"
          defaultValue={account.name}
          maxLength={80}
          isRequired
        />
        <LanguageChoice value={locale} onChange={setLocale} />
        <ZoneChoice value={zone} onChange={setZone} />
        {update.isError && (
          <Notice tone="poor" isUrgent>
            {say(update.error)}
          </Notice>
        )}
        <div>
          <Button type="submit" tone="primary" isPending={update.isPending}>
            <Trans>Save</Trans>
          </Button>
        </div>
      </Form>
    </Sheet>
  )
}

function LanguageChoice({ value, onChange }: { value: Locale; onChange: (locale: Locale) => void }) {
  const { t } = useLingui()
  const options = Object.entries(languages).map(([id, { name }]) => ({ id: id as Locale, text: name }))
  return <Select label={t`Language`} options={options} value={value} onChange={onChange} />
}

function ZoneChoice({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const { t } = useLingui()
  const options = zones(value)
    .map((id) => ({ id, text: id.includes('/') ? `${city(id)} · ${id.split('/')[0]}` : id }))
    .sort((one, other) => one.text.localeCompare(other.text))
  return (
    <Select
      label={t`Time zone`}
      description={
        <Trans>
          It is <Clock zone={value} /> there now.
        </Trans>
      }
      options={options}
      value={value}
      onChange={onChange}
    />
  )
}

function Looks() {
  const { t } = useLingui()
  const [shown, setShown] = useState(theme)
  const options = [
    { id: 'system', text: t`As the device` },
    { id: 'light', text: t`Light` },
    { id: 'dark', text: t`Dark` },
  ] as const
  const show = (next: Theme) => {
    setTheme(next)
    setShown(next)
  }
  return (
    <Sheet title={t`How it looks`}>
      <Select label={t`Theme`} options={options} value={shown} onChange={show} />
    </Sheet>
  )
}

function SignIns() {
  const { t } = useLingui()
  const say = useRefusal()
  const [isAsking, setAsking] = useState(false)
  const leave = useMutation({
    mutationFn: () => api(accounts.signOutEverywhere),
    onSuccess: () => {
      forgetPrivate()
      location.assign('/sign-in')
    },
  })
  return (
    <Sheet title={t`Where you are signed in`}>
      <p className="text-muted">
        <Trans>If a device is lost or was borrowed, end every sign-in at once, this one too.</Trans>
      </p>
      {leave.isError && (
        <Notice tone="poor" isUrgent>
          {say(leave.error)}
        </Notice>
      )}
      <div>
        <Button onPress={() => setAsking(true)}>
          <Trans>Sign out everywhere</Trans>
        </Button>
        <Dialog title={t`Sign out everywhere?`} role="alertdialog" isOpen={isAsking} onOpenChange={setAsking}>
          {(close) => (
            <Answers>
              <Button onPress={close}>
                <Trans>Stay signed in</Trans>
              </Button>
              <Button tone="danger" isPending={leave.isPending} onPress={() => leave.mutate()}>
                <Trans>Sign out everywhere</Trans>
              </Button>
            </Answers>
          )}
        </Dialog>
      </div>
    </Sheet>
  )
}
