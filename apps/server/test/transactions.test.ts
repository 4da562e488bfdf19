import { randomUUID } from 'node:crypto'
import { chat, ConversationId, UserId } from '@ithaca/contract'
import { freshDatabase } from '@ithaca/testkit/database'
import { sql } from 'drizzle-orm'
import { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createDb, type Db, hot, type News, type Tx } from '@ithaca/db'
import { audit } from '@ithaca/db/schema/audit'
import { organizations } from '@ithaca/db/schema/programs'
import { outbox } from '@ithaca/db/schema/outbox'

let db: Db
let told: News[]
const endings: (() => Promise<void>)[] = []

beforeAll(async () => {
  const database = await freshDatabase()
  const pool = new Pool({ connectionString: database.url, max: 3, pipeline: true })
  pool.on('error', () => {})
  db = createDb(pool, (news) => told.push(...news))
  endings.push(
    () => pool.end(),
    () => database.drop(),
  )
})

beforeEach(async () => {
  told = []
  await db.transaction(async (tx) => {
    for (const table of [audit, outbox, organizations]) await tx.delete(table)
  })
})

afterAll(async () => {
  for (const end of endings) await end()
})

const ada = UserId.parse(randomUUID())
const typed = { conversationId: ConversationId.parse(randomUUID()), userId: ada }

function found(name: string, id = randomUUID()) {
  return (tx: Tx) => tx.insert(organizations).values({ id, name })
}

function kept() {
  return db.transaction(async (tx) => ({
    names: (await tx.select().from(organizations)).map(({ name }) => name),
    news: await tx.select({ name: outbox.name, payload: outbox.payload, audience: outbox.audience }).from(outbox),
    notes: await tx.select({ actorId: audit.actorId, action: audit.action, subjectId: audit.subjectId }).from(audit),
  }))
}

test('what is written, told and noted is kept together, and told after it was kept', async () => {
  const subject = randomUUID()
  const value = await db.transaction(async (tx) => {
    await found('one')(tx)
    tx.publish(chat.typed, typed, [ada])
    tx.publish(chat.typed, typed, [])
    tx.audit(ada, 'thing.do', subject)
    tx.audit(null, 'thing.tick')
    expect(told).toEqual([])
    return 'done'
  })
  expect(value).toBe('done')
  expect(told.map(({ name, payload, audience }) => ({ name, payload, audience }))).toEqual((await kept()).news)
  expect(await kept()).toEqual({
    names: ['one'],
    news: [
      { name: 'chat.typed', payload: typed, audience: [ada] },
      { name: 'chat.typed', payload: typed, audience: [] },
    ],
    notes: [
      { actorId: ada, action: 'thing.do', subjectId: subject },
      { actorId: null, action: 'thing.tick', subjectId: null },
    ],
  })
})

test('where something is refused, nothing of it is kept or told', async () => {
  const refused = db.transaction(async (tx) => {
    await found('one')(tx)
    tx.publish(chat.typed, typed, [ada])
    tx.audit(ada, 'thing.do')
    throw new Error('no')
  })
  await expect(refused).rejects.toThrow('no')
  expect(told).toEqual([])
  expect(await kept()).toEqual({ names: [], news: [], notes: [] })
})

test('a failed statement that was swallowed does not pass for a kept one', async () => {
  const id = randomUUID()
  const swallowed = db.transaction(async (tx) => {
    await found('one', id)(tx)
    await found('again', id)(tx).catch(() => {})
    tx.publish(chat.typed, typed, [ada])
  })
  await expect(swallowed).rejects.toThrow()
  const silent = db.transaction(async (tx) => {
    await found('one', id)(tx)
    await found('again', id)(tx).catch(() => {})
  })
  await expect(silent).rejects.toThrow('not kept')
  expect(told).toEqual([])
  expect((await kept()).names).toEqual([])
})

test('a query handed back unasked is asked once', async () => {
  await db.transaction(found('once'))
  expect((await kept()).names).toEqual(['once'])
})

test('a client that broke in a transaction is not handed to the next', async () => {
  const broken = db.transaction((tx) => tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`))
  await expect(broken).rejects.toThrow()
  const names = Array.from({ length: 12 }, (_, n) => `name ${n}`)
  await Promise.all(names.map((name) => db.transaction(found(name))))
  expect((await kept()).names.toSorted()).toEqual(names.toSorted())
})

test('a hot statement fills its placeholders each time, inside a transaction and alone', async () => {
  const named = hot('test.named', sql`select ${sql.placeholder('one')}::int + ${sql.placeholder('two')}::int as sum`)
  expect(await db.once((on) => on.ask(named, { one: 1, two: 2 }))).toEqual([{ sum: 3 }])
  const sums = db.transaction((tx) => Promise.all([1, 2, 3].map((one) => tx.ask(named, { one, two: 10 }))))
  expect((await sums).flat()).toEqual([{ sum: 11 }, { sum: 12 }, { sum: 13 }])
})

test('statements asked side by side in one transaction stand or fall together', async () => {
  const id = randomUUID()
  const both = db.transaction((tx) => Promise.all([found('one', id)(tx), found('two', id)(tx)]))
  await expect(both).rejects.toThrow()
  expect((await kept()).names).toEqual([])
})
