import type { Outcome, Tie } from '@ithaca/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judge } from './attendance.ts'
import { defaultRule, type Facts, type PersonFacts } from './attendance-facts.ts'
import { type Interval, length, union } from './intervals.ts'

const second = 1000
const minute = 60 * second
const startsAt = Date.parse('2026-11-23T10:00:00Z')
const secondsFromTo = (from: number, to: number) =>
  fc.integer({ min: from * 60, max: to * 60 }).map((seconds) => startsAt + seconds * second)

const interval = fc
  .tuple(secondsFromTo(-20, 40), fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 1800 })))
  .map(([start, seconds]) => ({ start, end: start + seconds * second }))

const personOf = (userId: string, tie: Tie): fc.Arbitrary<PersonFacts> =>
  fc.record({
    userId: fc.constant(userId),
    tie: fc.constant(tie),
    intervals: fc.array(interval, { maxLength: 4 }),
    attempts: fc.array(fc.record({ at: secondsFromTo(-20, 40) }), { maxLength: 2 }),
  })

const people = fc
  .tuple(
    personOf('ada', 'mentor'),
    personOf('bo', 'mentee'),
    fc.subarray(['cy', 'di', 'eve'] as const),
    personOf('cy', 'mentor'),
    personOf('di', 'mentee'),
    personOf('eve', 'coordinator'),
  )
  .map(([ada, bo, names, ...more]) => [ada, bo, ...more.filter(({ userId }) => names.some((name) => name === userId))])

const anyFacts: fc.Arbitrary<Facts> = fc.record({
  planned: fc.record({
    startsAt: fc.constant(startsAt),
    endsAt: fc.constantFrom(15, 20, 30, 45).map((minutes) => startsAt + minutes * minute),
    state: fc.constant('planned' as const),
    cancelledAt: fc.constant(null),
    excused: fc.constant(false),
  }),
  rule: fc.record({
    ...Object.fromEntries(Object.entries(defaultRule).map(([key, value]) => [key, fc.constant(value)])),
    heldShare: fc.constantFrom(0, 0.25, 0.5, 1),
    heldMinMs: fc.constantFrom(0, 2 * minute, 10 * minute),
    reconnectGapMs: fc.constantFrom(0, 10 * second, 30 * second),
  }) as unknown as fc.Arbitrary<typeof defaultRule>,
  people,
  now: fc.oneof(secondsFromTo(-20, 80), fc.constant(startsAt + 180 * minute)),
})

const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length })

/** The same facts told in another order, some of them twice. */
function retold(given: Facts): fc.Arbitrary<Facts> {
  const again = <T>(items: readonly T[]) =>
    fc.tuple(shuffled(items), fc.subarray([...items])).chain(([all, some]) => shuffled([...all, ...some]))
  const pieces = fc.tuple(
    ...given.people.map((one) =>
      fc.record({
        userId: fc.constant(one.userId),
        tie: fc.constant(one.tie),
        intervals: again(one.intervals),
        attempts: again(one.attempts),
      }),
    ),
  )
  return pieces.chain((told) => again(told)).map((told) => ({ ...given, people: told }))
}

test('any order of facts, told once or twice, gives the same verdict', () => {
  const told = anyFacts.chain((given) => fc.tuple(fc.constant(given), retold(given)))
  fc.assert(
    fc.property(told, ([given, again]) => {
      expect(judge(again)).toEqual(judge(given))
    }),
    { numRuns: 300 },
  )
})

test('a cut of at most the reconnect gap changes nothing', () => {
  const cut = fc.tuple(
    anyFacts,
    fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  fc.assert(
    fc.property(cut, ([given, where, share]) => {
      const split = ({ start, end }: Interval) => {
        const at = start + Math.floor((end - start) * where)
        const back = at + Math.floor(given.rule.reconnectGapMs * share)
        return at > start && back < end
          ? [
              { start, end: at },
              { start: back, end },
            ]
          : [{ start, end }]
      }
      const cutUp = given.people.map((one) => ({ ...one, intervals: one.intervals.flatMap(split) }))
      expect(judge({ ...given, people: cutUp })).toEqual(judge(given))
    }),
    { numRuns: 300 },
  )
})

test('a union is sorted and disjoint, no longer than its parts together and no shorter than the longest', () => {
  fc.assert(
    fc.property(fc.array(interval), (parts) => {
      const joined = union(parts)
      expect(joined.every((part, index) => part.end < (joined[index + 1]?.start ?? Infinity))).toBe(true)
      const lengths = parts.map(({ start, end }) => end - start)
      expect(length(joined)).toBeLessThanOrEqual(lengths.reduce((sum, one) => sum + one, 0))
      expect(length(joined)).toBeGreaterThanOrEqual(Math.max(0, ...lengths))
      expect(union(joined)).toEqual(joined)
    }),
  )
})

test('nobody is together longer than they were there, nor is the session longer than a side', () => {
  fc.assert(
    fc.property(anyFacts, (given) => {
      const verdict = judge(given)
      const present = (tie: Tie) => verdict.people.filter((one) => one.tie === tie).map((one) => one.presentMs)
      const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
      for (const one of verdict.people) {
        expect(one.dyadMs).toBeLessThanOrEqual(one.presentMs)
        expect(one.dyadMs).toBeLessThanOrEqual(verdict.dyadMs)
      }
      expect(verdict.dyadMs).toBeLessThanOrEqual(Math.min(sum(present('mentor')), sum(present('mentee'))))
    }),
    { numRuns: 300 },
  )
})

test('a higher threshold never makes a session held', () => {
  fc.assert(
    fc.property(anyFacts, fc.nat(20 * minute), fc.double({ min: 0, max: 1, noNaN: true }), (given, more, share) => {
      const heldShare = Math.max(given.rule.heldShare, share)
      const strict = { ...given.rule, heldMinMs: given.rule.heldMinMs + more, heldShare }
      if (judge({ ...given, rule: strict }).outcome === 'held') expect(judge(given).outcome).toBe('held')
    }),
    { numRuns: 300 },
  )
})

test('more presence never makes less of a session', () => {
  const more = fc.tuple(anyFacts, interval, fc.nat(4))
  fc.assert(
    fc.property(more, ([given, extra, who]) => {
      const grown = given.people.map((one, index) =>
        index === who % given.people.length ? { ...one, intervals: [...one.intervals, extra] } : one,
      )
      const before = judge(given)
      const after = judge({ ...given, people: grown })
      expect(after.dyadMs).toBeGreaterThanOrEqual(before.dyadMs)
      if (before.outcome === 'held') expect(after.outcome).toBe('held')
    }),
    { numRuns: 300 },
  )
})

test('a slow count, second by second, says the same', () => {
  const seen = new Set<Outcome>()
  fc.assert(
    fc.property(anyFacts, (given) => {
      const verdict = judge(given)
      const slow = slowly(given)
      seen.add(verdict.outcome)
      expect({ dyadMs: verdict.dyadMs, outcome: verdict.outcome, people: verdict.people.map(shortly) }).toEqual(slow)
    }),
    { numRuns: 500, seed: 20261123 },
  )
  const all = ['upcoming', 'held', 'partial', 'noShowMentor', 'noShowMentee', 'bothAbsent', 'technicalFailure']
  expect([...seen].toSorted()).toEqual(all.toSorted())
})

const shortly = ({ userId, presentMs, lateMs, late }: ReturnType<typeof judge>['people'][number]) => ({
  userId,
  presentMs,
  lateMs,
  late,
})

/** The practice, followed word by word with one box for each second. */
function slowly({ planned, rule, people: given, now }: Facts) {
  const from = planned.startsAt - rule.openBeforeMs
  const until = Math.max(planned.endsAt, ...given.flatMap(({ intervals }) => intervals.map(({ end }) => end)))
  const order = ['ada', 'cy', 'bo', 'di', 'eve']
  const people = order.flatMap((name) => given.filter(({ userId }) => userId === name))
  const boxes = people.map(({ intervals }) => seconds(intervals, rule.reconnectGapMs, [from, until]))
  const anyOf = (tie: Tie) => (box: number) => people.some((one, index) => one.tie === tie && boxes[index]?.has(box))
  let dyad = 0
  for (let box = from; box < until; box += second) if (anyOf('mentor')(box) && anyOf('mentee')(box)) dyad += second
  const tally = people.map((one, index) => {
    const present = [...(boxes[index] ?? [])]
    const lateMs = present.length === 0 ? null : Math.max(0, Math.min(...present) - planned.startsAt)
    const tried = one.attempts.filter(({ at }) => at >= from && at < planned.endsAt).map(({ at }) => at)
    const lastSeen = Math.max(-Infinity, ...tried, ...present.map((box) => box + second))
    return { one, presentMs: present.length * second, lateMs, lastSeen }
  })
  const waits = (lastSeen: number) =>
    now < planned.endsAt && (now < planned.startsAt + rule.noShowAfterMs || lastSeen >= now - rule.reconnectGapMs)
  const side = (tie: Tie) => {
    const mine = tally.filter(({ one }) => one.tie === tie)
    if (mine.some(({ presentMs }) => presentMs >= rule.failureUnderMs)) return 'there'
    if (mine.some(({ lastSeen }) => waits(lastSeen))) return 'waits'
    return mine.some(({ lastSeen }) => lastSeen > -Infinity) ? 'failed' : 'away'
  }
  const threshold = Math.max(rule.heldMinMs, rule.heldShare * (planned.endsAt - planned.startsAt))
  return {
    dyadMs: dyad,
    outcome: slowOutcome(side('mentor'), side('mentee'), {
      held: dyad > 0 && dyad >= threshold,
      over: now >= planned.endsAt,
    }),
    people: tally.map(({ one, presentMs, lateMs }) => ({
      userId: one.userId,
      presentMs,
      lateMs,
      late: one.tie !== 'coordinator' && (lateMs ?? 0) > rule.lateAfterMs,
    })),
  }
}

function slowOutcome(mentors: string, mentees: string, { held, over }: { held: boolean; over: boolean }): Outcome {
  if (held) return 'held'
  if (mentors === 'waits' || mentees === 'waits') return 'upcoming'
  if (mentors === 'away' && mentees === 'away') return 'bothAbsent'
  if (mentors === 'away') return 'noShowMentor'
  if (mentees === 'away') return 'noShowMentee'
  if (mentors === 'failed' || mentees === 'failed') return 'technicalFailure'
  return over ? 'partial' : 'upcoming'
}

/** The seconds somebody was there, short absences between two of them filled in. */
function seconds(intervals: readonly Interval[], gapMs: number, [from, until]: [number, number]): Set<number> {
  const boxes = new Set<number>()
  for (const { start, end } of intervals) for (let box = start; box < end; box += second) boxes.add(box)
  let before: number | null = null
  for (const box of [...boxes].toSorted((a, b) => a - b)) {
    if (before !== null && box - before - second <= gapMs) {
      for (let hole = before + second; hole < box; hole += second) boxes.add(hole)
    }
    before = box
  }
  return new Set([...boxes].filter((box) => box >= from && box < until))
}
