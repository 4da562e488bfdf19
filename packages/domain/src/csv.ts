/** What may stand in a cell. Nothing gives an empty cell. */
export type CsvValue = string | number | boolean | null | undefined

/** Stands at the start of a file, so that spreadsheets read names in every script (UTF-8). */
export const csvStart = '\uFEFF'

/**
 * One cell. Text that a spreadsheet would run as a formula is defused by a leading apostrophe: it begins, after any
 * blanks, with `=`, `+`, `-`, `@` or their full-width forms, or with a tab or a line break. Source: OWASP, CSV injection.
 * Numbers are ours and stay numbers. Quotes are doubled, and a cell is quoted where RFC 4180 asks for it.
 */
export function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const safe = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u.test(value) ? `'${value}` : value
  return /[",;\t\r\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One row with its line end. */
export function csvRow(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}
