import type { Match, ProgramId } from '@ithaca/contract'
import { Outcome } from '@ithaca/contract/attendance'
import { matches } from '@ithaca/contract/matches'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { asking } from '../../platform/query.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { outcomeTexts } from './outcomes.ts'
import type { SortWord, View } from './queries.ts'
import { isFiltered } from './view.ts'

type Props = {
  programId: ProgramId
  view: View
  change: (changes: Record<string, string | undefined>) => void
}

const all = 'all'

/** What of the table is shown, and in which order; kept in the address. */
export function Filters({ programId, view, change }: Props) {
  const { t, i18n } = useLingui()
  const known = useQuery(asking(matches.inProgram, { params: { programId } }))
  const sortTexts: Record<SortWord, string> = {
    latest: t`Latest first`,
    earliest: t`Earliest first`,
    longest: t`Longest together`,
    shortest: t`Shortest together`,
  }
  const pairs = (known.data ?? []).map((match) => ({ id: match.id, text: pairOf(match) }))
  const outcomes = Outcome.options.map((id) => ({ id, text: i18n._(outcomeTexts[id]) }))
  const pick = (name: string) => (value: string) => change({ [name]: value === all ? undefined : value })
  return (
    <section aria-label={t`Filters`} className="flex flex-col gap-3">
      <div className="grid grid-cols-2 items-start gap-x-4 gap-y-3 lg:grid-cols-5">
        <DayField label={t`From`} value={view.from} onChange={(from) => change({ from })} />
        <DayField label={t`Until`} value={view.to} onChange={(to) => change({ to: to ?? '' })} />
        <Select
          label={t`Match`}
          options={[{ id: all, text: t`All matches` }, ...pairs]}
          value={view.matchId ?? all}
          onChange={pick('match')}
        />
        <Select
          label={t`Outcome`}
          options={[{ id: all, text: t`All outcomes` }, ...outcomes]}
          value={view.outcome ?? all}
          onChange={pick('outcome')}
        />
        <Select
          label={t`Order`}
          options={Object.entries(sortTexts).map(([id, text]) => ({ id, text }))}
          value={view.sort}
          onChange={(sort) => change({ sort })}
        />
      </div>
      <div className="flex min-h-10 flex-wrap items-center justify-between gap-3">
        <p className="text-sm text-muted">
          <Trans>Days begin and end by universal time (UTC).</Trans>
        </p>
        {isFiltered(view) && (
          <Button
            size="small"
            tone="plain"
            icon={X}
            onPress={() => change({ from: undefined, to: '', match: undefined, outcome: undefined })}
          >
            <Trans>Show all</Trans>
          </Button>
        )}
      </div>
    </section>
  )
}

function pairOf({ people }: Match): string {
  return people.map(({ name }) => name).join(' · ')
}

type DayProps = { label: string; value: string | undefined; onChange: (day: string | undefined) => void }

function DayField({ label, value = '', onChange }: DayProps) {
  return <TextField type="date" label={label} value={value} onChange={(day) => onChange(day || undefined)} />
}
