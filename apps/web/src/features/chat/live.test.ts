import type { Conversation, Message } from '@ithaca/contract'
import { ConversationId, MatchId, MessageId, UserId } from '@ithaca/contract/ids'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyMarked, applySent } from './apply.ts'
import { type AskPage, caughtUp, knownUpTo } from './history.ts'
import { mergeMessages } from '@ithaca/domain/chat'

const conversationId = ConversationId.parse(uuid(900))
const [ann, bo] = [UserId.parse(uuid(1)), UserId.parse(uuid(2))]

function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

function message(seq: number, authorId: UserId = ann): Message {
  const sentAt = new Date(1_790_000_000_000 + seq * 1000).toISOString()
  return { id: MessageId.parse(uuid(1000 + seq)), conversationId, seq, authorId, body: `words ${seq}`, sentAt }
}

/** A server that has these messages, as the real one answers. */
function served(all: readonly Message[]): AskPage {
  return async ({ before, after, limit }) => {
    const asked = all.filter(({ seq }) => seq > (after ?? 0) && seq < (before ?? Infinity))
    return { items: after === undefined ? asked.slice(-limit) : asked.slice(0, limit), lastSeq: all.length }
  }
}

/** What the server answers about the conversation once it holds these messages. */
function answered(all: readonly Message[]): Conversation {
  const last = all.at(-1) ?? null
  const readers = [ann, bo].flatMap((userId) => {
    const seq = all.findLast(({ authorId }) => authorId === userId)?.seq
    return seq ? [{ userId, deliveredSeq: seq, readSeq: seq }] : []
  })
  const readSeq = readers.find(({ userId }) => userId === ann)?.readSeq ?? 0
  const matchId = MatchId.parse(uuid(901))
  const lastSeq = all.length
  return {
    id: conversationId,
    matchId,
    people: [],
    last,
    lastSeq,
    readSeq,
    unread: lastSeq - readSeq,
    readers,
    typing: true,
  }
}

const authors = fc.array(fc.constantFrom(ann, bo), { minLength: 1, maxLength: 30 })

test('a conversation that heard every message, doubled and in any order, is as if it were asked again', () => {
  const heard = authors.chain((by) => {
    const all = by.map((author, at) => message(at + 1, author))
    const doubled = fc.array(fc.constantFrom(...all), { maxLength: 10 })
    const order = doubled.chain((twice) =>
      fc.shuffledSubarray([...all, ...twice], { minLength: all.length + twice.length }),
    )
    return fc.record({ all: fc.constant(all), order })
  })
  fc.assert(
    fc.property(heard, ({ all, order }) => {
      const applied = order.reduce((one, said) => applySent(one, said, ann), answered([]))
      expect(applied).toEqual(answered(all))
    }),
  )
})

test('a history that missed some, heard some twice and in any order, is whole after it is caught up', async () => {
  const cases = authors.chain((by) => {
    const all = by.map((author, at) => message(at + 1, author))
    return fc.record({
      all: fc.constant(all),
      known: fc.integer({ min: 0, max: all.length }),
      heard: fc.array(fc.constantFrom(...all), { maxLength: 20 }),
    })
  })
  await fc.assert(
    fc.asyncProperty(cases, async ({ all, known, heard }) => {
      const before = heard.reduce<Message[]>((list, said) => mergeMessages(list, [said]), all.slice(0, known))
      const after = await caughtUp(served(all), () => before)
      const first = after[0]?.seq ?? 1
      expect(after).toEqual(all.filter(({ seq }) => seq >= first))
      expect(knownUpTo(after)).toBe(all.length)
    }),
  )
})

test('what is heard while the history is asked for is not lost', async () => {
  const all = [message(1), message(2)]
  let known: Message[] = []
  const ask: AskPage = async (where) => {
    const answer = await served(all)(where)
    known = [message(3)]
    return answer
  }
  expect(await caughtUp(ask, () => known)).toEqual([...all, message(3)])
})

test('after a long absence the history starts anew at the newest page, with no hole in it', async () => {
  const all = Array.from({ length: 1000 }, (_, at) => message(at + 1))
  const after = await caughtUp(served(all), () => all.slice(0, 5))
  expect(after.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, at) => 901 + at))
})

test('a mark only moves forward, and what is unread follows the own mark', () => {
  const unread = answered([message(1, bo), message(2, bo)])
  const mark = (readSeq: number) => ({ conversationId, reader: { userId: ann, deliveredSeq: 2, readSeq } })
  const read = applyMarked(unread, mark(2), ann)
  expect([unread.unread, read.unread]).toEqual([2, 0])
  expect(applyMarked(read, mark(1), ann)).toEqual(read)
})

test('where receipts are off, nothing tells that another has read', () => {
  const quiet = { ...answered([message(1)]), typing: false }
  const marked = applyMarked(quiet, { conversationId, reader: { userId: bo, deliveredSeq: 1, readSeq: null } }, ann)
  expect(marked.readers.find(({ userId }) => userId === bo)).toEqual({ userId: bo, deliveredSeq: 1, readSeq: null })
})
