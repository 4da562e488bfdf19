import * as tables from '@ithaca/db/schema/index'
import { expect, test } from 'vitest'
import { aHouse } from '../../test/house.ts'
import { createLog } from './log.ts'

test('a failed query is logged with its statement, code and place, and without the words in it', async () => {
  const { db } = await aHouse()
  const lines: string[] = []
  const log = createLog('info', { write: (line) => void lines.push(line) })
  const account = { email: 'ada@school.example', name: 'Ada Secret', locale: 'en', zone: 'UTC' } as const
  const insert = () =>
    db.transaction((tx) => {
      const row = { ...account, id: crypto.randomUUID() as never, createdAt: new Date(0) }
      return tx.insert(tables.accounts).values(row)
    })
  await insert()
  await insert().catch((error: unknown) => log.error({ err: error }, 'a request met a bug'))
  const [line = ''] = lines
  expect(JSON.parse(line)).toMatchObject({
    msg: 'a request met a bug',
    err: {
      message: expect.stringContaining('insert into "accounts"'),
      stack: expect.stringContaining('at '),
      cause: { message: 'The database refused.', code: '23505', constraint: 'accounts_email' },
    },
  })
  expect(line).not.toContain('Secret')
  expect(line).not.toContain('ada@')
})

test('another error is logged with its message, and what is no error with its type', () => {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => void lines.push(line) })
  log.error({ err: new TypeError('no such seat', { cause: new Error('the book is closed') }) })
  log.error({ err: 'ada@school.example' })
  const [first, second] = lines.map((line) => JSON.parse(line).err)
  expect(first).toMatchObject({ type: 'TypeError', message: 'no such seat', cause: { message: 'the book is closed' } })
  expect(second).toBe('string')
})

test('what went wrong with several things at once is logged one by one, without their words', () => {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => void lines.push(line) })
  const refused = Object.assign(new Error('Key (email)=(ada@school.example)'), { severity: 'ERROR', code: '23505' })
  log.error({ err: new AggregateError([refused, new RangeError('too long')], 'two could not be judged') })
  const [line = ''] = lines
  expect(JSON.parse(line).err).toMatchObject({
    message: 'two could not be judged',
    errors: [
      { message: 'The database refused.', code: '23505' },
      { type: 'RangeError', message: 'too long' },
    ],
  })
  expect(line).not.toContain('ada@')
})
