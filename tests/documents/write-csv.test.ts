import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from '~/documents/read-csv'
import { csvCell, csvLine } from '~/documents/write-csv'

describe('a CSV cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+44 1234', "'+44 1234"],
    ['-5', "'-5"],
    ['@cmd', "'@cmd"],
    ['\tx', '"\'\tx"'],
    ['\rx', '"\'\rx"'],
    ["'=x", "''=x"],
    ["it's", "it's"],
    ["'quoted'", "'quoted'"],
    ['a "b", c', '"a ""b"", c"'],
    ['two\nlines', '"two\nlines"'],
    ['plain', 'plain'],
  ])('%j is written %j', (value, written) => expect(csvCell(value)).toBe(written))

  it('never begins with what a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", '"', ',', 'a') }), (value) => {
        expect(csvCell(value).replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })

  it('comes back unchanged when the file is read', () => {
    const text = fc
      .string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', 'a', 'é', ';'), minLength: 1, maxLength: 12 })
      .filter((value) => value.trim() === value)
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (cells) => {
        const document = readCsv(`sep=,\r\n${csvLine(cells)}`)
        const row = document.blocks[0]
        expect(row?.kind === 'row' && row.cells.map((cell) => cell.text)).toEqual(cells)
      }),
    )
  })
})
