import type { Conversation } from '@ithaca/contract'
import { useLocale } from 'react-aria-components/I18nProvider'
import { useAccount } from '../../platform/signIn.tsx'

/** A conversation is called by the other people in it: "Sam and Kim". */
export function useTitle(): (conversation: Conversation) => string {
  const { locale } = useLocale()
  const { id } = useAccount()
  return ({ people }) =>
    new Intl.ListFormat(locale).format(people.filter((person) => person.id !== id).map(({ name }) => name))
}
