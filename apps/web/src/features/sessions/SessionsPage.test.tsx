import { matches } from '@ithaca/contract/matches'
import { sessions } from '@ithaca/contract/sessions'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FakeServer } from '../../test/fake-server.ts'
import { show } from '../../test/house.tsx'
import { accountOf, ada, aSession, bo, cy, match, matchId, programId, sessionId } from '../../test/people.ts'
import { SessionsPage } from './SessionsPage.tsx'

let server: FakeServer

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-24T09:00:00Z') })
  server = FakeServer.open()
  server.on(matches.mine, () => [match])
  server.on(matches.inProgram, () => [match])
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('coming sessions are listed with the other person, and more come when asked', async () => {
  server.on(sessions.list, ({ query }) =>
    query.cursor === 'next'
      ? { items: [aSession(2, '2026-12-01T15:00:00.000Z', { topic: 'The second chapter' })], next: null }
      : { items: [aSession(1, '2026-11-24T15:00:00.000Z')], next: 'next' },
  )
  await show(<SessionsPage />, { reader: accountOf(ada, 'mentor'), at: '/sessions' })
  const list = await screen.findByRole('list', { name: 'Coming sessions' })
  const link = within(list).getByRole('link', { name: 'Bo Larsen' })
  expect(link.getAttribute('href')).toBe(`/sessions/${sessionId(1)}`)

  fireEvent.click(screen.getByRole('button', { name: 'Show more' }))
  expect(await within(list).findByText('The second chapter')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
})

test('past ones are a tab away, and the tab stands in the address', async () => {
  server.on(sessions.list, ({ query }) => ({
    items: query.when === 'past' ? [aSession(3, '2026-11-01T15:00:00.000Z', { topic: 'Long ago' })] : [],
    next: null,
  }))
  const { here } = await show(<SessionsPage />, { reader: accountOf(bo, 'mentee'), at: '/sessions' })
  expect(await screen.findByText('Nothing is planned')).toBeTruthy()
  fireEvent.click(screen.getByRole('tab', { name: 'Past' }))
  expect(await screen.findByText('Long ago')).toBeTruthy()
  expect(here()).toBe('/sessions?when=past')
})

test('a coordinator sees the sessions of the program', async () => {
  server.on(sessions.list, ({ query }) => ({
    items: query.programId === programId ? [aSession(1, '2026-11-24T15:00:00.000Z')] : [],
    next: null,
  }))
  await show(<SessionsPage />, { reader: accountOf(cy, 'coordinator'), at: '/sessions' })
  expect(await screen.findByRole('link', { name: 'Ada Mwangi and Bo Larsen' })).toBeTruthy()
})

test('a planned session stands in the list at once; a refused one keeps its form', async () => {
  server.on(sessions.list, () => ({ items: [], next: null }))
  server.refuse(sessions.plan, 'sessions.inThePast')
  await show(<SessionsPage />, { reader: accountOf(ada, 'mentor'), at: '/sessions' })
  await screen.findByText('Nothing is planned')

  fireEvent.click(screen.getByRole('button', { name: 'Plan a session' }))
  const form = within(await screen.findByRole('dialog', { name: 'Plan a session' }))
  fireEvent.change(await form.findByLabelText('Topic'), { target: { value: 'A new chapter' } })
  fireEvent.click(form.getByRole('button', { name: 'Plan it' }))
  expect((await form.findByRole('alert')).textContent).toContain('This time has passed.')

  server.on(sessions.plan, ({ params, body }) => {
    expect(params.matchId).toBe(matchId)
    expect(body).toMatchObject({ startsAt: '2026-11-25T14:00:00.000Z', minutes: 45, zone: ada.zone })
    return aSession(5, body.startsAt, { id: body.id, topic: body.topic })
  })
  fireEvent.click(form.getByRole('button', { name: 'Plan it' }))
  expect(await screen.findByText('A new chapter')).toBeTruthy()
  expect(screen.queryByRole('dialog')).toBeNull()
})
