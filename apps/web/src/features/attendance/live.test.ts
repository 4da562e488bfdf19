import type { Correction, Outcome, Row, Verdict } from '@ithaca/contract'
import { attendance } from '@ithaca/contract/attendance'
import { CorrectionId } from '@ithaca/contract/ids'
import { beforeEach, expect, test } from 'vitest'
import { mint } from '../../platform/mint.ts'
import { asking, queryClient } from '../../platform/query.ts'
import { evidenceOf, heldIntervals, session } from '../../test/evidence.ts'
import { matchId, programId, sessionId } from '../../test/people.ts'
import { applyCorrection, applyVerdict, correctedRow, judgedRow, keepCorrection, keepVerdict } from './live.ts'
import { rowsOf, type View } from './queries.ts'

const evidence = evidenceOf(heldIntervals)
const first = evidence.verdicts[0] as Verdict
const second: Verdict = { ...first, version: 2, outcome: 'partial', dyadMs: 480_000, final: true }
const correction: Correction = {
  id: mint(CorrectionId),
  outcome: 'excused',
  reason: 'In hospital.',
  byName: 'Cy Ortiz',
  at: '2026-11-24T09:00:00.000Z',
}
const of = { sessionId: session.id, programId }

/** The row the server would tell: the newest verdict, and over it the newest correction. */
function fetchedRow(verdict: Verdict | undefined, corrected?: Correction): Row {
  const { topic, startsAt, endsAt } = session
  return {
    sessionId: session.id,
    matchId,
    topic,
    startsAt,
    endsAt,
    mentors: ['Ada Mwangi'],
    mentees: ['Bo Larsen'],
    outcome: corrected?.outcome ?? verdict?.outcome ?? 'upcoming',
    final: verdict?.final ?? false,
    corrected: corrected !== undefined,
    dyadMs: verdict?.dyadMs ?? 0,
  }
}

test('a row after a verdict is what would be fetched, corrected before or not', () => {
  expect(judgedRow(fetchedRow(undefined), { ...of, verdict: first })).toEqual(fetchedRow(first))
  expect(judgedRow(fetchedRow(first), { ...of, verdict: second })).toEqual(fetchedRow(second))
  expect(judgedRow(fetchedRow(first, correction), { ...of, verdict: second })).toEqual(fetchedRow(second, correction))
})

test('a row after a correction is what would be fetched', () => {
  expect(correctedRow(fetchedRow(first), { ...of, correction })).toEqual(fetchedRow(first, correction))
})

test('evidence keeps every version once, in order, and every correction once', () => {
  const judged = applyVerdict(applyVerdict(evidence, { ...of, verdict: second }), { ...of, verdict: second })
  expect(judged.verdicts).toEqual([first, second])
  const better = { ...second, dyadMs: 490_000 }
  expect(applyVerdict(judged, { ...of, verdict: better }).verdicts).toEqual([first, better])
  const corrected = applyCorrection(applyCorrection(evidence, { ...of, correction }), { ...of, correction })
  expect(corrected.corrections).toEqual([correction])
})

test.each<[View, { outcome: Outcome; asked: boolean }]>([
  [{ sort: 'latest' }, { outcome: 'partial', asked: false }],
  [{ sort: 'longest' }, { outcome: 'partial', asked: true }],
  [
    { sort: 'latest', outcome: 'held' },
    { outcome: 'partial', asked: true },
  ],
])('a table %j changes in place, and is asked again where the row may move', (view, { outcome, asked }) => {
  const key = table(view, [fetchedRow(first)])
  keepVerdict({ ...of, verdict: second })
  expect(queryClient.getQueryData(key)?.pages[0]?.items[0]?.outcome).toBe(outcome)
  expect(queryClient.getQueryState(key)?.isInvalidated).toBe(asked)
})

test('a table that does not show the session yet is asked again', () => {
  const key = table({ sort: 'latest' }, [{ ...fetchedRow(first), sessionId: sessionId(9) }])
  keepCorrection({ ...of, correction })
  expect(queryClient.getQueryState(key)?.isInvalidated).toBe(true)
})

test('a verdict is on its page at once, and the facts behind it are asked for', () => {
  const key = asking(attendance.ofSession, { params: { sessionId: session.id } }).queryKey
  queryClient.setQueryData(key, evidence)
  keepVerdict({ ...of, verdict: second })
  expect(queryClient.getQueryData(key)?.verdicts).toEqual([first, second])
  expect(queryClient.getQueryState(key)?.isInvalidated).toBe(true)
})

beforeEach(() => queryClient.clear())

function table(view: View, items: Row[]) {
  const { queryKey } = rowsOf(programId, view)
  queryClient.setQueryData(queryKey, { pages: [{ items, next: null }], pageParams: [null] })
  return queryKey
}
