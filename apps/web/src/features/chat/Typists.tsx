import type { Conversation } from '@ithaca/contract'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useLocale } from 'react-aria-components/I18nProvider'
import { useTyping } from './typing.ts'

/** Who is writing just now; the line keeps its place, so that nothing jumps. */
export function Typists({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const { locale } = useLocale()
  const typing = useTyping(conversation)
  const names = new Intl.ListFormat(locale).format(typing)
  const count = typing.length
  return (
    <p aria-live="off" className="h-6 truncate px-4 text-sm text-muted sm:px-6">
      {count > 0 && t`${plural(count, { one: `${names} is writing`, other: `${names} are writing` })}`}
    </p>
  )
}
