/**
 * The rules of an assessment body as data: which reviews a cycle has, from what each is counted, which documents are
 * wanted before a visit and when. Taken from what the bodies print in their reports; a council can change its copy, so
 * nothing but this file knows a body by name.
 */
import type { ReviewKind } from './reading/draft'

export type { ReviewKind }

/** What a latest date is counted from. The certificate's dates are entered, never taken from a report. */
export type CountedFrom = 'certificate-date' | 'committee-decision' | 'certificate-expiry' | 'previous-visit'
export type ReviewRule = {
  kind: ReviewKind
  title: string
  /** null: opens the cycle, at any time. */
  latest: { from: CountedFrom; months: number } | null
}

/** Before the visit: so many calendar months, or between so many days and so few. */
export type WantedBefore = { unit: 'months'; months: number } | { unit: 'days'; most: number; fewest: number }
export type PeriodWanted = 'since-last-visit' | 'last-twelve-months' | 'latest' | 'as-it-stands'
export type RequestCode =
  | 'performance'
  | 'service-review'
  | 'satisfaction-complaints'
  | 'annual-report'
  | 'self-assessment'
  | 'answers'
  | 'use-of-mark'
export type RequestRule = { code: RequestCode; title: string; period: PeriodWanted; wanted: WantedBefore }

export type AssessmentBody = {
  id: string
  name: string
  reviews: ReviewRule[]
  /** How long before its latest date a visit is usually held: the start of the window offered. */
  windowMonths: number
  requests: RequestRule[]
}

const twoMonths: WantedBefore = { unit: 'months', months: 2 }
const oneMonth: WantedBefore = { unit: 'months', months: 1 }
const documentReview: WantedBefore = { unit: 'days', most: 18, fewest: 2 }

const fourDocuments = (wanted: WantedBefore): RequestRule[] => [
  { code: 'performance', title: 'Latest performance against our standards', period: 'last-twelve-months', wanted },
  {
    code: 'service-review',
    title: 'Reviews of how we deliver or of our standards',
    period: 'since-last-visit',
    wanted,
  },
  {
    code: 'satisfaction-complaints',
    title: 'Latest satisfaction and complaints figures',
    period: 'last-twelve-months',
    wanted,
  },
  { code: 'annual-report', title: 'Latest annual report', period: 'latest', wanted },
]
const answers = (wanted: WantedBefore): RequestRule => ({
  code: 'answers',
  title: 'Answers to every point raised last time',
  period: 'since-last-visit',
  wanted,
})
const markInUse = (wanted: WantedBefore): RequestRule => ({
  code: 'use-of-mark',
  title: 'Where and how we use the mark',
  period: 'as-it-stands',
  wanted,
})
const selfAssessment = (wanted: WantedBefore): RequestRule => ({
  code: 'self-assessment',
  title: 'Self-assessment, brought up to date',
  period: 'as-it-stands',
  wanted,
})

const opening: ReviewRule = { kind: 'initial', title: 'full assessment', latest: null }

export const centreForAssessment: AssessmentBody = {
  id: 'centre-for-assessment',
  name: 'Centre for Assessment',
  reviews: [
    opening,
    { kind: 'annual-1', title: '12-month review', latest: { from: 'certificate-date', months: 12 } },
    { kind: 'annual-2', title: '24-month review', latest: { from: 'previous-visit', months: 12 } },
    { kind: 'recertification', title: 'recertification', latest: { from: 'certificate-expiry', months: 0 } },
  ],
  windowMonths: 2,
  requests: [...fourDocuments(twoMonths), answers(twoMonths), markInUse(twoMonths)],
}

export const assessmentServices: AssessmentBody = {
  id: 'assessment-services',
  name: 'Assessment Services',
  reviews: [
    opening,
    { kind: 'annual-1', title: 'annual review, year 1', latest: { from: 'committee-decision', months: 12 } },
    { kind: 'annual-2', title: 'annual review, year 2', latest: { from: 'committee-decision', months: 24 } },
    { kind: 'recertification', title: '3-year full review', latest: { from: 'committee-decision', months: 36 } },
  ],
  windowMonths: 2,
  requests: [selfAssessment(documentReview), answers(documentReview), markInUse(documentReview)],
}

/** For a body whose rules are not known here: cautious dates to start from, for the council to correct. */
export const otherBody: AssessmentBody = {
  id: 'other',
  name: 'Another assessment body',
  reviews: [
    opening,
    { kind: 'annual-1', title: 'first annual review', latest: { from: 'certificate-date', months: 12 } },
    { kind: 'annual-2', title: 'second annual review', latest: { from: 'certificate-date', months: 24 } },
    { kind: 'recertification', title: 'recertification', latest: { from: 'certificate-expiry', months: 0 } },
  ],
  windowMonths: 2,
  requests: [selfAssessment(oneMonth), ...fourDocuments(oneMonth), answers(oneMonth), markInUse(oneMonth)],
}

export const assessmentBodies: readonly AssessmentBody[] = [centreForAssessment, assessmentServices, otherBody]

/** A body that is not on the list is treated as one whose rules are not known. */
export const assessmentBody = (id: string): AssessmentBody =>
  assessmentBodies.find((body) => body.id === id) ?? otherBody

/** "12-month review", in the body's own words. */
export const reviewTitle = (body: AssessmentBody, kind: ReviewKind): string => reviewRule(body, kind)?.title ?? kind

export const reviewRule = (body: AssessmentBody, kind: ReviewKind): ReviewRule | undefined =>
  body.reviews.find((rule) => rule.kind === kind)

/** The review that follows in the cycle; after a recertification the next cycle's first annual review. */
export function nextReviewKind(body: AssessmentBody, kind: ReviewKind): ReviewKind | null {
  const after = kind === 'recertification' ? 'initial' : kind
  const place = body.reviews.findIndex((rule) => rule.kind === after)
  return place === -1 ? null : (body.reviews[place + 1]?.kind ?? null)
}
