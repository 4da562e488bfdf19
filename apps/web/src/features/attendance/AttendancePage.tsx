import type { ProgramId } from '@ithaca/contract'
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ClipboardCheck, Download as DownloadIcon } from 'lucide-react'
import { useFilters } from '../../platform/go.ts'
import { useAccount } from '../../platform/signIn.tsx'
import { useNow } from '../../platform/time.ts'
import { useRefusal } from '../../platform/useRefusal.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { Empty, ErrorState, Loading } from '../../ui/States.tsx'
import { AttendanceTable } from './AttendanceTable.tsx'
import { Filters } from './Filters.tsx'
import { csvAddress, rowsOf, type View } from './queries.ts'
import { isFiltered, viewOf } from './view.ts'

type Change = (changes: Record<string, string | undefined>) => void

/** What the sessions of a program came to: who was there, and how long together. */
export function AttendancePage({ programId }: { programId: ProgramId }) {
  const { t } = useLingui()
  const { programs } = useAccount()
  const [filters, change] = useFilters()
  const today = new Date(useNow(60_000)).toISOString().slice(0, 10)
  const view = viewOf(filters, today)
  const program = programs.find(({ id, tie }) => id === programId && tie === 'coordinator')
  return (
    <Page
      title={t`Attendance`}
      width="wide"
      lead={program?.name}
      actions={program && <Download programId={programId} view={view} />}
    >
      {program && <Filters programId={programId} view={view} change={change} />}
      <Rows programId={programId} view={view} change={change} />
    </Page>
  )
}

function Download({ programId, view }: { programId: ProgramId; view: View }) {
  return (
    <LinkButton href={csvAddress(programId, view)} download="attendance.csv" icon={DownloadIcon}>
      <Trans>Download as CSV</Trans>
    </LinkButton>
  )
}

function Rows({ programId, view, change }: { programId: ProgramId; view: View; change: Change }) {
  const { t } = useLingui()
  const say = useRefusal()
  const list = useInfiniteQuery(rowsOf(programId, view))
  if (list.isPending) return <Loading lines={9} />
  if (list.isError && !list.data) return <ErrorState text={say(list.error)} onRetry={() => void list.refetch()} />
  const rows = list.data.pages.flatMap(({ items }) => items)
  const count = rows.length
  if (count === 0) {
    return (
      <Empty icon={ClipboardCheck} title={isFiltered(view) ? t`No session fits these filters` : t`No session yet`}>
        <p>
          <Trans>Every session stands here from the moment it is planned, with what it came to.</Trans>
        </p>
      </Empty>
    )
  }
  return (
    <div className="flex flex-col items-start gap-4">
      <div className="w-full">
        <AttendanceTable rows={rows} sort={view.sort} onSort={(sort) => change({ sort })} />
      </div>
      {list.isFetchNextPageError && <ErrorState text={say(list.error)} />}
      <div className="flex flex-wrap items-center gap-4">
        {list.hasNextPage && (
          <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            <Trans>Show more</Trans>
          </Button>
        )}
        <p role="status" className="text-sm text-muted">
          {list.hasNextPage
            ? t`${plural(count, { one: '# session shown, there are more', other: '# sessions shown, there are more' })}`
            : t`${plural(count, { one: '# session, all shown', other: '# sessions, all shown' })}`}
        </p>
      </div>
    </div>
  )
}
