import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument } from '~/documents/read-document'
import { looksLikeAssessmentServices, readAssessmentServices } from '~/domain/reading/assessment-services'
import type { Block } from '~/domain/reading/blocks'
import { looksLikeCentreForAssessment, readCentreForAssessment } from '~/domain/reading/centre-for-assessment'
import type { Draft, DraftReview, Level } from '~/domain/reading/draft'
import { unaccountedFor } from '#tests/support/make-reports'

const folder = new URL('../../../../shared/documents/', import.meta.url)
const there = existsSync(new URL('melton-2017-review.txt', folder))
if (!there) console.log('The real reports are not in ../shared/documents: this suite is skipped.')

const forms = ['txt', 'docx', 'pdf']
const blocksOf = async (name: string): Promise<Block[]> => {
  const read = await readDocument(new Uint8Array(readFileSync(new URL(name, folder))), name)
  if (!read.ok) throw new Error(read.reason)
  return read.document.blocks
}
const at = (review: DraftReview, level: Level, stated?: boolean) =>
  review.ratings
    .filter((rating) => rating.level === level && (stated === undefined || rating.stated === stated))
    .map(({ element }) => element)
const asked = (draft: Draft) => draft.queries.map(({ code, review, elements }) => ({ code, review, elements }))
const areas = (review: DraftReview) => review.areasForDevelopment.map(({ number, elements }) => [number, ...elements])

describe.skipIf(!there).each(forms)('the 2017 review of Assessment Services, as %s', (form) => {
  const read = async () => {
    const blocks = await blocksOf(`melton-2017-review.${form}`)
    return { blocks, draft: readAssessmentServices(blocks) }
  }

  it('is known for what it is', async () => {
    const { blocks } = await read()
    expect(looksLikeAssessmentServices(blocks)).toBeGreaterThan(0.8)
    expect(looksLikeCentreForAssessment(blocks)).toBeLessThan(0.4)
  })

  it('gives the facts of its cover', async () => {
    const { draft } = await read()
    expect(draft.organisation).toMatch(/^Melton /)
    const review = draft.reviews[0]!
    expect(draft.reviews).toHaveLength(1)
    expect(review).toMatchObject({
      kind: 'annual-1',
      reportedOn: '2017-02-24',
      documentReviewOn: '2017-02-21',
      visitDates: ['2017-02-23'],
      projectNumber: 'PN102399',
      clientId: 'C18347',
      scope: 'all',
      marks: null,
    })
    expect(review.assessors).toHaveLength(1)
  })

  it('gives all 57 ratings with their findings, and says which numbers were lost', async () => {
    const review = (await read()).draft.reviews[0]!
    expect(review.ratings).toHaveLength(57)
    expect(at(review, 'plus')).toEqual(['1.1.3', '2.1.1', '3.4.1', '3.4.2', '3.4.3'])
    expect(at(review, 'partial')).toEqual(['2.1.6', '2.2.1', '4.1.2', '5.3.2'])
    expect(at(review, 'full', true)).toHaveLength(48)
    expect(review.ratings.every(({ justification }) => (justification ?? '').length > 30)).toBe(true)
    expect(review.ratings.filter(({ inferred }) => inferred).map(({ element }) => element)).toEqual([
      '3.1.1',
      '4.1.1',
      '4.1.3',
    ])
    expect(review.totals).toEqual({ plus: 6, full: 48, partial: 3, non: 0 })
    expect(review.totalsByCriterion).toEqual([])
  })

  it('gives strengths, three areas, and neither the paragraph on 2015 nor any introduction', async () => {
    const review = (await read()).draft.reviews[0]!
    expect(review.strengths.map(({ elements }) => elements)).toEqual([
      ['1.1.3'],
      ['2.1.1'],
      ['2.1.6'],
      ['3.4.1', '3.4.2'],
      ['3.4.3'],
    ])
    expect(areas(review)).toEqual([['1', '2.2.1', '4.3.3'], ['2', '4.1.2', '5.3.2'], ['3']])
    expect(review.narrative.some(({ text }) => text.includes('3.2.3'))).toBe(true)
  })

  it('gives the outcome, the cycle and the next review', async () => {
    const review = (await read()).draft.reviews[0]!
    expect(review.schedule.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['initial', '2015-10-01', '2015-10-31'],
      ['annual-1', '2017-02-01', '2017-02-28'],
      ['annual-2', '2017-10-01', '2017-10-31'],
      ['recertification', '2018-10-01', '2018-10-31'],
    ])
    expect(review.nextReview).toEqual({ kind: 'annual-2', from: '2017-10-01', to: '2017-10-31', provisional: true })
    expect(review.outcome).toMatch(/certificated/)
  })

  it('gives the wording it prints, as the standard has it', async () => {
    const review = (await read()).draft.reviews[0]!
    const standard = JSON.parse(readFileSync(new URL('cse-standard.json', folder), 'utf8')) as {
      criteria: { subcriteria: { elements: { number: string; text: string }[] }[] }[]
    }
    const official = new Map(
      standard.criteria.flatMap(({ subcriteria }) =>
        subcriteria.flatMap(({ elements }) => elements.map(({ number, text }) => [number, text])),
      ),
    )
    const bare = (text: string | undefined) => (text ?? '').replace(/[^a-z]/gi, '').toLowerCase()
    const same = review.wording.filter(({ element, text }) => bare(official.get(element)) === bare(text))
    expect(review.wording).toHaveLength(54)
    expect(same.length).toBeGreaterThanOrEqual(52)
  })

  it('asks exactly what is contradictory', async () => {
    const { draft } = await read()
    expect(asked(draft)).toEqual([
      { code: 'totals-differ', review: 0, elements: ['2.1.6'] },
      { code: 'narrative-differs', review: 0, elements: ['2.1.6'] },
      { code: 'heading-differs', review: 0, elements: [] },
    ])
    expect(draft.queries.map(({ decides, audience }) => [decides, audience])).toEqual([
      [true, 'assessor'],
      [true, 'assessor'],
      [false, 'assessor'],
    ])
  })

  it('drops nothing and leaves nothing for a person to puzzle over', async () => {
    const { blocks, draft } = await read()
    expect(unaccountedFor(blocks, draft)).toEqual([])
    expect(draft.notUnderstood).toEqual([])
    expect(draft.furniture.filter(({ reason }) => reason === 'contents').length).toBeGreaterThanOrEqual(12)
  })
})

describe.skipIf(!there).each(forms)('the document of the Centre for Assessment with two reviews, as %s', (form) => {
  const read = async () => {
    const blocks = await blocksOf(`stockton-2020-review.${form}`)
    return { blocks, draft: readCentreForAssessment(blocks) }
  }

  it('is known for what it is', async () => {
    const { blocks } = await read()
    expect(looksLikeCentreForAssessment(blocks)).toBeGreaterThan(0.8)
    expect(looksLikeAssessmentServices(blocks)).toBeLessThan(0.4)
  })

  it('holds two reviews; the blank form is none', async () => {
    const { draft } = await read()
    expect(draft.organisation).toMatch(/^STOCKTON/)
    expect(
      draft.reviews.map(({ kind, reportedOn, assessors, scope }) => [kind, reportedOn, assessors.length, scope]),
    ).toEqual([
      ['initial', '2019-07-17', 2, 'all'],
      ['annual-1', '2020-07-17', 1, 'all'],
    ])
    expect(draft.furniture.filter(({ reason }) => reason === 'blank-form').length).toBeGreaterThanOrEqual(14)
  })

  it('gives the initial assessment', async () => {
    const review = (await read()).draft.reviews[0]!
    expect(review.totals).toEqual({ plus: 13, full: 44, partial: 0, non: 0 })
    expect(review.totalsByCriterion.map(({ criterion, plus, full }) => [criterion, plus, full])).toEqual([
      ['1', 4, 7],
      ['2', 5, 6],
      ['3', 4, 8],
      ['4', 0, 13],
      ['5', 0, 10],
    ])
    expect(review.ratings).toHaveLength(57)
    expect(at(review, 'plus', true)).toEqual(
      '1.1.1 1.1.3 1.2.1 1.3.5 2.1.1 2.1.3 2.1.6 2.2.1 2.2.4 3.2.1 3.4.1 3.4.2 3.4.3'.split(' '),
    )
    expect(
      review.ratings.filter(({ level }) => level === 'plus').every(({ justification }) => justification !== null),
    ).toBe(true)
    expect(at(review, 'full', false)).toHaveLength(44)
    expect(review.strengths).toHaveLength(6)
    expect(review.nextReview).toEqual({ kind: 'annual-1', from: '2020-07-06', to: '2020-07-08', provisional: true })
    expect([...new Set(review.narrative.flatMap(({ criterion }) => criterion ?? []))]).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ])
  })

  it('keeps the eight areas with the seven answers that the later review gives', async () => {
    const review = (await read()).draft.reviews[0]!
    expect(areas(review)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'].map((number) => [number]))
    expect(review.areasForDevelopment.map(({ response }) => response?.split(' ')[0] ?? null)).toEqual([
      'Massive',
      'Lots',
      'Complaints',
      'Rapid',
      null,
      'See',
      'Report',
      'Further',
    ])
  })

  it('gives the review after 12 months', async () => {
    const review = (await read()).draft.reviews[1]!
    expect(review.totals).toEqual({ plus: 17, full: 40, partial: 0, non: 0 })
    expect(at(review, 'plus', true)).toEqual(
      '1.1.1 1.1.2 1.1.3 1.2.1 1.3.5 2.1.1 2.1.2 2.1.3 2.1.6 2.2.4 3.2.3 3.4.1 3.4.2 3.4.3 5.2.2'.split(' '),
    )
    expect(review.ratings.filter(({ justification }) => justification !== null).map(({ element }) => element)).toEqual([
      '1.1.2',
      '2.1.2',
      '3.2.3',
      '5.2.2',
    ])
    expect(at(review, 'full', false)).toHaveLength(42)
    expect(areas(review)).toEqual([['1'], ['2'], ['3'], ['4']])
    expect(review.marks).toMatch(/logo/)
    expect(review.nextReview).toEqual({ kind: 'annual-2', from: '2021-07-22', to: '2021-07-23', provisional: true })
    expect(review.narrative.filter(({ criterion }) => criterion !== null)).toHaveLength(42)
  })

  it('asks exactly what is contradictory', async () => {
    const { draft } = await read()
    expect(asked(draft)).toEqual([
      { code: 'totals-differ', review: 1, elements: ['2.2.1', '3.2.1'] },
      { code: 'plus-not-carried', review: 1, elements: ['2.2.1', '3.2.1'] },
    ])
    expect(draft.queries.map(({ decides, audience }) => [decides, audience])).toEqual([
      [false, 'assessor'],
      [false, 'assessor'],
    ])
  })

  it('drops nothing and leaves nothing for a person to puzzle over', async () => {
    const { blocks, draft } = await read()
    expect(unaccountedFor(blocks, draft)).toEqual([])
    expect(draft.notUnderstood).toEqual([])
  })
})

describe.skipIf(!there).each([
  { name: 'melton-2017-review.docx', read: readAssessmentServices },
  { name: 'stockton-2020-review.docx', read: readCentreForAssessment },
])('$name, with any one of its headings lost', ({ name, read }) => {
  const facts = (draft: Draft) =>
    draft.reviews.map(({ kind, reportedOn, ratings, totals, nextReview }) => ({
      kind,
      reportedOn,
      levels: ratings.map(({ element, level, stated }) => [element, level, stated]),
      totals,
      nextReview,
    }))

  it('still gives its reviews, ratings, totals and dates, and drops nothing', async () => {
    const blocks = await blocksOf(name)
    const whole = facts(read(blocks))
    for (const heading of blocks.filter(({ kind }) => kind === 'heading')) {
      const rest = blocks.filter((block) => block !== heading)
      const draft = read(rest)
      expect(facts(draft), heading.source.quote ?? '').toEqual(whole)
      expect(unaccountedFor(rest, draft)).toEqual([])
    }
  })
})
