import { sessions } from '@ithaca/contract/sessions'
import { accounts } from '@ithaca/contract/accounts'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { speak } from '../../platform/i18n.ts'
import { asking, queryClient } from '../../platform/query.ts'
import { Words } from '../../platform/Words.tsx'
import { CallPage } from './CallPage.tsx'
import { bo, consumable, FakeServer, sessionId } from './engine.fakes.ts'

const { parts } = vi.hoisted(() => ({ parts: { now: undefined as unknown } }))
vi.mock('./parts.ts', () => ({ engineParts: () => parts.now }))
vi.mock('../chat/door.tsx', () => ({
  ConversationPanel: () => <p>The conversation itself</p>,
  UnreadCount: () => <span>2 unread messages</span>,
}))

const person = { id: bo.userId, name: 'Bo', tie: 'mentee', answer: 'accepted', zone: 'Europe/Warsaw' } as const
let server: FakeServer

beforeEach(async () => {
  vi.stubGlobal('MediaStream', class {})
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }))
  const observer = class {
    observe() {}
    disconnect() {}
  }
  vi.stubGlobal('ResizeObserver', observer)
  vi.stubGlobal('IntersectionObserver', observer)
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue()
  server = new FakeServer()
  server.consumers = [consumable('camera'), consumable('microphone')]
  queryClient.setQueryData([...asking(accounts.me).queryKey], {
    id: '00000000-0000-4000-8000-000000000003',
    name: 'Ada',
    locale: 'en',
    zone: 'UTC',
    programs: [],
  } as never)
  queryClient.setQueryData([...asking(sessions.get, { params: { sessionId } }).queryKey], {
    id: sessionId,
    topic: 'The interview',
    startsAt: '2026-11-24T18:00:00.000Z',
    endsAt: '2026-11-24T18:45:00.000Z',
    people: [person],
  } as never)
  await speak('en', 'all')
})

afterEach(() => {
  cleanup()
  queryClient.clear()
  vi.unstubAllGlobals()
})

async function open() {
  parts.now = server.parts()
  render(
    <QueryClientProvider client={queryClient}>
      <Words>
        <CallPage sessionId={sessionId} />
      </Words>
    </QueryClientProvider>,
  )
  await screen.findByRole('button', { name: 'Join now' })
  await vi.waitFor(() => expect(server.names()).toContain('call.prepare'))
}

async function join() {
  await open()
  fireEvent.click(screen.getByRole('button', { name: 'Join now' }))
  const call = await screen.findByRole('region', { name: 'Call' })
  act(() => server.paths('connected'))
  return within(call)
}

test('the lobby shows whom one will meet, and is operated by the names that automation knows', async () => {
  await open()
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('The interview')
  expect(screen.getByText('Bo')).toBeTruthy()
  const camera = await screen.findByRole<HTMLInputElement>('switch', { name: 'Camera' })
  await vi.waitFor(() => expect(camera.checked).toBe(true))
  fireEvent.click(camera)
  expect(await screen.findByText('The others will hear you, and see your name.')).toBeTruthy()
})

test('a blocked camera is said with its remedy, and a second try brings it', async () => {
  server.media.broken.set('video', 'NotAllowedError')
  await open()
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('The browser blocks your camera.')
  server.media.broken.clear()
  fireEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('The others will see and hear you.')).toBeTruthy()
})

test('a refused join stays in the lobby and says why', async () => {
  server.refusals.set('call.join', ['sessions.notOpenYet'])
  await open()
  fireEvent.click(screen.getByRole('button', { name: 'Join now' }))
  expect((await screen.findByRole('alert')).textContent).toContain('not open yet')
  expect(screen.getByRole('button', { name: 'Join now' })).toBeTruthy()
})

test('everybody is a group with their video, once, whatever number of devices they brought', async () => {
  const second = { ...bo, id: '00000000-0000-4000-8000-000000000021' as typeof bo.id }
  server.seats = [bo, second]
  server.consumers.push({ ...consumable('camera'), seatId: second.id })
  const call = await join()
  const tile = await call.findByRole('group', { name: 'Bo' })
  await vi.waitFor(() => expect(tile.querySelectorAll('video')).toHaveLength(1))
  expect(call.getByRole('group', { name: 'Ada' }).querySelector('video')).not.toBeNull()
  expect(call.getAllByRole('group')).toHaveLength(2)
})

test.each([
  ['Mute microphone', 'Unmute microphone'],
  ['Turn camera off', 'Turn camera on'],
  ['Share screen', 'Stop sharing'],
  ['Raise hand', 'Lower hand'],
])('%s turns into %s, and back', async (one, other) => {
  vi.stubGlobal('navigator', { ...navigator, mediaDevices: server.media, languages: ['en'] })
  const call = await join()
  fireEvent.click(await call.findByRole('button', { name: one }))
  fireEvent.click(await call.findByRole('button', { name: other }))
  expect(await call.findByRole('button', { name: one })).toBeTruthy()
})

test('who is muted, raised a hand or left is seen and said', async () => {
  const call = await join()
  const tile = await call.findByRole('group', { name: 'Bo' })
  const [, microphone] = server.consumers
  await vi.waitFor(() => expect(within(tile).queryByText('Muted')).toBeNull())
  act(() => server.tell('call.consumerPaused', { sessionId, consumerId: microphone?.id ?? '', paused: true }))
  expect(within(tile).getByText('Muted')).toBeTruthy()
  expect(screen.getByText('Bo is muted.')).toBeTruthy()
  act(() => server.tell('call.left', { sessionId, seatId: bo.id, userId: bo.userId }))
  expect(call.queryByRole('group', { name: 'Bo' })).toBeNull()
  expect(screen.getByText('Bo has left.')).toBeTruthy()
})

test('the conversation stands beside the call, and leaving leads out and back', async () => {
  const call = await join()
  expect(await call.findByText('2 unread messages')).toBeTruthy()
  fireEvent.click(call.getByRole('button', { name: 'Conversation' }))
  expect(await screen.findByText('The conversation itself')).toBeTruthy()
  expect(call.queryByText('2 unread messages')).toBeNull()
  fireEvent.click(call.getByRole('button', { name: 'Leave' }))
  expect(await screen.findByRole('heading', { name: 'You left the call.' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Back to the session' }).getAttribute('href')).toBe(`/sessions/${sessionId}`)
  fireEvent.click(screen.getByRole('button', { name: 'Join again' }))
  expect(await screen.findByRole('button', { name: 'Join now' })).toBeTruthy()
})
