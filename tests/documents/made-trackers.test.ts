import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '~/documents/read-document'
import { readDraft } from '~/domain/reading/read-draft'
import { makeCsv, makeDocx, makePdf, makeTabbedText, makeXlsx } from '#tests/support/make-documents'
import { madeTrackers, type MadeTracker } from '#tests/support/made-tracker'
import { expectedOf, foundIn } from '#tests/support/made-tracker-facts'

async function draftOf(bytes: Uint8Array, name: string) {
  const reading = await readDocument(bytes, name)
  if (!reading.ok) throw new Error(reading.reason)
  return readDraft(reading.document.blocks)
}

type Format = [name: string, make: (tracker: MadeTracker) => Uint8Array | Promise<Uint8Array>, runs: number]

const formats: Format[] = [
  ['tracker.xlsx', ({ rows }) => makeXlsx([{ name: 'Plan', rows }]), 40],
  ['tracker.csv', ({ rows }) => makeCsv(rows), 150],
  ['semicolons.csv', ({ rows }) => makeCsv(rows, ';', '\n'), 50],
  ['tracker.docx', ({ rows }) => makeDocx([{ kind: 'table', rows }]), 40],
  [
    'tracker.pdf',
    ({ rows, style }) =>
      makePdf([{ kind: 'table', rows, widths: widthsOf(style.order) }], { landscape: true, size: 8 }),
    60,
  ],
]

const widthsOf = (order: string[]): number[] =>
  order.map((column) => ({ number: 2, category: 2, colour: 2, elements: 2, owners: 3, date: 3 })[column] ?? 5)

describe('a tracker comes back as it went in', () => {
  test.each(formats)(
    'from %s',
    async (name, make, numRuns) => {
      await fc.assert(
        fc.asyncProperty(madeTrackers, async (tracker) => {
          const draft = await draftOf(await make(tracker), name)
          expect(draft.layout).toBe('action-plan')
          expect(foundIn(draft)).toEqual(expectedOf(tracker))
        }),
        { numRuns },
      )
    },
    120_000,
  )

  test('from text with tabs, a row for each action', async () => {
    const inRows = madeTrackers.filter(
      ({ style }) => style.rows === 'one for each action' || style.order[1] !== 'words',
    )
    await fc.assert(
      fc.asyncProperty(inRows, async (tracker) => {
        fc.pre(tracker.style.rows === 'one for each action')
        const draft = await draftOf(makeTabbedText(tracker.rows), 'pasted')
        expect(foundIn(draft)).toEqual(expectedOf(tracker))
      }),
      { numRuns: 100 },
    )
  })
})
