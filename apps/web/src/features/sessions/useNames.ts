import { useLocale } from 'react-aria-components/I18nProvider'

/** The names of people as one would say them: "Sam and Kim". */
export function useNames(): (people: readonly { name: string }[]) => string {
  const { locale } = useLocale()
  return (people) => new Intl.ListFormat(locale).format(people.map(({ name }) => name))
}
