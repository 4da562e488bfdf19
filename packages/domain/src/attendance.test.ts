import { describe, expect, test } from 'vitest'
import { at, facts, mentee, mentor, person, trying } from './attendance.fixtures.ts'
import { heartbeatEnd, heldThreshold, judge } from './attendance.ts'
import { defaultRule, timeline } from './attendance-facts.ts'

const minute = 60_000

describe('the check values of the practice', () => {
  test('a mentee who comes late and reconnects once is late, and the session is held', () => {
    const verdict = judge(facts([mentor('09:58-10:31'), mentee('10:07-10:12', '10:12:20-10:30')]))
    expect(verdict).toMatchObject({ outcome: 'held', final: true, ruleVersion: 1, dyadMs: 23 * minute })
    expect(verdict.heldThresholdMs).toBe(15 * minute)
    const [ada, bo] = verdict.people
    expect(ada).toMatchObject({ userId: 'ada', presentMs: 33 * minute, dyadMs: 23 * minute, lateMs: 0, late: false })
    expect(bo).toMatchObject({ userId: 'bo', presentMs: 23 * minute, lateMs: 7 * minute, late: true, leftEarly: false })
  })

  test('a mentee who tried three times and was connected for 40 s failed for technical reasons', () => {
    const bo = trying(mentee('10:05-10:05:40'), '10:01', '10:03', '10:05')
    const verdict = judge(facts([mentor('10:00-10:30'), bo]))
    expect(verdict.outcome).toBe('technicalFailure')
    expect(verdict.people[0]?.outcome).toBe('present')
    expect(verdict.people[1]).toMatchObject({ outcome: 'technicalFailure', presentMs: 40_000, attempts: 3 })
  })

  test('two devices of one person are not counted twice', () => {
    const verdict = judge(facts([mentor('10:00-10:30'), mentee('10:00-10:20 phone', '10:15-10:30 laptop')]))
    expect(verdict.people[1]?.presentMs).toBe(30 * minute)
  })
})

describe('how the two sides stand decides the outcome', () => {
  const stands = {
    present: ['10:00-10:02'],
    apart: ['10:20-10:24'],
    connected: ['10:05-10:05:40'],
    tried: [],
    absent: [],
  }
  const attempts = { present: [], apart: [], connected: ['10:05'], tried: ['10:05'], absent: [] }
  test.each([
    ['present', 'present', 'partial'],
    ['present', 'apart', 'partial'],
    ['present', 'connected', 'technicalFailure'],
    ['present', 'tried', 'technicalFailure'],
    ['present', 'absent', 'noShowMentee'],
    ['connected', 'present', 'technicalFailure'],
    ['connected', 'connected', 'technicalFailure'],
    ['tried', 'tried', 'technicalFailure'],
    ['tried', 'absent', 'noShowMentee'],
    ['absent', 'present', 'noShowMentor'],
    ['absent', 'tried', 'noShowMentor'],
    ['absent', 'absent', 'bothAbsent'],
  ] as const)('mentor %s, mentee %s: %s', (mentors, mentees, outcome) => {
    const people = [
      person('ada', 'mentor', [...stands[mentors]], [...attempts[mentors]]),
      person('bo', 'mentee', [...stands[mentees]], [...attempts[mentees]]),
    ]
    expect(judge(facts(people)).outcome).toBe(outcome)
  })
})

describe('held', () => {
  test.each([
    ['30 min: half of it, to the millisecond', '10:30', '10:00-10:15', 'held'],
    ['30 min: one second less', '10:30', '10:00-10:14:59', 'partial'],
    ['15 min: at least ten minutes', '10:15', '10:00-10:10', 'held'],
    ['15 min: half of it is not enough', '10:15', '10:00-10:09:59', 'partial'],
    ['together before the start counts from the open door on', '10:30', '09:45-10:00', 'held'],
    ['together before the door opens does not count', '10:30', '09:30-09:59', 'partial'],
    ['together after the planned end counts', '10:30', '10:25-10:41', 'held'],
  ])('%s', (_, until, bo, outcome) => {
    expect(judge(facts([mentor('09:00-11:30'), mentee(bo)], { until, now: '12:00' })).outcome).toBe(outcome)
  })

  test('one millisecond decides', () => {
    const almost = {
      userId: 'bo',
      tie: 'mentee' as const,
      attempts: [],
      intervals: [{ start: at('10:00'), end: at('10:15') - 1 }],
    }
    expect(judge(facts([mentor('10:00-10:30'), almost])).outcome).toBe('partial')
  })

  test('nobody is held by a rule that asks for nothing', () => {
    expect(judge(facts([mentor(), mentee()], { rule: { heldMinMs: 0, heldShare: 0 } })).outcome).toBe('bothAbsent')
  })

  test('a share that binary numbers cannot hold is not one millisecond too much', () => {
    const half = { startsAt: 0, endsAt: 30 * minute }
    expect(heldThreshold(half, { ...defaultRule, heldShare: 0.55 })).toBe(990_000)
    expect(heldThreshold({ startsAt: 0, endsAt: 1_800_001 }, defaultRule)).toBe(900_001)
  })
})

describe('presence', () => {
  test.each([
    ['a gap of 30 s is bridged', ['10:00-10:10', '10:10:30-10:20'], 20 * minute],
    ['a gap of 31 s is not', ['10:00-10:10', '10:10:31-10:20'], 20 * minute - 31_000],
    ['what lies before the open door is cut off', ['09:30-10:00'], 15 * minute],
    ['a stretch that ends before it begins is nothing', ['10:20-10:10', '10:00-10:05'], 5 * minute],
  ])('%s', (_, stretches, presentMs) => {
    expect(judge(facts([mentor('10:00-10:30'), mentee(...stretches)])).people[1]?.presentMs).toBe(presentMs)
  })

  test('a silent device ends at its last heartbeat, one that left when it left', () => {
    expect(heartbeatEnd(at('10:10'))).toBe(at('10:10'))
    expect(heartbeatEnd(at('10:10'), at('10:10:04'))).toBe(at('10:10:04'))
  })
})

describe('late and left early', () => {
  test.each([
    ['five minutes late is not late', '10:05-10:30', { late: false, lateMs: 5 * minute, leftEarly: false }],
    ['a second more is', '10:05:01-10:30', { late: true, lateMs: 5 * minute + 1000, leftEarly: false }],
    ['gone while the other stayed', '10:00-10:25', { late: false, lateMs: 0, leftEarly: true }],
    ['gone while the other went and came again', '10:00-10:08', { leftEarly: true }],
    ['gone with the other, to a heartbeat', '10:00-10:27:50', { leftEarly: false }],
    ['gone after the planned end', '10:00-10:30', { leftEarly: false }],
    ['never there', '10:00-10:00', { late: false, lateMs: null, leftEarly: false, firstAt: null, lastAt: null }],
  ])('%s', (_, bo, expected) => {
    const ada = bo.endsWith('10:27:50') ? mentor('10:00-10:28:20') : mentor('10:00-10:05', '10:06-10:40')
    expect(judge(facts([ada, mentee(bo)])).people[1]).toMatchObject(expected)
  })

  test('of several stretches the first says when they came, the last when they went', () => {
    const verdict = judge(facts([mentor('10:00-10:28'), mentee('10:02-10:05', '10:10-10:27:50')]))
    expect(verdict.people[1]).toMatchObject({ firstAt: at('10:02'), lastAt: at('10:27:50'), leftEarly: false })
  })

  test('nobody has left early before the planned end', () => {
    const people = [mentor('10:00-10:24'), mentee('10:00-10:20')]
    expect(judge(facts(people, { now: '10:29:59' })).people[1]?.leftEarly).toBe(false)
    expect(judge(facts(people, { now: '10:30' })).people[1]?.leftEarly).toBe(true)
  })
})

describe('cancelled and excused', () => {
  test('what counts as late is the number copied onto the session', () => {
    const given = facts([mentor(), mentee()], { cancelledAt: '06:30' })
    const stricter = { ...given, rule: { ...given.rule, lateCancelMs: 4 * 3_600_000 } }
    expect([judge(given).outcome, judge(stricter).outcome]).toEqual(['cancelled', 'lateCancellation'])
  })

  test.each([
    ['in time, to the second', { cancelledAt: '07:00:00' }, 'cancelled'],
    ['late', { cancelledAt: '07:00:01' }, 'lateCancellation'],
    ['after the start', { cancelledAt: '10:05' }, 'lateCancellation'],
    ['when nobody knows', { state: 'cancelled' as const }, 'cancelled'],
    ['late, with an accepted reason', { cancelledAt: '09:00', excused: true }, 'excused'],
    ['not at all, with an accepted reason', { excused: true }, 'excused'],
  ])('cancelled %s', (_, given, outcome) => {
    const verdict = judge(facts([mentor('09:50-09:55'), mentee()], given))
    expect(verdict.outcome).toBe(outcome)
    expect(verdict.people[1]).toMatchObject({ outcome: 'notExpected', late: false, leftEarly: false })
  })

  test('an excuse takes the blame and never the credit', () => {
    const together = [mentor('10:00-10:30'), mentee('10:00-10:30')]
    expect(judge(facts(together, { excused: true })).outcome).toBe('held')
  })

  test('a cancellation is final at once', () => {
    const verdict = judge(facts([mentor(), mentee()], { cancelledAt: '06:00', now: '06:00' }))
    expect(verdict).toMatchObject({ outcome: 'cancelled', final: true, finalAt: at('06:00') })
    const later = judge(facts([mentor(), mentee()], { cancelledAt: '06:00', now: '08:00' }))
    expect(later.finalAt).toBe(at('06:00'))
  })
})

describe('while time goes on', () => {
  const seated = [mentor('10:00-10:09'), mentee('10:00-10:09')]
  test.each([
    ['long before', [mentor(), mentee()], '09:00', 'upcoming', false],
    ['nobody there yet after nine minutes', [mentor(), mentee()], '10:09:59', 'upcoming', false],
    ['nobody there after ten minutes', [mentor(), mentee()], '10:10', 'bothAbsent', false],
    ['the mentee missing after ten minutes', [mentor('10:00-10:10'), mentee()], '10:10', 'noShowMentee', false],
    ['the mentee just connecting', [mentor('10:00-10:20'), mentee('10:19:50-10:20')], '10:20', 'upcoming', false],
    ['the mentee just trying', [mentor('10:00-10:20'), trying(mentee(), '10:19:45')], '10:20', 'upcoming', false],
    [
      'the mentee tried a while ago',
      [mentor('10:00-10:20'), trying(mentee(), '10:19')],
      '10:20',
      'technicalFailure',
      false,
    ],
    ['both there for nine minutes', seated, '10:09', 'upcoming', false],
    ['both parted, before the planned end', seated, '10:29:59', 'upcoming', false],
    ['both parted, at the planned end', seated, '10:30', 'partial', false],
    ['a second before the verdict is final', seated, '10:44:59', 'partial', false],
    ['fifteen minutes after the end', seated, '10:45', 'partial', true],
    ['held before the end', [mentor('10:00-10:15'), mentee('10:00-10:15')], '10:15', 'held', false],
  ])('%s', (_, people, now, outcome, final) => {
    expect(judge(facts(people, { now }))).toMatchObject({ outcome, final })
  })

  test.each([
    ['seen thirty seconds ago, in two pieces', mentee('10:12-10:12:10', '10:19-10:19:30'), '10:20', 'upcoming'],
    ['seen a second earlier', mentee('10:12-10:12:10', '10:19-10:19:29'), '10:20', 'technicalFailure'],
    ['tried just now, told in any order', trying(mentee(), '10:19:45', '10:01'), '10:20', 'upcoming'],
    ['still connecting at the planned end', mentee('10:29:50-10:30'), '10:30', 'technicalFailure'],
  ])('%s', (_, bo, now, outcome) => {
    expect(judge(facts([mentor('10:00-10:30'), bo], { now })).outcome).toBe(outcome)
  })

  test('nobody is blamed while it is too early to tell', () => {
    const [ada, bo] = judge(facts([mentor('10:00-10:05'), mentee()], { now: '10:05' })).people
    expect([ada?.outcome, bo?.outcome]).toEqual(['present', 'notExpected'])
  })

  test('those who stay on are not final fifteen minutes after the planned end, a forgotten device alone is', () => {
    const both = facts([mentor('10:00-10:50'), mentee('10:00-10:50')], { now: '10:50' })
    expect(judge(both)).toMatchObject({ final: false, finalAt: at('11:05') })
    const again = facts([mentor('10:00-10:50'), mentee('10:00-10:20', '10:35-10:40')], { now: '10:50' })
    expect(judge(again).finalAt).toBe(at('10:55'))
    const alone = facts([mentor('10:00-12:50'), mentee('10:00-10:30')], { now: '10:50' })
    expect(judge(alone)).toMatchObject({ final: true, finalAt: at('10:45') })
  })
})

describe('attempts', () => {
  test.each([
    ['when the door opens', '09:45', 'technicalFailure'],
    ['before the door opens', '09:44:59', 'noShowMentee'],
    ['just before the planned end', '10:29:59', 'technicalFailure'],
    ['at the planned end', '10:30', 'noShowMentee'],
  ])('one %s', (_, time, outcome) => {
    expect(judge(facts([mentor('10:00-10:30'), trying(mentee(), time)])).outcome).toBe(outcome)
  })

  test('whoever was connected has tried, though no attempt was written down', () => {
    expect(judge(facts([mentor('10:00-10:30'), mentee('10:05-10:05:59')])).outcome).toBe('technicalFailure')
  })

  test('a minute of presence is no failure', () => {
    expect(judge(facts([mentor('10:00-10:30'), mentee('10:05-10:06')])).outcome).toBe('partial')
  })
})

describe('groups', () => {
  const cy = person('cy', 'mentor', ['10:20-10:30'])
  const di = person('di', 'mentee', ['10:00-10:08', '10:25-10:28'])

  test('a mentee is together with whichever mentor is there, and the session joins all of it', () => {
    const verdict = judge(facts([mentor('10:00-10:10'), cy, mentee('10:05-10:24'), di]))
    expect(verdict).toMatchObject({ outcome: 'held', dyadMs: 17 * minute })
    const together = Object.fromEntries(verdict.people.map(({ userId, dyadMs }) => [userId, dyadMs / minute]))
    expect(together).toEqual({ ada: 10, cy: 7, bo: 9, di: 11 })
  })

  test('one mentor of two is enough, and the absent one is still told', () => {
    const verdict = judge(facts([mentor(), person('cy', 'mentor', ['10:00-10:30']), mentee('10:00-10:30')]))
    expect(verdict.outcome).toBe('held')
    expect(verdict.people.map(({ outcome }) => outcome)).toEqual(['noShow', 'present', 'present'])
  })

  test('a side that failed is helped, though another of it never tried', () => {
    const people = [mentor('10:00-10:30'), trying(mentee(), '10:01'), person('di', 'mentee')]
    expect(judge(facts(people)).outcome).toBe('technicalFailure')
  })

  test('a coordinator is neither side, neither late nor expected', () => {
    const eve = person('eve', 'coordinator', ['10:10-10:20'])
    const verdict = judge(facts([mentor('10:00-10:30'), mentee(), eve]))
    expect(verdict).toMatchObject({ outcome: 'noShowMentee', dyadMs: 0 })
    expect(verdict.people[2]).toMatchObject({ outcome: 'present', late: false, leftEarly: false, dyadMs: 0 })
    const [, , absent] = judge(facts([mentor(), mentee(), person('eve', 'coordinator')])).people
    expect(absent).toMatchObject({ outcome: 'notExpected', lateMs: null })
  })

  test('a person told in two pieces is one person, with the tie that binds most', () => {
    const pieces = [person('bo', 'coordinator', ['10:00-10:10']), mentee('10:05-10:30')]
    const verdict = judge(facts([...pieces, mentor('10:00-10:30')]))
    expect(verdict.people.map(({ userId, tie }) => [userId, tie])).toEqual([
      ['ada', 'mentor'],
      ['bo', 'mentee'],
    ])
    expect(verdict.people[1]?.presentMs).toBe(30 * minute)
  })
})

test('the timeline is the picture behind the verdict', () => {
  const line = timeline(
    facts([mentor('09:40-10:31'), trying(mentee('10:07-10:12', '10:12:20-10:30'), '10:06', '10:06')]),
  )
  expect(line.window).toEqual({ start: at('09:45'), end: at('10:31') })
  expect(line.people[0]?.presence).toEqual([{ start: at('09:45'), end: at('10:31') }])
  expect(line.people[1]).toMatchObject({
    attempts: [at('10:06')],
    presence: [{ start: at('10:07'), end: at('10:30') }],
  })
  expect(line.together).toEqual([{ start: at('10:07'), end: at('10:30') }])
})
