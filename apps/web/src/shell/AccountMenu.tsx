import { accounts } from '@ithaca/contract/accounts'
import { useLingui } from '@lingui/react/macro'
import { LogOut, Monitor, Moon, Settings, Sun } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { api } from '../platform/api.ts'
import { useAccount } from '../platform/signIn.tsx'
import { forgetPrivate } from '../platform/stored.ts'
import { setTheme, theme } from '../platform/theme.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Menu } from '../ui/Menu.tsx'

/** Whose page this is, and what concerns only them. */
export function AccountMenu() {
  const { t } = useLingui()
  const account = useAccount()
  const [shown, setShown] = useState(theme)
  const show = (next: typeof shown) => {
    setTheme(next)
    setShown(next)
  }
  const looks = [
    { id: 'light', text: t`Light`, icon: Sun, onAction: () => show('light') },
    { id: 'dark', text: t`Dark`, icon: Moon, onAction: () => show('dark') },
    { id: 'system', text: t`As the device`, icon: Monitor, onAction: () => show('system') },
  ]
  return (
    <Menu
      label={t`Account`}
      head={account.email}
      trigger={
        <Button className="touch flex cursor-pointer items-center gap-3 rounded-full text-start hover:bg-sunken sm:w-full sm:pe-4">
          <Avatar name={account.name} />
          <span className="sr-only">{t`Account of`} </span>
          <span className="sr-only min-w-0 flex-1 truncate text-sm sm:not-sr-only">{account.name}</span>
        </Button>
      }
      groups={[
        [{ id: 'settings', text: t`Settings`, icon: Settings, href: '/settings' }],
        looks.filter(({ id }) => id !== shown),
        [{ id: 'sign-out', text: t`Sign out`, icon: LogOut, onAction: () => void signOut() }],
      ]}
    />
  )
}

async function signOut(): Promise<void> {
  forgetPrivate()
  await api(accounts.signOut).finally(() => location.assign('/sign-in'))
}
