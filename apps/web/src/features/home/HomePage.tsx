import { useLingui } from '@lingui/react/macro'
import { dayName, useNow } from '../../platform/time.ts'
import { useAccount, useReader } from '../../platform/signIn.tsx'
import { Page } from '../../ui/Page.tsx'
import { CoordinatorHome } from './CoordinatorHome.tsx'
import { PairHome } from './PairHome.tsx'

/** The first screen: what happens next, for whoever is looking. */
export function HomePage() {
  const { t } = useLingui()
  const account = useAccount()
  const reader = useReader()
  const today = new Date(useNow(60_000)).toISOString()
  const run = account.programs.filter(({ tie }) => tie === 'coordinator')
  const isPaired = account.programs.length === 0 || run.length < account.programs.length
  const [firstName = account.name] = account.name.split(' ')
  return (
    <Page title={t`Hello, ${firstName}`} windowTitle={t`Home`} lead={dayName(today, reader)}>
      {isPaired && <PairHome />}
      {run.map(({ id, name }) => (
        <CoordinatorHome key={id} programId={id} name={name} />
      ))}
    </Page>
  )
}
