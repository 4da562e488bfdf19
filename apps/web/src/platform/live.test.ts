import { chat } from '@ithaca/contract/chat'
import { ConversationId } from '@ithaca/contract/ids'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ask, closeLive, connectionNow, listen, openLive, watchConnection } from './live.ts'
import { queryClient } from './query.ts'

const conversationId = ConversationId.parse('00000000-0000-4000-8000-000000000001')

/** A socket whose server is this test. */
const wire = vi.hoisted(() => {
  const handlers = new Map<string, ((...given: unknown[]) => void)[]>()
  const on = (name: string, fn: (...given: unknown[]) => void) =>
    handlers.set(name, [...(handlers.get(name) ?? []), fn])
  const happen = (name: string, ...given: unknown[]) => {
    for (const fn of handlers.get(name) ?? []) fn(...given)
  }
  const emitWithAck = vi.fn()
  const socket = {
    on,
    onAny: (fn: (...given: unknown[]) => void) => on('*', fn),
    timeout: () => ({ emitWithAck }),
    connect: vi.fn(),
    disconnect: vi.fn(),
    recovered: false,
    active: true,
  }
  return { handlers, happen, emitWithAck, socket }
})
vi.mock('socket.io-client', () => ({ io: () => wire.socket }))

beforeEach(async () => {
  wire.handlers.clear()
  await openLive()
})
afterEach(closeLive)

test('an event reaches those who listen, until they stop', () => {
  const heard = vi.fn()
  const stop = listen('chat.typed', heard)
  wire.happen('*', 'chat.typed', { conversationId, userId: conversationId })
  wire.happen('*', 'chat.marked', {})
  stop()
  wire.happen('*', 'chat.typed', { conversationId, userId: conversationId })
  expect(heard.mock.calls).toEqual([[{ conversationId, userId: conversationId }]])
})

test('a command is answered, refused by a code, or given up after silence', async () => {
  wire.emitWithAck.mockResolvedValueOnce({ ok: {} })
  expect(await ask(chat.typing, { conversationId })).toEqual({})
  expect(wire.emitWithAck).toHaveBeenCalledWith('chat.typing', { conversationId })

  wire.emitWithAck.mockResolvedValueOnce({ refused: 'tooOften' })
  await expect(ask(chat.typing, { conversationId })).rejects.toMatchObject({ code: 'tooOften' })

  wire.emitWithAck.mockRejectedValueOnce(new Error('operation has timed out'))
  await expect(ask(chat.typing, { conversationId })).rejects.toMatchObject({ code: 'unavailable' })
})

test('after a lost connection every open answer is asked for again, after the first connection none', () => {
  const renewed = vi.spyOn(queryClient, 'invalidateQueries')
  const states: string[] = []
  const stop = watchConnection(() => states.push(connectionNow()))

  wire.happen('connect')
  expect(renewed).not.toHaveBeenCalled()
  wire.happen('disconnect', 'transport close')
  wire.happen('connect')
  expect(renewed).toHaveBeenCalledOnce()
  expect(states).toEqual(['open', 'lost', 'open'])
  stop()
})

test('an end chosen by the server is followed by a new try, which tells why', () => {
  wire.happen('disconnect', 'io server disconnect')
  expect(wire.socket.connect).toHaveBeenCalledOnce()
})

test('a page that is left and entered again at once has an open socket', async () => {
  const left = closeLive()
  const entered = openLive()
  await left
  wire.happen('disconnect', 'io client disconnect')
  await entered
  expect(connectionNow()).toBe('opening')
})
