import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksLikeActionPlan, readActionPlan } from '~/domain/reading/action-plan'
import { nowhere, type Block } from '~/domain/reading/blocks'
import { madeTrackers } from '#tests/support/made-tracker'
import { expectedOf, foundIn } from '#tests/support/made-tracker-facts'

const blocksOf = (rows: string[][], table = 0): Block[] =>
  rows.map((cells, index) => ({
    kind: 'row',
    table,
    header: false,
    cells: cells.map((text) => ({ text, source: { ...nowhere, line: index + 1, quote: text } })),
    source: { ...nowhere, line: index + 1, quote: cells.join('\t') },
  }))

describe('trackers of other councils', { timeout: 120_000 }, () => {
  test('come back as they went in, whatever their headings, order, rows and numbers', () => {
    fc.assert(
      fc.property(madeTrackers, (tracker) => {
        const blocks = blocksOf(tracker.rows)
        expect(looksLikeActionPlan(blocks)).toBeGreaterThan(0.5)
        expect(foundIn(readActionPlan(blocks))).toEqual(expectedOf(tracker))
      }),
      { numRuns: 300 },
    )
  })
})
