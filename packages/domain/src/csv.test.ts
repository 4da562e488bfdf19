import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvCell, csvRow, csvStart } from './csv.ts'

test.each([
  ['plain', 'plain'],
  ['', ''],
  [null, ''],
  [undefined, ''],
  [-5, '-5'],
  [true, 'true'],
  ['a "word"', '"a ""word"""'],
  ['a, b', '"a, b"'],
  ['a; b', '"a; b"'],
  ['two\nlines', '"two\nlines"'],
  [' blank', '" blank"'],
  ['=1+1', "'=1+1"],
  ['+49 30', "'+49 30"],
  ['-5', "'-5"],
  ['@cmd', "'@cmd"],
  ['\t=1', '"\'\t=1"'],
  ['\r=1', '"\'\r=1"'],
  ['\nplain', '"\'\nplain"'],
  ['  =1', "'  =1"],
  ['＝1', "'＝1"],
  ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ["'quoted", "'quoted"],
  ['نور', 'نور'],
])('%j becomes %j', (value, cell) => {
  expect(csvCell(value)).toBe(cell)
})

test('a row ends with a line end, and a file begins with its mark', () => {
  expect(csvRow(['a', 1, null, 'b,c'])).toBe('a,1,,"b,c"\r\n')
  expect(csvStart.charCodeAt(0)).toBe(0xfeff)
})

test('what is written is read again, and nothing that is read begins a formula', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\r', '\n', '\t', ' ', '=', '+', '-', '@', "'") })
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (values) => {
      const cells = read(csvRow(values))
      expect(cells).toHaveLength(values.length)
      for (const [index, cell] of cells.entries()) {
        expect(cell).not.toMatch(/^(?:\s*[=+\-@]|[\t\r\n])/)
        expect([values[index], `'${values[index]}`]).toContain(cell)
      }
    }),
    { numRuns: 1000 },
  )
})

/** A strict reader of one row after RFC 4180. */
function read(row: string): string[] {
  const cells: string[] = []
  let rest = `${row.slice(0, -2)},`
  while (rest !== '') {
    const [whole = '', quoted, plain = ''] = /^(?:"((?:[^"]|"")*)"|([^",]*)),/.exec(rest) ?? []
    if (whole === '') throw new Error(`no cell at: ${rest}`)
    cells.push(quoted?.replaceAll('""', '"') ?? plain)
    rest = rest.slice(whole.length)
  }
  return cells
}
