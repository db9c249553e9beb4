import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText } from '~/documents/read-text'
import { looksLikeAssessmentServices, readAssessmentServices } from '~/domain/reading/assessment-services'
import { looksLikeCentreForAssessment } from '~/domain/reading/centre-for-assessment'
import { asText, unaccountedFor, type MadeReport } from '#tests/support/make-reports'
import { makeAssessmentServices } from '#tests/support/make-reports-assessment-services'

const seeds = fc.integer({ min: 0, max: 1_000_000 })

function holds({ blocks, expected }: MadeReport): void {
  const draft = readAssessmentServices(blocks)
  const wanted = expected.reviews[0]!
  const review = draft.reviews[0]!
  const { ratings, nextReview, organisation, ...plain } = wanted
  expect(draft.organisation).toBe(organisation)
  expect(review).toMatchObject(plain.strengths.length === 0 ? plain : { ...plain, strengths: plain.strengths })
  expect(review.nextReview).toMatchObject(nextReview!)
  expect(
    review.ratings.map(({ element, level, stated, justification }) => ({ element, level, stated, justification })),
  ).toEqual(ratings)
  expect(review.ratings.filter(({ inferred }) => inferred).map(({ element }) => element)).toEqual(expected.inferred)
  expect(review.strengths).toHaveLength(wanted.strengths.length)
  expect(review.areasForDevelopment).toHaveLength(wanted.areasForDevelopment.length)
  expect(draft.queries.map(({ code, review: index, elements }) => ({ code, review: index, elements }))).toEqual(
    expected.queries,
  )
  const told = review.narrative.map(({ text }) => text)
  expect(expected.narrative.filter((text) => !told.includes(text))).toEqual([])
  expect(draft.notUnderstood).toEqual([])
  expect(unaccountedFor(blocks, draft)).toEqual([])
}

describe('made-up reports come back as they went in', () => {
  it('whatever their numbering, breaks, losses and shape of totals', () => {
    fc.assert(
      fc.property(seeds, (seed) => holds(makeAssessmentServices(seed))),
      { numRuns: 80 },
    )
  })

  it('as text too, as it is pasted or falls out of a PDF', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const made = makeAssessmentServices(seed)
        holds({ ...made, blocks: readText(asText(made.blocks)).blocks })
      }),
      { numRuns: 40 },
    )
  })

  it('with the questions that a wrong total or heading raises, and no others', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom('totals' as const, 'heading' as const), (seed, slip) =>
        holds(makeAssessmentServices(seed, slip)),
      ),
      { numRuns: 80 },
    )
  })

  it('and are known for what they are', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { blocks } = makeAssessmentServices(seed)
        expect(looksLikeAssessmentServices(blocks)).toBeGreaterThan(0.7)
        expect(looksLikeCentreForAssessment(blocks)).toBeLessThan(0.5)
      }),
      { numRuns: 40 },
    )
  })
})
