import { useLingui } from '@lingui/react/macro'
import { TextField } from '../../ui/TextField.tsx'

/** A password that is being chosen: long rather than complicated. */
export function NewPasswordField() {
  const { t } = useLingui()
  return (
    <TextField
      label={t`New password`}
      description={t`At least 10 characters. A sentence you like is a good password.`}
      type="password"
      name="password"
      autoComplete="new-password"
      minLength={10}
      maxLength={200}
      isRequired
    />
  )
}
