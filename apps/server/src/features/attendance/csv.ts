import type { Row } from '@ithaca/contract'
import { type CsvValue, csvRow, csvStart } from '@ithaca/domain/csv'

const columns = {
  startsAt: ({ startsAt }) => startsAt,
  endsAt: ({ endsAt }) => endsAt,
  topic: ({ topic }) => topic,
  mentors: ({ mentors }) => mentors.join('; '),
  mentees: ({ mentees }) => mentees.join('; '),
  outcome: ({ outcome }) => outcome,
  final: ({ final }) => final,
  corrected: ({ corrected }) => corrected,
  togetherMs: ({ dyadMs }) => dyadMs,
  sessionId: ({ sessionId }) => sessionId,
  matchId: ({ matchId }) => matchId,
} as const satisfies Record<string, (row: Row) => CsvValue>

/** Rows as a spreadsheet, headed by codes that do not change with anybody's language. */
export function csvOf(rows: readonly Row[]): string {
  const cells = Object.values(columns)
  const lines = rows.map((row) => csvRow(cells.map((cell) => cell(row))))
  return `${csvStart}${csvRow(Object.keys(columns))}${lines.join('')}`
}
