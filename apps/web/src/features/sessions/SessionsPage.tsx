import type { ProgramId } from '@ithaca/contract'
import { Trans, useLingui } from '@lingui/react/macro'
import { CalendarDays, History } from 'lucide-react'
import { useFilters } from '../../platform/go.ts'
import { useAccount } from '../../platform/signIn.tsx'
import { Page } from '../../ui/Page.tsx'
import { Select } from '../../ui/Select.tsx'
import { Empty } from '../../ui/States.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import type { View } from './live.ts'
import { PlanButton } from './PlanButton.tsx'
import { SessionList } from './SessionList.tsx'

/** All sessions: those to come and those that were. */
export function SessionsPage() {
  const { t } = useLingui()
  const [filters, change] = useFilters()
  const { whose, choices } = useWhose(filters.get('program'))
  const scope = whose === 'own' ? {} : { programId: whose }
  const when = filters.get('when') === 'past' ? 'past' : 'coming'
  return (
    <Page title={t`Sessions`} actions={<PlanButton tone="primary" {...scope} />}>
      {choices.length > 1 && (
        <div className="max-w-sm">
          <Select label={t`Whose`} options={choices} value={whose} onChange={(program) => change({ program })} />
        </div>
      )}
      <Tabs
        label={t`Sessions`}
        selected={when}
        onSelect={(part) => change({ when: part === 'past' ? part : undefined })}
        parts={[
          { id: 'coming', title: t`Coming`, content: <Coming view={{ when: 'coming', ...scope }} /> },
          { id: 'past', title: t`Past`, content: <Past view={{ when: 'past', ...scope }} /> },
        ]}
      />
    </Page>
  )
}

/** The reader's own sessions, or those of a program they coordinate. */
function useWhose(wanted: string | null) {
  const { t } = useLingui()
  const { programs } = useAccount()
  const run = programs.filter(({ tie }) => tie === 'coordinator').map(({ id, name }) => ({ id, text: name }))
  const isPaired = run.length < programs.length || run.length === 0
  const choices: { id: ProgramId | 'own'; text: string }[] = [
    ...(isPaired ? [{ id: 'own' as const, text: t`My own` }] : []),
    ...run,
  ]
  const whose = choices.find(({ id }) => id === wanted)?.id ?? choices[0]?.id ?? 'own'
  return { whose, choices }
}

function Coming({ view }: { view: View }) {
  const { t } = useLingui()
  return (
    <SessionList
      view={view}
      label={t`Coming sessions`}
      empty={
        <Empty icon={CalendarDays} title={t`Nothing is planned`}>
          <p>
            <Trans>Plan the next session now, so that everybody knows when you meet.</Trans>
          </p>
        </Empty>
      }
    />
  )
}

function Past({ view }: { view: View }) {
  const { t } = useLingui()
  return (
    <SessionList
      view={view}
      label={t`Past sessions`}
      empty={
        <Empty icon={History} title={t`No session yet`}>
          <p>
            <Trans>What you have been through together will be listed here.</Trans>
          </p>
        </Empty>
      }
    />
  )
}
