import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '~/documents/read-document'
import type { Block } from '~/domain/reading/blocks'
import { makeCsv, makeDocx, makeXlsx, type Piece } from '#tests/support/make-documents'

const piece = fc.constantFrom(
  'Words',
  'and more',
  '1.',
  'a)',
  '• item',
  '- dash',
  '#',
  '*bold*',
  '|',
  '"quoted"',
  "'=1+1",
  'Aug10*',
  '<b>',
  '&amp;',
  'é',
  '50%',
  '\t',
  '\n',
  '\n\n',
  '  ',
  '_x000D_',
  '1.10',
  '§',
  '…',
)
const text = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(' '))
const line = text.map((words) => words.replace(/\s+/g, ' ').trim())
const cell = fc.array(line, { maxLength: 3 }).map((lines) => lines.filter((each) => each !== '').join('\n'))
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 })

const lettersOf = (words: string): string =>
  words
    .toLowerCase()
    .match(/[\p{L}\p{N}]/gu)
    ?.sort()
    .join('') ?? ''
const textsOf = (blocks: Block[]): string =>
  blocks.map((block) => (block.kind === 'row' ? block.cells.map((each) => each.text).join(' ') : block.text)).join(' ')

async function lettersRead(bytes: Uint8Array, name: string): Promise<string> {
  const reading = await readDocument(bytes, name)
  return reading.ok ? lettersOf(textsOf(reading.document.blocks)) : ''
}
const all = (table: string[][]): string => lettersOf(table.flat().join(' '))

describe('every letter of a file comes out of its reader', { timeout: 60_000 }, () => {
  test('from text, whatever marks stand in it', async () => {
    // The marks of bold are no words.
    await fc.assert(
      fc.asyncProperty(text, async (words) => {
        expect(await lettersRead(Buffer.from(words), 'notes.txt')).toBe(lettersOf(words.replaceAll('<b>', '')))
      }),
      { numRuns: 300 },
    )
  })

  test('from CSV', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(',', ';'), async (table, separator) => {
        fc.pre(table.some((row) => row.length > 2))
        expect(await lettersRead(makeCsv(table, separator), 'plan.csv')).toBe(all(table))
      }),
      { numRuns: 200 },
    )
  })

  test('from a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        // _x000D_ is how a workbook writes the end of a line.
        const given = table.map((row) => row.map((each) => each.replaceAll('_x000D_', '')))
        expect(await lettersRead(await makeXlsx([{ name: 'P', rows: table }]), 'plan.xlsx')).toBe(all(given))
      }),
      { numRuns: 60 },
    )
  })

  test('from Word', async () => {
    const pieces = fc.array(
      fc.oneof(
        fc.record({
          kind: fc.constantFrom('title' as const, 'heading' as const, 'paragraph' as const, 'item' as const),
          text: line,
        }),
        fc.record({ kind: fc.constant('table' as const), rows }),
      ),
      { minLength: 1, maxLength: 6 },
    )
    await fc.assert(
      fc.asyncProperty(pieces, async (made) => {
        const given = made
          .map((each: Piece) => (each.kind === 'table' ? each.rows.flat().join(' ') : each.text))
          .join(' ')
        expect(await lettersRead(await makeDocx(made), 'report.docx')).toBe(lettersOf(given))
      }),
      { numRuns: 60 },
    )
  })
})
