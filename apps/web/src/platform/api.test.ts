import { accounts } from '@ithaca/contract/accounts'
import { chat } from '@ithaca/contract/chat'
import { ConversationId, MessageId } from '@ithaca/contract/ids'
import { sessions } from '@ithaca/contract/sessions'
import { expect, test, vi } from 'vitest'
import { api, Refused, urlOf } from './api.ts'

const conversationId = ConversationId.parse('00000000-0000-4000-8000-000000000001')
const id = MessageId.parse('00000000-0000-4000-8000-000000000002')

function answer(status: number, body: unknown) {
  return vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(JSON.stringify(body), { status }))
}

test('a route is asked at its filled path, with its body, and its reply is checked', async () => {
  const message = { id, conversationId, seq: 1, authorId: id, body: 'hello', sentAt: '2026-11-23T18:00:00.000Z' }
  const fetched = answer(200, message)

  expect(await api(chat.send, { params: { conversationId }, body: { id, body: 'hello' } })).toEqual(message)

  const [address, options] = fetched.mock.calls[0] ?? []
  expect(address).toBe(`/api/conversations/${conversationId}/messages`)
  expect(options).toMatchObject({ method: 'POST', body: JSON.stringify({ id, body: 'hello' }) })

  answer(200, { ...message, seq: 'first' })
  await expect(api(chat.send, { params: { conversationId }, body: { id, body: 'hello' } })).rejects.toThrow(/seq/)
})

test('filters go into the address, those left out do not', () => {
  expect(urlOf(sessions.list, { query: { when: 'past', cursor: undefined } })).toBe('/api/sessions?when=past')
})

test('a refusal is thrown by its code, and anything else that went wrong as unavailable', async () => {
  answer(400, { refused: 'input.invalid', fields: [{ path: 'name', code: 'too_small' }] })
  await expect(api(accounts.me)).rejects.toEqual(new Refused('input.invalid', ['name']))

  answer(502, '<html>')
  await expect(api(accounts.me)).rejects.toMatchObject({ code: 'unavailable' })

  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('no network'))
  await expect(api(accounts.me)).rejects.toMatchObject({ code: 'unavailable' })
})
