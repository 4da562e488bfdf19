import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Count } from '../../ui/Badge.tsx'

/** How much is unread. */
export function Unread({ value }: { value: number }) {
  const { t } = useLingui()
  return <Count value={value} text={t`${plural(value, { one: '# unread message', other: '# unread messages' })}`} />
}
