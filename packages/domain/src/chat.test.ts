import type { UserId } from '@ithaca/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deliveryState, gaps, mergeMessages, type Placed, receiptsOn, typingOn, unreadCount } from './chat.ts'

const placed = (id: string, seq: number | null, sentAt = '2026-11-23T10:00:00.000Z'): Placed => ({ id, seq, sentAt })
const ids = (list: readonly Placed[]) => list.map(({ id }) => id)

describe('merging', () => {
  test('orders by place, waiting messages last in the order they were written', () => {
    const list = mergeMessages(
      [placed('late', null, '2026-11-23T10:02:00.000Z'), placed('b', 2)],
      [placed('early', null, '2026-11-23T10:01:00.000Z'), placed('a', 1), placed('c', 10)],
    )
    expect(ids(list)).toEqual(['a', 'b', 'c', 'early', 'late'])
  })

  test('a waiting message takes its place when the server has answered, and keeps it', () => {
    const answered = mergeMessages([placed('a', 1), placed('b', null)], [placed('b', 2)])
    expect(answered).toEqual([placed('a', 1), placed('b', 2)])
    expect(mergeMessages(answered, [placed('b', null)])).toEqual(answered)
  })

  test('among equals the later told copy stays', () => {
    const told = mergeMessages(
      [placed('a', null, '2026-11-23T10:00:00.000Z')],
      [placed('a', null, '2026-11-23T11:00:00.000Z')],
    )
    expect(told).toEqual([placed('a', null, '2026-11-23T11:00:00.000Z')])
  })

  const messages = fc.uniqueArray(fc.nat(40), { maxLength: 30 }).chain((seqs) =>
    fc.array(fc.constantFrom(0, 1, 2), { minLength: seqs.length, maxLength: seqs.length }).map((kinds) =>
      seqs.flatMap((seq, index) => {
        const waiting = placed(`m${seq}`, null, `2026-11-23T10:00:${String(seq % 7).padStart(2, '0')}.000Z`)
        const sent = placed(`m${seq}`, seq + 1)
        return [[sent], [waiting], [waiting, sent]][kinds[index] ?? 0] ?? []
      }),
    ),
  )
  const tellings = messages.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }),
      fc.nat(all.length * 2),
    ),
  )

  test('any order, in any portions and told twice, gives the same list', () => {
    fc.assert(
      fc.property(tellings, ([all, again, cut]) => {
        const inPortions = mergeMessages(mergeMessages([], again.slice(0, cut)), again.slice(cut))
        expect(inPortions).toEqual(mergeMessages([], all))
        expect(new Set(ids(inPortions)).size).toBe(inPortions.length)
      }),
      { numRuns: 500 },
    )
  })
})

describe('gaps', () => {
  test.each([
    ['nothing known', [], 5, []],
    ['all known', [3, 1, 2], 3, []],
    [
      'holes, in any order',
      [9, 1, 4, 2],
      9,
      [
        { from: 3, to: 3 },
        { from: 5, to: 8 },
      ],
    ],
    ['more at the end than was told', [5, 6], 8, [{ from: 7, to: 8 }]],
    ['earlier history is no gap', [7, 8], 8, []],
    ['told of less than is known', [7, 9], 3, [{ from: 8, to: 8 }]],
    ['the same place twice', [1, 1, 2], 2, []],
  ])('%s', (_, seqs, lastSeq, expected) => {
    expect(gaps(seqs, lastSeq)).toEqual(expected)
  })

  test('known places and gaps together are every place from the first to the last', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), fc.nat(70), (seqs, lastSeq) => {
        const missing = gaps(seqs, lastSeq).flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, i) => from + i),
        )
        const first = Math.min(...seqs)
        const last = Math.max(...seqs, lastSeq)
        const every = Array.from({ length: last - first + 1 }, (_, i) => first + i)
        expect([...seqs, ...missing].toSorted((a, b) => a - b)).toEqual(every)
      }),
    )
  })
})

test('unread are the messages of others after the mark', () => {
  const by = (authorId: string, seq: number | null) => ({ authorId, seq })
  const messages = [by('bo', 1), by('bo', 2), by('ada', 3), by('bo', 4), by('ada', null)]
  expect(unreadCount(messages, { userId: 'ada', readSeq: 1 })).toBe(2)
  expect(unreadCount(messages, { userId: 'bo', readSeq: 0 })).toBe(1)
  expect(unreadCount(messages, { userId: 'ada', readSeq: 4 })).toBe(0)
})

describe('delivery', () => {
  const reader = (userId: string, deliveredSeq: number, readSeq: number | null) => ({
    userId: userId as UserId,
    deliveredSeq,
    readSeq,
  })
  const own = reader('ada', 9, 9)
  test.each([
    ['nowhere yet', null, [own, reader('bo', 9, 9)], 'waiting'],
    ['with the server', 5, [own, reader('bo', 4, 4)], 'sent'],
    ['on the device', 5, [own, reader('bo', 5, 4)], 'delivered'],
    ['read', 5, [own, reader('bo', 5, 5)], 'read'],
    ['read, though the other device never said it came', 5, [own, reader('bo', 0, 5)], 'read'],
    ['delivered where receipts are off', 5, [own, reader('bo', 5, null)], 'delivered'],
    ['read by one of two', 5, [own, reader('bo', 5, 5), reader('cy', 5, 0)], 'delivered'],
    ['read by one, on the device of the other', 5, [own, reader('bo', 0, 5), reader('cy', 5, 0)], 'delivered'],
    ['the first message, on no device', 1, [own, reader('bo', 0, null)], 'sent'],
    ['with one of two', 5, [own, reader('bo', 5, 5), reader('cy', 4, 0)], 'sent'],
    ['with nobody else there', 5, [own], 'sent'],
  ])('%s', (_, seq, readers, expected) => {
    expect(deliveryState({ seq, authorId: 'ada' }, readers)).toBe(expected)
  })
})

test('receipts and typing are off where a minor takes part', () => {
  expect([receiptsOn, typingOn].map((on) => on([{ minor: false }, { minor: false }]))).toEqual([true, true])
  expect([receiptsOn, typingOn].map((on) => on([{ minor: false }, { minor: true }]))).toEqual([false, false])
})
