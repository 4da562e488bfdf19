import { chat } from '@ithaca/contract/chat'
import { sessions } from '@ithaca/contract/sessions'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FakeServer } from '../../test/fake-server.ts'
import { show } from '../../test/house.tsx'
import { accountOf, ada, aSession, bo, cy } from '../../test/people.ts'
import { SessionPage } from './SessionPage.tsx'

const start = '2026-11-24T15:00:00.000Z'
const session = aSession(1, start)
let server: FakeServer

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  server = FakeServer.open()
  server.refuse(chat.ofMatch, 'notFound')
  server.on(sessions.get, () => session)
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function look(at: string, reader = accountOf(ada, 'mentor')) {
  vi.setSystemTime(at)
  await show(<SessionPage sessionId={session.id} />, { reader, at: `/sessions/${session.id}` })
  await screen.findByRole('heading', { level: 1, name: 'The first chapter' })
}

test('both clocks are shown', async () => {
  await look('2026-11-24T09:00:00Z')
  expect(screen.getByText(/^6:00\s–\s6:30\sPM$/u)).toBeTruthy()
  expect(screen.getByText(/^For \u2068Bo Larsen\u2069 in \u2068Oslo\u2069: 4:00\s–\s4:30\sPM$/u)).toBeTruthy()
})

test('before the door opens nobody can join, and it says when it will', async () => {
  await look('2026-11-24T14:44:30Z')
  const join = screen.getByRole<HTMLButtonElement>('button', { name: 'Join session' })
  expect(join.disabled).toBe(true)
  expect(screen.getByText(/^The door opens at 5:45\sPM\.$/u)).toBeTruthy()

  vi.setSystemTime('2026-11-24T14:45:00Z')
  const link = await screen.findByRole('link', { name: 'Join session' }, { timeout: 3000 })
  expect(link.getAttribute('href')).toBe(`/sessions/${session.id}/call`)
})

test('who runs over may come back for a while, and then nobody joins', async () => {
  await look('2026-11-24T15:59:00Z')
  expect(screen.getByRole('link', { name: 'Join session' })).toBeTruthy()
  cleanup()
  await look('2026-11-24T16:00:00Z')
  expect(screen.queryByRole('link', { name: 'Join session' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Join session' })).toBeNull()
})

test('who is asked accepts, and the screen follows the answer of the server', async () => {
  const people = (answer: 'waiting' | 'accepted') => [
    { ...ada, answer: 'accepted' as const },
    { ...bo, answer },
  ]
  server.on(sessions.get, () => ({ ...session, people: people('waiting') }))
  server.on(sessions.answer, ({ body }) => {
    expect(body).toEqual({ answer: 'accepted' })
    return { ...session, people: people('accepted') }
  })
  await look('2026-11-24T09:00:00Z', accountOf(bo, 'mentee'))
  fireEvent.click(screen.getByRole('button', { name: 'Accept' }))
  expect(await screen.findByText('You said yes.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull()
})

test('a coordinator is asked for no answer', async () => {
  await look('2026-11-24T09:00:00Z', accountOf(cy, 'coordinator'))
  expect(screen.queryByRole('button', { name: 'Decline' })).toBeNull()
  expect(screen.queryByRole('link', { name: 'Goals' })).toBeNull()
})

test('a begun session is neither moved nor cancelled', async () => {
  await look('2026-11-24T14:59:30Z')
  expect(screen.getByRole('button', { name: 'Cancel' })).toBeTruthy()
  cleanup()
  await look('2026-11-24T15:00:00Z')
  expect(screen.queryByRole('button', { name: 'Move' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull()
})

test('a cancelled session says why', async () => {
  const cancelled = { reason: 'ill', words: 'I have a fever.', at: '2026-11-24T08:00:00.000Z' } as const
  server.on(sessions.get, () => aSession(1, start, { state: 'cancelled', cancelled }))
  await look('2026-11-24T09:00:00Z')
  expect(screen.getByText(/Reason: Somebody is ill\.$/)).toBeTruthy()
  expect(screen.getByText('I have a fever.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Join session' })).toBeNull()
})

test('a stranger learns nothing, and may try again', async () => {
  server.refuse(sessions.get, 'notFound')
  await show(<SessionPage sessionId={session.id} />, { reader: accountOf(cy, 'mentor') })
  expect((await screen.findByRole('alert')).textContent).toContain('This is not here, or not meant for you.')
  server.on(sessions.get, () => session)
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(screen.getByRole('heading', { level: 1, name: 'The first chapter' })).toBeTruthy())
})
