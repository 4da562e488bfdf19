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

/** How a spreadsheet begins: headed by codes that do not change with anybody's language. */
export const csvHead = `${csvStart}${csvRow(Object.keys(columns))}`

/** Rows as lines of a spreadsheet. */
export function csvLines(rows: readonly Row[]): string {
  const cells = Object.values(columns)
  return rows.map((row) => csvRow(cells.map((cell) => cell(row)))).join('')
}
