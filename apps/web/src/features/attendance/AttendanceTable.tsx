import type { Row } from '@ithaca/contract/attendance'
import { Trans, useLingui } from '@lingui/react/macro'
import { useReader } from '../../platform/signIn.tsx'
import { dayAndTime, lengthOf } from '../../platform/time.ts'
import { Link } from '../../ui/Link.tsx'
import { type Column, type Sort, Table } from '../../ui/Table.tsx'
import { exactLength } from './lengths.ts'
import { OutcomeBadge } from './OutcomeBadge.tsx'
import type { SortWord } from './queries.ts'

const sortOf: Record<SortWord, Sort> = {
  latest: { by: 'when', direction: 'descending' },
  earliest: { by: 'when', direction: 'ascending' },
  longest: { by: 'together', direction: 'descending' },
  shortest: { by: 'together', direction: 'ascending' },
}

type Props = { rows: readonly Row[]; sort: SortWord; onSort: (sort: SortWord) => void }

/** The sessions of a program, one a row, with what each came to. */
export function AttendanceTable({ rows, sort, onSort }: Props) {
  const { t } = useLingui()
  const columns: Column<Row>[] = [
    { id: 'when', title: t`When`, isRowHeader: true, isSortable: true, cell: (row) => <When row={row} /> },
    { id: 'mentor', title: t`Mentor`, cell: ({ mentors }) => mentors.join(', ') },
    { id: 'mentee', title: t`Mentee`, cell: ({ mentees }) => mentees.join(', ') },
    { id: 'together', title: t`Together`, isSortable: true, isNumber: true, cell: (row) => <Together row={row} /> },
    { id: 'outcome', title: t`Outcome`, cell: (row) => <OutcomeBadge {...row} /> },
  ]
  const turn = ({ by, direction }: Sort) => {
    const word = Object.entries(sortOf).find(([, one]) => one.by === by && one.direction === direction)?.[0]
    onSort(word as SortWord)
  }
  return (
    <Table
      label={t`Attendance`}
      columns={columns}
      rows={rows}
      rowKey={({ sessionId }) => sessionId}
      sort={sortOf[sort]}
      onSort={turn}
    />
  )
}

function When({ row }: { row: Row }) {
  const reader = useReader()
  return (
    <Link href={`/sessions/${row.sessionId}`}>
      <time dateTime={row.startsAt}>{dayAndTime(row.startsAt, reader)}</time>
    </Link>
  )
}

/** Rounded for the eye; exact under the pointer and for the ear. */
function Together({ row: { dyadMs, outcome } }: { row: Row }) {
  const { locale } = useReader()
  if (dyadMs === 0) return outcome === 'upcoming' ? '–' : lengthOf(0, locale)
  const exact = exactLength(dyadMs, locale)
  return (
    <span title={exact}>
      {lengthOf(dyadMs, locale)}
      <span className="sr-only">
        {' '}
        <Trans>(exactly {exact})</Trans>
      </span>
    </span>
  )
}
