import type { EventPayload } from '@ithaca/contract'
import { attendance } from '@ithaca/contract/attendance'
import type { InfiniteData } from '@tanstack/react-query'
import type { Reply } from '../../platform/api.ts'
import { listen } from '../../platform/live.ts'
import { keyOf, put, queryClient } from '../../platform/query.ts'

type Judged = EventPayload<'attendance.judged'>
type Corrected = EventPayload<'attendance.corrected'>
type Page = Reply<typeof attendance.list>
type Row = Page['items'][number]
type Evidence = Reply<typeof attendance.ofSession>

/** Hears what sessions come to, for every table and page that shows it. */
export function hearAttendance(): () => void {
  const deaf = [listen('attendance.judged', keepVerdict), listen('attendance.corrected', keepCorrection)]
  return () => {
    for (const stop of deaf) stop()
  }
}

/** Puts a verdict on every screen. The facts behind it are not told with it, so who looks at them asks again. */
export function keepVerdict(news: Judged): void {
  const asked = { params: { sessionId: news.sessionId } }
  put(attendance.ofSession, [asked], (evidence) => applyVerdict(evidence, news))
  void queryClient.invalidateQueries({ queryKey: keyOf(attendance.ofSession, asked) })
  keepRow(news, (row) => judgedRow(row, news))
}

/** Puts a correction on every screen. */
export function keepCorrection(news: Corrected): void {
  put(attendance.ofSession, [{ params: { sessionId: news.sessionId } }], (evidence) => applyCorrection(evidence, news))
  keepRow(news, (row) => correctedRow(row, news))
}

/** The evidence of a session after a verdict: a further version, or better numbers of the same. */
export function applyVerdict(evidence: Evidence, { verdict }: Judged): Evidence {
  const others = evidence.verdicts.filter(({ version }) => version !== verdict.version)
  return { ...evidence, verdicts: [...others, verdict].sort((one, other) => one.version - other.version) }
}

/** The evidence of a session after a correction; told twice, it is one. */
export function applyCorrection(evidence: Evidence, { correction }: Corrected): Evidence {
  const others = evidence.corrections.filter(({ id }) => id !== correction.id)
  return { ...evidence, corrections: [...others, correction] }
}

/** A row of the table after a verdict. What a person has corrected stays as they said. */
export function judgedRow(row: Row, { verdict }: Judged): Row {
  const { outcome, final, dyadMs } = verdict
  return { ...row, dyadMs, final, outcome: row.corrected ? row.outcome : outcome }
}

/** A row of the table after a correction. */
export function correctedRow(row: Row, { correction }: Corrected): Row {
  return { ...row, outcome: correction.outcome, corrected: true }
}

function keepRow({ sessionId, programId }: Pick<Judged, 'sessionId' | 'programId'>, change: (row: Row) => Row): void {
  const key = [...keyOf(attendance.list), { programId }]
  for (const [place, data] of queryClient.getQueriesData<InfiniteData<Page>>({ queryKey: key })) {
    if (!data) continue
    const isShown = data.pages.some(({ items }) => items.some((row) => row.sessionId === sessionId))
    const pages = data.pages.map(({ items, next }) => ({
      items: items.map((row) => (row.sessionId === sessionId ? change(row) : row)),
      next,
    }))
    queryClient.setQueryData(place, { ...data, pages })
    // Another outcome or length can move a row in or out, or to another place: there only the server knows.
    if (!isShown || isMoved(place[3])) void queryClient.invalidateQueries({ queryKey: place, exact: true })
  }
}

function isMoved(view: unknown): boolean {
  const { outcome, sort }: { outcome?: string; sort?: string } = { ...Object(view) }
  return outcome !== undefined || sort === 'longest' || sort === 'shortest'
}
