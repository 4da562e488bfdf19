import type { Row } from '@ithaca/contract'
import { attendance } from '@ithaca/contract/attendance'
import { matches } from '@ithaca/contract/matches'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FakeServer } from '../../test/fake-server.ts'
import { show } from '../../test/house.tsx'
import { accountOf, cy, match, matchId, programId, sessionId } from '../../test/people.ts'
import { AttendancePage } from './AttendancePage.tsx'

const held: Row = {
  sessionId: sessionId(1),
  matchId,
  topic: 'The first chapter',
  startsAt: '2026-11-23T10:00:00.000Z',
  endsAt: '2026-11-23T10:30:00.000Z',
  mentors: ['Ada Mwangi'],
  mentees: ['Bo Larsen'],
  outcome: 'held',
  final: false,
  corrected: false,
  dyadMs: 1_361_000,
}
const excused: Row = { ...held, sessionId: sessionId(2), outcome: 'excused', corrected: true, final: true, dyadMs: 0 }
let server: FakeServer

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-24T09:00:00Z') })
  server = FakeServer.open()
  server.on(matches.inProgram, () => [match])
  server.on(attendance.list, () => ({ items: [held, excused], next: null }))
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function look(search = '') {
  const at = `/programs/${programId}/attendance${search}`
  return show(<AttendancePage programId={programId} />, { reader: accountOf(cy, 'coordinator'), at })
}

async function rows(): Promise<string[]> {
  const table = await screen.findByRole('table', { name: 'Attendance' })
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map(({ textContent }) => textContent.replaceAll(/\s/gu, ' '))
}

test('each session tells when, who, how long together, and what it came to', async () => {
  await look()
  expect(await rows()).toEqual([
    'Nov 23, 2026, 11:00 AMAda MwangiBo Larsen23 min (exactly 22 min, 41 sec)Heldprovisional',
    'Nov 23, 2026, 11:00 AMAda MwangiBo Larsen0 minExcusedcorrected',
  ])
  const [link] = screen.getAllByRole('link', { name: /Nov 23/ })
  expect(link?.getAttribute('href')).toBe(`/sessions/${held.sessionId}`)
})

test('the filters of the address are asked for, and the spreadsheet holds the same', async () => {
  await look(`?from=2026-09-01&to=2026-09-30&match=${matchId}&outcome=held&sort=longest`)
  await rows()
  const query = `from=2026-09-01&to=2026-09-30&matchId=${matchId}&outcome=held&sort=longest`
  expect(server.asked).toContain(`GET /api/programs/${programId}/attendance?${query}`)
  const csv = screen.getByRole('link', { name: 'Download as CSV' })
  expect(csv.getAttribute('href')).toBe(`/api/programs/${programId}/attendance.csv?${query}`)
})

test('a filter and an order go into the address', async () => {
  const { here } = await look()
  await rows()
  fireEvent.change(screen.getByLabelText('From'), { target: { value: '2026-10-01' } })
  await waitFor(() => expect(here()).toContain('from=2026-10-01'))
  await rows()
  fireEvent.click(screen.getByRole('button', { name: 'Together' }))
  await waitFor(() => expect(here()).toContain('sort=shortest'))
  fireEvent.click(screen.getByRole('button', { name: 'Show all' }))
  await waitFor(() => expect(here()).toBe(`/programs/${programId}/attendance?sort=shortest&to=`))
})

test('more rows follow the last one', async () => {
  server.on(attendance.list, ({ query }) =>
    query.cursor === 'next' ? { items: [excused], next: null } : { items: [held], next: 'next' },
  )
  await look()
  expect(await rows()).toHaveLength(1)
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }))
  await waitFor(async () => expect(await rows()).toHaveLength(2))
  expect(screen.getByText('2 sessions, all shown')).toBeTruthy()
})

test('nothing, and nothing that may be read, are said in words', async () => {
  server.on(attendance.list, () => ({ items: [], next: null }))
  await look()
  expect(await screen.findByText('No session fits these filters')).toBeTruthy()
  cleanup()
  server.refuse(attendance.list, 'notFound')
  await look()
  expect((await screen.findByRole('alert')).textContent).toContain('not meant for you')
})
