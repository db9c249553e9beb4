import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { piecesOf, type Piece } from '~/documents/pdf-blocks'
import { joinPages } from '~/documents/pdf-joins'
import type { PdfItem, PdfPage } from '~/documents/pdf-pages'
import type { Rule } from '~/documents/pdf-rules'

const place = fc.oneof(
  fc.double({ min: -50, max: 900, noNaN: true }),
  fc.integer({ min: 0, max: 60 }).map((step) => step * 12),
)
const item: fc.Arbitrary<PdfItem> = fc.record({
  text: fc.constantFrom('Words', 'and', '1.', '•', 'go on', 'Page 2', '-', 'six-', 'A Larch', ' ', 'of'),
  x: place,
  y: place,
  width: fc.oneof(fc.double({ min: 0, max: 500, noNaN: true }), fc.constant(30)),
  size: fc.constantFrom(1, 8, 10, 10, 14, 300),
  bold: fc.boolean(),
})
const rule: fc.Arbitrary<Rule> = fc.record({
  direction: fc.constantFrom<Rule['direction']>('across', 'down'),
  at: place,
  from: place,
  to: place,
})
const pages: fc.Arbitrary<PdfPage[]> = fc
  .array(fc.tuple(fc.array(item, { maxLength: 40 }), fc.array(rule, { maxLength: 30 })), { minLength: 1, maxLength: 4 })
  .map((all) => all.map(([items, rules], index) => ({ number: index + 1, width: 595, height: 842, items, rules })))

const textOf = (piece: Piece): string =>
  piece.kind === 'row' ? piece.cells.map(({ text }) => text).join(' ') : piece.text

describe('what stands on a page, wherever it stands', () => {
  test('is all there, once, whatever lines cross it, and reading ends', () => {
    fc.assert(
      fc.property(pages, (made) => {
        const pieced = piecesOf(made)
        joinPages(pieced)
        const letters = (text: string) => [...text.replace(/\s/g, '')].sort().join('')
        const given = made.flatMap(({ items }) => items.map(({ text }) => text)).join('')
        const found = pieced.flatMap(({ pieces }) => pieces.map(textOf)).join('')
        expect(letters(found)).toBe(letters(given))
      }),
      { numRuns: 1000 },
    )
  })
})
