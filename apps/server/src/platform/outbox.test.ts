import type { Db, News } from '@ithaca/db'
import { pino } from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Dispatcher } from './outbox.ts'

const quiet = { log: pino({ level: 'silent' }), now: () => new Date(0) }

function piece(id: string): News {
  return { id, name: 'chat.sent', payload: {}, audience: [] }
}

test('a sweep that is slow is not overtaken by the next', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const sweep = Promise.withResolvers<never>()
  const begun = vi.fn<() => void>()
  const transaction: Db['transaction'] = () => {
    begun()
    return sweep.promise
  }
  const telling = { toScreens: () => {}, toFeatures: async () => {} }
  const dispatcher = new Dispatcher({ ...quiet, telling, db: () => ({ transaction, once: () => sweep.promise }) })
  await vi.advanceTimersByTimeAsync(30_000)
  expect(begun).toHaveBeenCalledOnce()
  sweep.reject(new Error('the database has gone'))
  await vi.advanceTimersByTimeAsync(5_000)
  expect(begun).toHaveBeenCalledTimes(2)
  await dispatcher.close()
})

test('whenever news is told, it is taken out of the outbox', async () => {
  for (let turns = 0; turns < 24; turns++) {
    const second = Promise.withResolvers<void>()
    const taken = vi.fn<() => void>()
    // The second piece is told while the first is taken out, a little earlier or later against its end.
    const once: Db['once'] = async () => {
      taken()
      second.resolve()
      for (let turn = 0; turn < turns; turn++) await Promise.resolve()
      return undefined as never
    }
    const telling = {
      toScreens: () => {},
      toFeatures: async ({ id }: News) => (id === 'second' ? second.promise : undefined),
    }
    const transaction: Db['transaction'] = () => Promise.reject(new Error('nothing to sweep'))
    const dispatcher = new Dispatcher({ ...quiet, telling, db: () => ({ transaction, once }) })
    dispatcher.tell([piece('first')])
    dispatcher.tell([piece('second')])
    await dispatcher.close()
    expect(taken, `after ${turns} turns`).toHaveBeenCalledTimes(2)
  }
})
