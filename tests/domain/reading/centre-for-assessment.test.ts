import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readText } from '~/documents/read-text'
import { looksLikeAssessmentServices } from '~/domain/reading/assessment-services'
import { looksLikeCentreForAssessment, readCentreForAssessment } from '~/domain/reading/centre-for-assessment'
import { Sheet, asText, unaccountedFor, type MadeReport } from '#tests/support/make-reports'
import { makeCentreForAssessment } from '#tests/support/make-reports-centre-for-assessment'

const seeds = fc.integer({ min: 0, max: 1_000_000 })
const slips = fc.constantFrom('plus-lost' as const, 'grid' as const)

function holds({ blocks, expected }: MadeReport): void {
  const draft = readCentreForAssessment(blocks)
  expect(draft.organisation).toBe(expected.reviews[0]!.organisation)
  expect(draft.reviews.map(({ kind }) => kind)).toEqual(expected.reviews.map(({ kind }) => kind))
  draft.reviews.forEach((review, index) => {
    const { ratings, nextReview, strengths, areasForDevelopment, organisation: _, ...plain } = expected.reviews[index]!
    expect(review).toMatchObject(plain)
    expect(review.nextReview).toMatchObject(nextReview!)
    expect(review.strengths.map(({ text, elements }) => ({ text, elements }))).toEqual(strengths)
    expect(review.areasForDevelopment.map(({ source: _source, ...area }) => area)).toEqual(areasForDevelopment)
    expect(
      review.ratings.map(({ element, level, stated, justification }) => ({ element, level, stated, justification })),
    ).toEqual(ratings)
  })
  expect(draft.queries.map(({ code, review, elements }) => ({ code, review, elements }))).toEqual(expected.queries)
  const told = draft.reviews.flatMap(({ narrative }) => narrative.map(({ text }) => text))
  expect(expected.narrative.filter((text) => !told.includes(text))).toEqual([])
  expect(draft.notUnderstood).toEqual([])
  expect(unaccountedFor(blocks, draft)).toEqual([])
}

describe('made-up documents come back as they went in', () => {
  it('whatever their reviews, losses, breaks and repeated points', () => {
    fc.assert(
      fc.property(seeds, (seed) => holds(makeCentreForAssessment(seed))),
      { numRuns: 80 },
    )
  })

  it('as text too, as it is pasted or falls out of a PDF', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const made = makeCentreForAssessment(seed)
        holds({ ...made, blocks: readText(asText(made.blocks)).blocks })
      }),
      { numRuns: 40 },
    )
  })

  it('with the questions that a forgotten plus or a wrong grid raises, and no others', () => {
    fc.assert(
      fc.property(seeds, slips, (seed, slip) => holds(makeCentreForAssessment(seed, slip))),
      { numRuns: 80 },
    )
  })

  it('and are known for what they are', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { blocks } = makeCentreForAssessment(seed)
        expect(looksLikeCentreForAssessment(blocks)).toBeGreaterThan(0.55)
        expect(looksLikeAssessmentServices(blocks)).toBeLessThan(0.5)
      }),
      { numRuns: 40 },
    )
  })
})

/** An initial assessment with 1.1.1 and 1.1.2 plus, and the review after it, which `later` fills. */
function twoReviews(later: (sheet: Sheet) => void, firstPlus = ['1.1.1', '1.1.2']): Sheet {
  const sheet = new Sheet()
  sheet.heading('Section B: Initial Assessment Report')
  sheet.paragraph('Assessor name A. Example Date of report 01.06.2021')
  sheet.heading('Criterion 1 – Knowing People')
  sheet.heading('Compliance Plus Elements')
  sheet.table()
  sheet.row('Element', 'Justification')
  for (const element of firstPlus) sheet.row(element, 'A good many sound examples')
  sheet.heading('Section C: 12-month Review Report')
  sheet.paragraph('Assessor name A. Example Date of report 01.06.2022')
  later(sheet)
  return sheet
}
const plusOf = (sheet: Sheet) => {
  const draft = readCentreForAssessment(sheet.blocks)
  const plus = draft.reviews[1]!.ratings.filter(({ level }) => level === 'plus').map(({ element }) => element)
  return { plus, queries: draft.queries.map(({ code, elements }) => [code, ...elements]) }
}

describe('what a later review says of earlier awards', () => {
  it.each([
    ['All elements previously awarded compliance plus remain so.', ['1.1.1', '1.1.2'], []],
    ['All earlier CP elements remain, with the exception of 112.', ['1.1.1'], []],
    ['Elements 1.1.1 and 1.1.2 retain compliance plus.', ['1.1.1', '1.1.2'], []],
    ['Element 1.1.1 remains compliance plus.', ['1.1.1'], [['plus-not-carried', '1.1.2']]],
    [
      'Elements 111,112 remain CP. The following 2 additional CP elements have been identified',
      ['1.1.1', '1.1.2', '2.1.1'],
      [['totals-differ']],
    ],
    [
      'Elements 111,112 remain CP. The following one additional CP element has been identified',
      ['1.1.1', '1.1.2', '2.1.1'],
      [],
    ],
  ])('%s', (statement, plus, queries) => {
    const sheet = twoReviews((later) => {
      later.heading('Compliance Plus elements')
      later.table()
      later.row('Element', 'Justification')
      later.row('', statement)
      if (/following/.test(statement)) later.row('211', 'New this time')
    })
    expect(plusOf(sheet)).toEqual({ plus, queries })
  })

  it('in a sentence outside of any table', () => {
    const sheet = twoReviews((later) => {
      later.heading('Context')
      later.paragraph('Elements 1.1.1 and 1.1.2 remain compliance plus, which is to the credit of all.')
    })
    expect(plusOf(sheet)).toEqual({ plus: ['1.1.1', '1.1.2'], queries: [] })
  })
})

describe('contradictions in tables', () => {
  it('asks about an element that is both partial and plus, and shows the lower level', () => {
    const sheet = twoReviews((later) => {
      later.heading('Partial Compliance elements')
      later.table()
      later.row('Element', 'Justification')
      later.row('1.1.1', 'Some of it is missing')
      later.heading('Compliance Plus elements')
      later.table()
      later.row('Element', 'Justification')
      later.row('1.1.1', 'Most of it is splendid')
      later.row('1.1.2', 'As before')
    })
    const draft = readCentreForAssessment(sheet.blocks)
    expect(draft.reviews[1]!.ratings.find(({ element }) => element === '1.1.1')).toMatchObject({
      level: 'partial',
      stated: true,
    })
    expect(draft.queries).toMatchObject([{ code: 'narrative-differs', review: 1, elements: ['1.1.1'], decides: true }])
  })

  it('asks about an element that the standard does not have, and shows the row to a person', () => {
    const sheet = twoReviews((later) => {
      later.heading('Compliance Plus elements')
      later.table()
      later.row('Element', 'Justification')
      later.row('1.1.1, 1.1.2', 'As before')
      later.row('1.4.7', 'Whatever this is')
    })
    const draft = readCentreForAssessment(sheet.blocks)
    expect(draft.queries).toMatchObject([{ code: 'element-unknown', elements: ['1.4.7'] }])
    expect(draft.notUnderstood.map(({ text }) => text)).toEqual(['1.4.7 Whatever this is'])
  })

  it('asks about more partials than a criterion bears', () => {
    const sheet = twoReviews((later) => {
      later.heading('Partial Compliance elements')
      later.table()
      later.row('Element', 'Justification')
      for (const element of ['2.1.1', '2.1.2', '2.1.3']) later.row(element, 'Not all of it')
    }, [])
    expect(readCentreForAssessment(sheet.blocks).queries).toMatchObject([
      { code: 'over-tolerance', review: 1, elements: ['2.1.1', '2.1.2', '2.1.3'], decides: true },
    ])
  })

  it('asks about dates that run backwards', () => {
    const sheet = twoReviews((later) => later.paragraph('Provisional date for 24-month review visit: 3 May 2022'))
    expect(readCentreForAssessment(sheet.blocks).queries.map(({ code }) => code)).toContain('dates-out-of-order')
  })
})
