/** What a reader must find in a written report, and the same out of a draft: every fact, so that what is invented shows. */
import type { Draft, DraftReview, LevelCounts, ReviewKind } from '~/domain/reading/draft'

export type Facts = {
  layout: Draft['layout']
  organisation: string | null
  reviews: ReviewFacts[]
  queries: string[][]
  notUnderstood: string[]
}
export type ReviewFacts = {
  kind: ReviewKind
  assessors: string[]
  reportedOn: string | null
  documentReviewOn: string | null
  visitDates: string[]
  projectNumber: string | null
  clientId: string | null
  scope: 'all' | string[]
  plus: string[]
  partial: string[]
  non: string[]
  /** How many are full, and how many of those without the report saying so. */
  full: number
  unstated: number
  totals: LevelCounts | null
  byCriterion: number
  strengths: string[][]
  areas: (string | null)[][]
  next: (string | boolean | null)[] | null
  schedule: (string | null)[][]
  marks: boolean
  outcome: boolean
  wording: number
}

/** A written area is [number, first words, answer, ...elements]; the words show which one it is. */
const WORDS = 3
const firstWords = (text: string): string => text.split(' ').slice(0, WORDS).join(' ')

const reviewFacts = (review: DraftReview): ReviewFacts => {
  const at = (level: string) => review.ratings.filter((each) => each.level === level).map(({ element }) => element)
  return {
    kind: review.kind,
    assessors: review.assessors,
    reportedOn: review.reportedOn,
    documentReviewOn: review.documentReviewOn,
    visitDates: review.visitDates,
    projectNumber: review.projectNumber,
    clientId: review.clientId,
    scope: review.scope,
    plus: at('plus'),
    partial: at('partial'),
    non: at('non'),
    full: at('full').length,
    unstated: review.ratings.filter(({ stated }) => !stated).length,
    totals: review.totals,
    byCriterion: review.totalsByCriterion.length,
    strengths: review.strengths.map(({ text, elements }) => [firstWords(text), ...elements]),
    areas: review.areasForDevelopment.map(({ number, text, response, elements }) => [
      number,
      firstWords(text),
      response === null ? null : firstWords(response),
      ...elements,
    ]),
    next:
      review.nextReview === null
        ? null
        : [review.nextReview.kind, review.nextReview.from, review.nextReview.to, review.nextReview.provisional],
    schedule: review.schedule.map(({ kind, from, to }) => [kind, from, to]),
    marks: review.marks !== null,
    outcome: review.outcome !== null,
    wording: review.wording.length,
  }
}

export const factsOf = (draft: Draft): Facts => ({
  layout: draft.layout,
  organisation: draft.organisation,
  reviews: draft.reviews.map(reviewFacts),
  queries: draft.queries.map(({ code, review, elements }) => [code, String(review), ...elements]),
  notUnderstood: draft.notUnderstood.map(({ text }) => text),
})

const silent: ReviewFacts = {
  kind: 'initial',
  assessors: [],
  reportedOn: null,
  documentReviewOn: null,
  visitDates: [],
  projectNumber: null,
  clientId: null,
  scope: 'all',
  plus: [],
  partial: [],
  non: [],
  full: 0,
  unstated: 0,
  totals: null,
  byCriterion: 0,
  strengths: [],
  areas: [],
  next: null,
  schedule: [],
  marks: false,
  outcome: false,
  wording: 0,
}

export type Written = { name: string; script: string; facts: Facts }
type Told = Omit<Partial<Facts>, 'reviews'> & { reviews: Partial<ReviewFacts>[] }

/** What a report does not say is nothing. */
export const written = (name: string, facts: Told, script: string): Written => ({
  name,
  script,
  facts: {
    layout: 'unrecognised',
    organisation: null,
    queries: [],
    notUnderstood: [],
    ...facts,
    reviews: facts.reviews.map((review) => ({ ...silent, ...review })),
  },
})
