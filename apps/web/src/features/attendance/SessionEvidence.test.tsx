import type { Correction } from '@ithaca/contract'
import { attendance } from '@ithaca/contract/attendance'
import { sessions } from '@ithaca/contract/sessions'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { attempt, evidenceOf, heldIntervals, session, stretch } from '../../test/evidence.ts'
import { FakeServer } from '../../test/fake-server.ts'
import { show } from '../../test/house.tsx'
import { accountOf, ada, bo, cy } from '../../test/people.ts'
import { SessionAttendance } from './door.tsx'
import type { Evidence } from './evidence.ts'

let server: FakeServer

beforeEach(() => {
  server = FakeServer.open()
  server.on(sessions.get, () => session)
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function look(evidence: Evidence, reader = accountOf(ada, 'mentor')) {
  server.on(attendance.ofSession, () => evidence)
  await show(<SessionAttendance sessionId={session.id} />, { reader })
  return within(await screen.findByRole('region', { name: 'Attendance' }))
}

/** What stands beside the title. */
function outcome(): string | undefined {
  return screen.getByRole('region', { name: 'Attendance' }).querySelector('header > span')?.textContent
}

function sentences(): string[] {
  const [list] = screen.getAllByRole('list')
  return within(list as HTMLElement)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent.replaceAll(/[\u2068\u2069]/g, ''))
}

test('a held session is explained with its numbers', async () => {
  const page = await look(evidenceOf(heldIntervals))
  expect(outcome()).toBe('Held')
  expect(page.getByText('together; exactly 23 min')).toBeTruthy()
  expect(sentences()).toEqual([
    'Mentor and mentee were there together for 23 min, in 1 stretch.',
    'That is at least the 15 min the rule asks for, so the session was held.',
    'Ada Mwangi was there for 33 min.',
    'Bo Larsen was there for 23 min.',
    'Bo Larsen lost the connection for a moment: 1 gap of up to 30 sec counted as presence.',
    'Bo Larsen came 7 min after the start; more than 5 min counts as late.',
  ])
})

test('who tried and failed is not blamed', async () => {
  const tries = ['10:01:00', '10:04:00', '10:09:00'].map((at) => attempt(bo.id, 'join', at))
  await look(
    evidenceOf(
      [stretch(ada.id, 1, ['09:58:00', '10:30:00']), stretch(bo.id, 2, ['10:09:00', '10:09:40'])],
      [...tries, attempt(bo.id, 'connectionFailed', '10:01:10')],
    ),
  )
  expect(outcome()).toBe('Technical failure')
  expect(sentences().at(-1)).toBe(
    'Bo Larsen wanted to come (4 tries) but was connected for 40 sec, less than 1 min. That is a technical failure: it asks for help and blames nobody.',
  )
})

test('the timeline says in a table what it draws', async () => {
  await look(evidenceOf(heldIntervals, [attempt(bo.id, 'deviceBlocked', '10:06:00')]))
  expect(screen.getByRole('img', { name: /^Timeline of the session planned for/ })).toBeTruthy()
  fireEvent.click(screen.getByText('The timeline as a table'))
  const rows = within(screen.getByRole('table', { name: 'Timeline' }))
    .getAllByRole('row')
    .slice(1)
  expect(rows.map(({ textContent }) => textContent.replaceAll(/\s/gu, ' '))).toEqual([
    '12:58:00 PM1:31:00 PMAda MwangiThere33 min',
    '1:06:00 PM–Bo LarsenCamera or microphone was blocked–',
    '1:07:00 PM1:12:00 PMBo LarsenThere5 min',
    '1:12:20 PM1:30:00 PMBo LarsenThere17 min, 40 sec',
  ])
})

test('a coordinator corrects; the measured outcome stays beside the word and its reason', async () => {
  const page = await look(evidenceOf([]), accountOf(cy, 'coordinator'))
  expect(outcome()).toBe('Nobody came')
  server.on(attendance.correct, ({ body }): Correction => {
    return { ...body, byName: 'Cy Ortiz', at: '2026-11-24T09:00:00.000Z' }
  })

  fireEvent.click(page.getByRole('button', { name: 'Correct' }))
  const form = within(screen.getByRole('dialog', { name: 'Correct the outcome' }))
  fireEvent.change(form.getByLabelText('Outcome'), { target: { value: 'excused' } })
  fireEvent.change(form.getByLabelText('Reason'), { target: { value: 'The school was closed.' } })
  fireEvent.click(form.getByRole('button', { name: 'Correct it' }))

  expect(await screen.findByText('Measured: Nobody came')).toBeTruthy()
  expect(screen.getByText('The school was closed.').closest('blockquote')).toBeTruthy()
  expect(outcome()).toBe('Excusedcorrected')
})

test('the pair sees the verdict and does not correct it', async () => {
  const page = await look(evidenceOf([]), accountOf(bo, 'mentee'))
  expect(outcome()).toBe('Nobody came')
  expect(page.queryByRole('button', { name: 'Correct' })).toBeNull()
})
