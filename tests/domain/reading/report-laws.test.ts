import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAssessmentServices } from '~/domain/reading/assessment-services'
import type { Block } from '~/domain/reading/blocks'
import { readCentreForAssessment } from '~/domain/reading/centre-for-assessment'
import type { Draft } from '~/domain/reading/draft'
import { allElements } from '~/domain/reading/report-elements'
import { blocksNotIn, unaccountedFor } from '#tests/support/make-reports'
import { makeAssessmentServices } from '#tests/support/make-reports-assessment-services'
import { mangled } from '#tests/support/make-reports-mangled'
import { makeCentreForAssessment } from '#tests/support/make-reports-centre-for-assessment'

const seeds = fc.integer({ min: 0, max: 1_000_000 })
const layouts = [
  {
    name: 'Assessment Services',
    make: (seed: number) => makeAssessmentServices(seed).blocks,
    read: readAssessmentServices,
  },
  {
    name: 'Centre for Assessment',
    make: (seed: number) => makeCentreForAssessment(seed).blocks,
    read: readCentreForAssessment,
  },
]

const textOf = (block: Block): string =>
  block.kind === 'row' ? block.cells.map(({ text }) => text).join(' ') : block.text

/** What must hold of any draft, however broken the document. */
function isSound(draft: Draft, blocks: readonly Block[]): void {
  const words = blocks
    .map(textOf)
    .join(' ')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
  const known = new Set(words.split(' '))
  for (const review of draft.reviews) {
    const elements = review.ratings.map(({ element }) => element)
    expect(new Set(elements).size).toBe(elements.length)
    expect(elements.every((element) => allElements.includes(element))).toBe(true)
    for (const { text } of [...review.strengths, ...review.areasForDevelopment])
      for (const word of text.split(' ')) if (!known.has(word)) expect(words.includes(word), word).toBe(true)
    for (const rating of review.ratings) if (rating.stated) expect(rating.source.quote).not.toBeNull()
  }
  for (const { review, message } of draft.queries) {
    expect(review === null || review < draft.reviews.length).toBe(true)
    expect(message).toMatch(/^[\p{Lu}“].*[.?]$/su)
    expect(message).not.toMatch(/undefined|null|NaN|\[object/)
  }
  expect(Object.keys(draft).sort()).toEqual([
    'furniture',
    'layout',
    'notUnderstood',
    'organisation',
    'queries',
    'recommendations',
    'reviews',
    'title',
  ])
}

/** Where every block went, by the source it came from or by its words. */
const placesOf = (draft: Draft): Set<string> =>
  new Set(
    [...draft.furniture, ...draft.notUnderstood, ...draft.reviews.flatMap(({ narrative }) => narrative)].map(
      ({ source }) => `${source.line}`,
    ),
  )

/** Documents of which something was lost before the rule was mended. */
const lostOnce: [number, number][] = [
  [9, 477_235],
  [122_770, 19],
]

describe.each(layouts)('the layout of $name, however a document is mangled', ({ make, read }) => {
  it('is read without throwing, into a draft that is sound', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, harm) => {
        const blocks = mangled(make(seed), harm)
        isSound(read(blocks), blocks)
      }),
      { numRuns: 40 },
    )
  })

  it('drops nothing: every block is in the draft, told, set aside or shown', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, harm) => {
        const blocks = mangled(make(seed), harm)
        const draft = read(blocks)
        const places = placesOf(draft)
        const lost = blocksNotIn(blocks, draft).filter(({ source }) => !places.has(`${source.line}`))
        expect(lost.map(textOf)).toEqual([])
      }),
      { numRuns: 40, examples: lostOnce },
    )
  })

  it('is read twice to the same draft, and does not touch the blocks', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const blocks = make(seed)
        const before = JSON.stringify(blocks)
        expect(read(blocks)).toEqual(read(blocks))
        expect(JSON.stringify(blocks)).toBe(before)
      }),
      { numRuns: 30 },
    )
  })

  it('makes nothing of nothing, and shows an unrelated text whole', () => {
    isSound(read([]), [])
    const source = { page: null, line: 1, sheet: null, cell: null, quote: 'Minutes of the allotment society.' }
    const blocks: Block[] = [{ kind: 'paragraph', text: 'Minutes of the allotment society.', source }]
    expect(unaccountedFor(blocks, read(blocks))).toEqual([])
  })
})

it('the law that nothing is dropped notices what is dropped', () => {
  const { blocks } = makeAssessmentServices(7)
  const draft = readAssessmentServices(blocks)
  draft.reviews[0]!.narrative = []
  expect(unaccountedFor(blocks, draft).length).toBeGreaterThan(3)
})
