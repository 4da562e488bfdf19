import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'

export type Sort = { by: string; direction: 'ascending' | 'descending' }

export type Column<Row> = {
  id: string
  title: string
  cell: (row: Row) => ReactNode
  /** Names the row; the first column of most tables. */
  isRowHeader?: boolean
  isSortable?: boolean
  /** Numbers stand at the end, one under the other. */
  isNumber?: boolean
}

type Props<Row> = {
  /** The table's name, for people who do not see where it stands. */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sort?: Sort
  onSort?: (sort: Sort) => void
}

/**
 * Rows and columns. On a narrow screen each row becomes a small sheet with the column titles inside, and the roles
 * are said aloud because a browser forgets them once a row is no longer laid out as one.
 */
export function Table<Row>({ label, columns, rows, rowKey, sort, onSort }: Props<Row>) {
  return (
    <div className="sheet table-narrow overflow-x-auto">
      {/* biome-ignore lint: the roles survive `display: block`. */}
      <table role="table" aria-label={label} className="w-full border-collapse text-start text-sm">
        <thead role="rowgroup">
          <tr role="row" className="border-b border-line">
            {columns.map((column) => (
              <ColumnTitle
                key={column.id}
                column={column}
                {...(sort?.by === column.id && { direction: sort.direction })}
                {...(onSort && { onSort })}
              />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row" className="hover:bg-accent-tint/40">
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type TitleProps<Row> = {
  column: Column<Row>
  direction?: Sort['direction']
  onSort?: (sort: Sort) => void
}

function ColumnTitle<Row>({ column, direction, onSort }: TitleProps<Row>) {
  const turn = direction === 'ascending' ? 'descending' : 'ascending'
  const Arrow = direction ? { ascending: ArrowUp, descending: ArrowDown }[direction] : ChevronsUpDown
  const place = column.isNumber ? 'text-end' : 'text-start'
  return (
    <th
      role="columnheader"
      scope="col"
      {...(column.isSortable && { 'aria-sort': direction ?? 'none' })}
      className={`px-4 py-2 text-xs font-[560] whitespace-nowrap text-muted ${place}`}
    >
      {column.isSortable && onSort ? (
        <button
          type="button"
          onClick={() => onSort({ by: column.id, direction: turn })}
          className="touch -mx-2 inline-flex cursor-pointer items-center gap-1.5 rounded-sm px-2 hover:text-ink"
        >
          {column.title}
          <Arrow aria-hidden className="size-3.5" />
        </button>
      ) : (
        column.title
      )}
    </th>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const place = column.isNumber ? 'text-end tabular-nums' : 'text-start'
  const content = <div>{column.cell(row)}</div>
  return column.isRowHeader ? (
    <th role="rowheader" scope="row" data-label={column.title} className={`px-4 py-3 font-[560] ${place}`}>
      {content}
    </th>
  ) : (
    <td role="cell" data-label={column.title} className={`px-4 py-3 ${place}`}>
      {content}
    </td>
  )
}
