import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Table } from './Table.tsx'

afterEach(cleanup)

const columns = [
  { id: 'name', title: 'Name', cell: (row: { name: string }) => row.name, isRowHeader: true, isSortable: true },
  { id: 'length', title: 'Length', cell: (row: { name: string }) => row.name.length, isNumber: true },
]

test('a table is named, its rows are named by their first cell, and a column turns its order', () => {
  const sorted = vi.fn()
  render(
    <Table
      label="Attendance"
      columns={columns}
      rows={[{ name: 'Ada' }, { name: 'Bo' }]}
      rowKey={({ name }) => name}
      sort={{ by: 'name', direction: 'ascending' }}
      onSort={sorted}
    />,
  )
  const table = screen.getByRole('table', { name: 'Attendance' })
  expect(within(table).getByRole('row', { name: 'Bo 2' })).toBeTruthy()
  expect(screen.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('ascending')

  fireEvent.click(screen.getByRole('button', { name: 'Name' }))
  expect(sorted).toHaveBeenCalledWith({ by: 'name', direction: 'descending' })
  expect(screen.queryByRole('button', { name: 'Length' })).toBeNull()
})
