import type { Account } from '@ithaca/contract'
import { accounts } from '@ithaca/contract/accounts'
import { useLocale } from 'react-aria-components/I18nProvider'
import { useSuspenseQuery } from '@tanstack/react-query'
import { asking, queryClient } from './query.ts'
import type { Reader } from './time.ts'

const whoAmI = asking(accounts.me)

/** The person who is signed in; every page behind the front door has one. */
export function useAccount(): Account {
  return useSuspenseQuery(whoAmI).data
}

/** How times are told to the person who is signed in: in the page's language, on their own clock. */
export function useReader(): Reader {
  const { locale } = useLocale()
  return { locale, zone: useAccount().zone }
}

/** Asks who is signed in, before the first page is shown. Throws `Refused` with `signInNeeded` when nobody is. */
export function loadAccount(): Promise<Account> {
  return queryClient.ensureQueryData({ ...whoAmI, revalidateIfStale: false })
}

/** Puts what a change of the account answered on every screen. */
export function keepAccount(account: Account): void {
  queryClient.setQueryData([...whoAmI.queryKey], account)
}
