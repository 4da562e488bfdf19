import type { Message } from '@ithaca/contract'
import { ConversationId, UserId } from '@ithaca/contract/ids'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Refused } from '../../platform/api.ts'
import type { Keep } from './keep.ts'
import { Outbox, type Waiting } from './outbox.ts'

const conversation = ConversationId.parse('00000000-0000-4000-8000-000000000001')
const ann = UserId.parse('00000000-0000-4000-8000-000000000002')
const bo = UserId.parse('00000000-0000-4000-8000-000000000003')

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function inMemory(): Keep {
  const kept = new Map<string, string>()
  return {
    read: (name) => kept.get(name) ?? null,
    write: (name, text) => void (text === null ? kept.delete(name) : kept.set(name, text)),
  }
}

/** An outbox, and a server that refuses with `answer.code` for as long as it is set. */
function anOutbox(keep = inMemory()) {
  const answer: { code: Refused['code'] | null } = { code: null }
  const posted: Waiting[] = []
  const arrived: Message[] = []
  const post = async (message: Waiting) => {
    posted.push(message)
    if (answer.code) throw new Refused(answer.code)
    return { ...message, seq: posted.length }
  }
  const outbox = new Outbox({ post, arrived: (message) => arrived.push(message), keep, pause: () => 1000 })
  return { outbox, answer, posted, arrived, keep }
}

const settled = () => vi.advanceTimersByTimeAsync(0)
const words = (list: readonly { body: string }[]) => list.map(({ body }) => body)

test('a message is shown as waiting at once, and gone from there when it has arrived', async () => {
  const { outbox, arrived } = anOutbox()
  outbox.open(ann)
  outbox.add(conversation, 'hello')
  expect(words(outbox.list())).toEqual(['hello'])
  await settled()
  expect(outbox.list()).toEqual([])
  expect(words(arrived)).toEqual(['hello'])
})

test('without a server it tries again by itself, with the same id and in order', async () => {
  const { outbox, answer, posted, arrived } = anOutbox()
  outbox.open(ann)
  answer.code = 'unavailable'
  outbox.add(conversation, 'one')
  outbox.add(conversation, 'two')
  await vi.advanceTimersByTimeAsync(2500)
  expect(words(posted)).toEqual(['one', 'one', 'one'])
  expect(new Set(posted.map(({ id }) => id)).size).toBe(1)
  answer.code = null
  outbox.hurry()
  await settled()
  expect(words(arrived)).toEqual(['one', 'two'])
})

test('what waits survives a reload, and belongs to whoever wrote it', async () => {
  const first = anOutbox()
  first.outbox.open(ann)
  first.answer.code = 'unavailable'
  first.outbox.add(conversation, 'written in a tunnel')
  await settled()
  first.outbox.close()
  const other = anOutbox(first.keep)
  other.outbox.open(bo)
  expect(other.outbox.list()).toEqual([])
  other.outbox.close()
  const again = anOutbox(first.keep)
  again.outbox.open(ann)
  await settled()
  expect(again.arrived.map(({ id }) => id)).toEqual([first.posted[0]?.id])
})

test('what the server will never take is kept to be taken back, and does not hold up the rest', async () => {
  const { outbox, answer, arrived } = anOutbox()
  outbox.open(ann)
  answer.code = 'input.invalid'
  outbox.add(conversation, 'refused')
  await settled()
  answer.code = null
  outbox.add(conversation, 'fine')
  await settled()
  expect(words(arrived)).toEqual(['fine'])
  const [refused] = outbox.list()
  expect(refused).toMatchObject({ body: 'refused', refused: 'input.invalid' })
  expect(refused && outbox.takeBack(refused.id)).toBe('refused')
  expect(outbox.list()).toEqual([])
})
