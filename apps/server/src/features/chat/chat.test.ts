import { randomUUID } from 'node:crypto'
import { chat, ConversationId, MatchId, type Message, MessageId } from '@ithaca/contract'
import * as tables from '@ithaca/db/schema/index'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { aHouse, type TestHouse } from '../../../test/house.ts'
import type { TestPerson, TestProgram } from '../../../test/people.ts'
import { conversationOfMatch, openConversation } from './access.ts'

let house: TestHouse

beforeAll(async () => {
  house = await aHouse((close) => afterAll(close))
})

const newId = () => MessageId.parse(randomUUID())

/** A program with Ada the mentor, Bo the mentee and Cora the coordinator. */
async function pair(cast: { minors?: string[] } = {}) {
  const program = await house.program({ mentor: 'ada', mentee: 'bo', coordinator: 'cora', ...cast })
  const [ada, bo, cora] = ['ada', 'bo', 'cora'].map((name) => person(program, name)) as [
    TestPerson,
    TestPerson,
    TestPerson,
  ]
  return { ...program, ada, bo, cora }
}

function person({ people }: TestProgram, name: string): TestPerson {
  const found = people[name]
  if (!found) throw new Error(`nobody is called ${name}`)
  return found
}

/** Makes somebody a further mentor of a match. */
function enter(who: TestPerson, { programId, matchId }: TestProgram) {
  const mentor = { accountId: who.id, tie: 'mentor' } as const
  return house.db.transaction(async (tx) => {
    await tx.insert(tables.ties).values({ programId, ...mentor, since: house.clock.now() })
    await tx.insert(tables.matchPeople).values({ matchId, ...mentor })
  })
}

function say(who: TestPerson, conversationId: ConversationId, body: string, id = newId()) {
  return house.ask(who, chat.send, { params: { conversationId }, body: { id, body } })
}

async function sayMany(who: TestPerson, conversationId: ConversationId, count: number): Promise<Message[]> {
  const said: Message[] = []
  for (let n = 1; n <= count; n += 1) said.push((await say(who, conversationId, `word ${n}`)).ok)
  return said
}

function page(who: TestPerson, conversationId: ConversationId, query: Record<string, number> = {}) {
  return house.ask(who, chat.messages, { params: { conversationId }, query })
}

function mark(who: TestPerson, conversationId: ConversationId, body: { deliveredSeq?: number; readSeq?: number }) {
  return house.ask(who, chat.mark, { params: { conversationId }, body })
}

async function look(who: TestPerson, conversationId: ConversationId) {
  return (await house.ask(who, chat.conversation, { params: { conversationId } })).ok
}

test('a message is kept, and both people hear it on all their devices', async () => {
  const { ada, bo, cora, conversationId } = await pair()
  const [adas, bosPhone, bosLaptop, coras] = await Promise.all([ada, bo, bo, cora].map((who) => house.connect(who)))
  const sent = await say(ada, conversationId, '  See you at six  ')
  expect(sent.status).toBe(200)
  expect(sent.ok).toMatchObject({ conversationId, seq: 1, authorId: ada.id, body: 'See you at six' })
  for (const device of [adas, bosPhone, bosLaptop]) {
    await vi.waitFor(() => expect(device?.heard('chat.sent')).toEqual([sent.ok]))
  }
  expect(coras?.heard('chat.sent')).toEqual([])
  expect((await page(bo, conversationId)).ok).toEqual({ items: [sent.ok], lastSeq: 1 })
})

test('a retry is the same message, and nobody is told twice', async () => {
  const { ada, bo, conversationId } = await pair()
  const device = await house.connect(bo)
  const id = newId()
  const first = await say(ada, conversationId, 'once', id)
  const again = await say(ada, conversationId, 'once, with other words', id)
  expect(again).toEqual(first)
  const next = await say(ada, conversationId, 'twice')
  await vi.waitFor(() => expect(device.heard('chat.sent')).toEqual([first.ok, next.ok]))
  expect(next.ok.seq).toBe(2)
})

test('many retries at the same time are one message and take one place', async () => {
  const { ada, conversationId } = await pair()
  const id = newId()
  const told = await Promise.all(Array.from({ length: 12 }, () => say(ada, conversationId, 'once', id)))
  expect(new Set(told.map(({ ok }) => ok.seq))).toEqual(new Set([1]))
  expect((await say(ada, conversationId, 'then')).ok.seq).toBe(2)
  expect((await page(ada, conversationId)).ok.items.map(({ seq }) => seq)).toEqual([1, 2])
})

test("an id of somebody else's message, or of another conversation, is not found", async () => {
  const { ada, bo, conversationId } = await pair()
  const other = await pair()
  const id = newId()
  await say(ada, conversationId, 'mine', id)
  expect((await say(bo, conversationId, 'mine too', id)).refused).toBe('notFound')
  expect((await say(other.ada, other.conversationId, 'mine too', id)).refused).toBe('notFound')
  expect((await page(other.ada, other.conversationId)).ok).toEqual({ items: [], lastSeq: 0 })
  expect((await page(ada, conversationId)).ok.items).toHaveLength(1)
  await enter(ada, other)
  expect((await say(ada, other.conversationId, 'mine, elsewhere', id)).refused).toBe('notFound')
  expect((await say(ada, other.conversationId, 'something else')).ok.seq).toBe(1)
})

test('fifty at once from two people get fifty places without gap or double, and every device hears each', async () => {
  const { ada, bo, conversationId } = await pair()
  const devices = await Promise.all([ada, bo, bo].map((who) => house.connect(who)))
  const told = await Promise.all(
    Array.from({ length: 50 }, (_, n) => say(n % 2 ? ada : bo, conversationId, `word ${n}`)),
  )
  const places = Array.from({ length: 50 }, (_, n) => n + 1)
  expect(told.map(({ ok }) => ok.seq).toSorted((a, b) => a - b)).toEqual(places)
  expect((await page(ada, conversationId)).ok.items.map(({ seq }) => seq)).toEqual(places)
  for (const device of devices) {
    await vi.waitFor(() => {
      const heard = device.heard('chat.sent').map(({ seq }) => seq)
      expect(heard.toSorted((a, b) => a - b)).toEqual(places)
    })
  }
})

test.each([
  { query: {}, seqs: [4, 5, 6] },
  { query: { before: 4 }, seqs: [1, 2, 3] },
  { query: { before: 3 }, seqs: [1, 2] },
  { query: { before: 1 }, seqs: [] },
  { query: { before: 2_147_483_647 }, seqs: [4, 5, 6] },
  { query: { after: 0 }, seqs: [1, 2, 3] },
  { query: { after: 2 }, seqs: [3, 4, 5] },
  { query: { after: 6 }, seqs: [] },
  { query: { after: 2_147_483_647 }, seqs: [] },
  { query: { after: 1, before: 4 }, seqs: [2, 3] },
])('history of six, three a page, $query is $seqs', async ({ query, seqs }) => {
  const { ada, bo, conversationId } = await pair()
  await sayMany(ada, conversationId, 6)
  const { ok } = await page(bo, conversationId, { ...query, limit: 3 })
  expect(ok.items.map(({ seq }) => seq)).toEqual(seqs)
  expect(ok.lastSeq).toBe(6)
})

test('a stranger, a coordinator and a wrong id are not found, signed out is told to sign in', async () => {
  const { cora, matchId, conversationId } = await pair()
  const { ada: stranger } = await pair()
  const wrong = ConversationId.parse(randomUUID())
  const askedBy = (who: TestPerson | null, id: ConversationId) =>
    Promise.all([
      house.ask(who, chat.conversation, { params: { conversationId: id } }),
      house.ask(who, chat.messages, { params: { conversationId: id } }),
      house.ask(who, chat.send, { params: { conversationId: id }, body: { id: newId(), body: 'let me in' } }),
      house.ask(who, chat.mark, { params: { conversationId: id }, body: { readSeq: 1 } }),
      house.ask(who, chat.ofMatch, { params: { matchId: id === wrong ? MatchId.parse(randomUUID()) : matchId } }),
    ])
  for (const [who, id] of [
    [stranger, conversationId],
    [cora, conversationId],
    [stranger, wrong],
  ] as const) {
    expect((await askedBy(who, id)).map(({ refused }) => refused)).toEqual(Array.from({ length: 5 }, () => 'notFound'))
  }
  expect((await askedBy(null, conversationId)).map(({ status }) => status)).toEqual([401, 401, 401, 401, 401])
})

test.each([{ body: '   ' }, { body: 'x'.repeat(4001) }, { body: 7 as never }])(
  'a body that says nothing or too much is refused',
  async ({ body }) => {
    const { ada, conversationId } = await pair()
    expect((await say(ada, conversationId, body)).refused).toBe('input.invalid')
    expect((await say(ada, conversationId, 'x'.repeat(4000))).status).toBe(200)
  },
)

test('unread counts the words of others only, and ends when they are read', async () => {
  const { ada, bo, conversationId } = await pair()
  await sayMany(ada, conversationId, 3)
  await say(bo, conversationId, 'answering is having read')
  await sayMany(ada, conversationId, 2)
  expect(await look(bo, conversationId)).toMatchObject({ lastSeq: 6, readSeq: 4, unread: 2 })
  expect(await look(ada, conversationId)).toMatchObject({ lastSeq: 6, readSeq: 6, unread: 0 })
  await mark(bo, conversationId, { readSeq: 5 })
  expect(await look(bo, conversationId)).toMatchObject({ readSeq: 5, unread: 1 })
})

test('marks move forward only, never past the last message, and are told to all', async () => {
  const { ada, bo, conversationId } = await pair()
  await sayMany(ada, conversationId, 3)
  const [adas, bos] = await Promise.all([house.connect(ada), house.connect(bo)])
  const marks = [
    { deliveredSeq: 2 },
    { readSeq: 1 },
    { deliveredSeq: 1 },
    { readSeq: 2_147_483_647 },
    { readSeq: 2 },
    {},
  ]
  for (const body of marks) expect((await mark(bo, conversationId, body)).status).toBe(200)
  const reader = (deliveredSeq: number, readSeq: number) => ({ userId: bo.id, deliveredSeq, readSeq })
  const { seq } = (await say(ada, conversationId, 'one more')).ok
  await mark(bo, conversationId, { deliveredSeq: seq })
  const told = [reader(2, 0), reader(2, 1), reader(3, 3), reader(4, 3)]
  for (const device of [adas, bos]) {
    await vi.waitFor(() => expect(device.heard('chat.marked').map((news) => news.reader)).toEqual(told))
  }
  expect((await look(ada, conversationId)).readers.find(({ userId }) => userId === bo.id)).toEqual(reader(4, 3))
})

test('where a minor takes part, nobody hears of reading or typing but oneself of one’s own reading', async () => {
  const { ada, bo, conversationId } = await pair({ minors: ['bo'] })
  await sayMany(ada, conversationId, 2)
  const [adas, bos] = await Promise.all([house.connect(ada), house.connect(bo)])
  await mark(bo, conversationId, { readSeq: 2 })
  const told = (readSeq: number | null) => [{ conversationId, reader: { userId: bo.id, deliveredSeq: 2, readSeq } }]
  await vi.waitFor(() => expect(adas.heard('chat.marked')).toEqual(told(null)))
  await vi.waitFor(() => expect(bos.heard('chat.marked')).toEqual(told(2)))
  expect(await look(bo, conversationId)).toMatchObject({ typing: false, readSeq: 2, unread: 0 })
  const seen = await look(ada, conversationId)
  expect(seen.readers).toContainEqual({ userId: bo.id, deliveredSeq: 2, readSeq: null })
  expect(seen.readers).toContainEqual({ userId: ada.id, deliveredSeq: 2, readSeq: 2 })
  expect(await bos.ask(chat.typing, { conversationId })).toEqual({ ok: {} })
  await say(bo, conversationId, 'after typing')
  await vi.waitFor(() => expect(adas.heard('chat.sent')).toHaveLength(1))
  expect(adas.heard('chat.typed')).toEqual([])
})

test('among adults typing is told to the others only, and a stranger cannot type', async () => {
  const { ada, bo, cora, conversationId } = await pair()
  const [adas, bos, coras] = await Promise.all([ada, bo, cora].map((who) => house.connect(who)))
  expect(await bos?.ask(chat.typing, { conversationId })).toEqual({ ok: {} })
  await vi.waitFor(() => expect(adas?.heard('chat.typed')).toEqual([{ conversationId, userId: bo.id }]))
  expect(await coras?.ask(chat.typing, { conversationId })).toEqual({ refused: 'notFound' })
  expect(await bos?.ask(chat.typing, { conversationId: 'no id' as never })).toEqual({ refused: 'input.invalid' })
  expect(bos?.heard('chat.typed')).toEqual([])
  expect((await look(ada, conversationId)).typing).toBe(true)
})

test('my conversations stand with the latest message first, and hold only mine', async () => {
  const older = await pair()
  const newer = await pair()
  await enter(older.ada, newer)
  await say(older.bo, older.conversationId, 'first')
  house.clock.pass(1000)
  const last = await say(newer.bo, newer.conversationId, 'second')
  const { ok } = await house.ask(older.ada, chat.conversations)
  expect(ok.map(({ id }) => id)).toEqual([newer.conversationId, older.conversationId])
  expect(ok[0]).toMatchObject({
    matchId: newer.matchId,
    last: last.ok,
    lastSeq: 1,
    unread: 1,
    readSeq: 0,
    typing: true,
  })
  expect(ok[0]?.people.map(({ name, tie }) => [name, tie])).toEqual([
    ['ada', 'mentor'],
    ['ada', 'mentor'],
    ['bo', 'mentee'],
  ])
  expect((await house.ask(newer.bo, chat.conversations)).ok).toHaveLength(1)
  expect((await house.ask(older.cora, chat.conversations)).ok).toEqual([])
  const ofMatch = await house.ask(older.ada, chat.ofMatch, { params: { matchId: newer.matchId } })
  expect(ofMatch.ok).toEqual(ok[0])
})

test('a conversation is opened once for a match, and found by it', async () => {
  const { matchId, conversationId, ada, bo } = await pair()
  await house.db.transaction(async (tx) => {
    expect(await openConversation(tx, matchId, [ada.id, bo.id])).toBe(conversationId)
    expect(await conversationOfMatch(tx, matchId)).toBe(conversationId)
    expect(await conversationOfMatch(tx, MatchId.parse(randomUUID()))).toBeNull()
  })
})
