import { expect, test } from 'vitest'
import { matchId } from '../../test/people.ts'
import { isFiltered, viewOf } from './view.ts'

const today = '2026-11-24'
const read = (address: string) => viewOf(new URLSearchParams(address), today)

test('the address is read, and what makes no sense in it is left out', () => {
  expect(read(`from=2026-09-01&to=2026-09-30&match=${matchId}&outcome=held&sort=longest`)).toEqual({
    from: '2026-09-01',
    to: '2026-09-30',
    matchId,
    outcome: 'held',
    sort: 'longest',
  })
  expect(read('from=yesterday&match=1&outcome=fine&sort=random')).toEqual({ to: today, sort: 'latest' })
})

test('the last day is today unless another is named, or none', () => {
  expect(read('').to).toBe(today)
  expect(read('to=').to).toBeUndefined()
  expect([isFiltered(read('')), isFiltered(read('to='))]).toEqual([true, false])
})
