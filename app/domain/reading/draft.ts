/**
 * The draft that reading a document gives, for a person to confirm line by line. It is the contract of
 * `npm run -s import:preview`: absent is null or an empty list, never a missing key; lists keep the document's order.
 */
import type { Source } from './blocks'

export type Layout = 'assessment-services' | 'centre-for-assessment' | 'action-plan' | 'unrecognised'
export type ReviewKind = 'initial' | 'annual-1' | 'annual-2' | 'recertification'
export type Level = 'non' | 'partial' | 'full' | 'plus'
export type LevelCounts = { plus: number; full: number; partial: number; non: number }

export type DraftRating = {
  element: string
  level: Level
  /** false where the document does not print the level itself (not listed, so full). */
  stated: boolean
  /** true where the element's number was lost and worked out from its neighbours. */
  inferred: boolean
  justification: string | null
  source: Source
}
export type DraftStrength = { text: string; elements: string[]; source: Source }
export type DraftArea = {
  number: string
  text: string
  elements: string[]
  /** What a later review in the same document says under this point. */
  response: string | null
  source: Source
}
export type DraftSpan = { kind: ReviewKind; from: string | null; to: string | null; provisional: boolean }
export type DraftReview = {
  kind: ReviewKind
  assessors: string[]
  reportedOn: string | null
  documentReviewOn: string | null
  visitDates: string[]
  projectNumber: string | null
  clientId: string | null
  scope: 'all' | string[]
  ratings: DraftRating[]
  totals: LevelCounts | null
  totalsByCriterion: ({ criterion: string } & LevelCounts)[]
  strengths: DraftStrength[]
  areasForDevelopment: DraftArea[]
  outcome: string | null
  marks: string | null
  nextReview: DraftSpan | null
  schedule: { kind: ReviewKind; text: string; from: string | null; to: string | null }[]
  wording: { element: string; text: string; source: Source }[]
  narrative: { heading: string | null; criterion: string | null; text: string; source: Source }[]
}

export type CompletionKind = 'day' | 'month' | 'period' | 'quarter' | 'start' | 'recurring' | 'ongoing' | 'unknown'
export type DraftCompletion = {
  text: string
  kind: CompletionKind
  from: string | null
  to: string | null
  everyMonths: number | null
  indicative: boolean
}
export type DraftAction = {
  number: string
  text: string
  owners: string[]
  inferred: boolean
  completion: DraftCompletion | null
}
export type DraftProgress = {
  asAt: string | null
  category: 1 | 2 | 3 | 4 | null
  evidence: string
  revisedCompletion: { text: string; from: string | null; to: string | null } | null
  /** The source's own word for the state ("On track", "Amber"), where it is no category: a person says which it is. */
  status: string | null
}
export type DraftRecommendation = {
  number: string
  text: string
  responsibility: string[]
  elements: string[]
  actions: DraftAction[]
  /** Completion entries that do not pair with actions. */
  completions: DraftCompletion[]
  notes: string[]
  progress: DraftProgress[]
  source: Source
}

export type QueryCode =
  | 'totals-differ'
  | 'plus-not-carried'
  | 'plus-lost'
  | 'point-not-mentioned'
  | 'narrative-differs'
  | 'heading-differs'
  | 'category-after-date'
  | 'category-missing'
  | 'words-missing'
  | 'dates-out-of-order'
  | 'element-unknown'
  | 'over-tolerance'
export type DraftQuery = {
  code: QueryCode
  /** The index of the review it concerns; null for a plan. */
  review: number | null
  elements: string[]
  audience: 'assessor' | 'owner' | 'reader'
  decides: boolean
  message: string
  /** The other levels its elements may have by what the report says: a disputed level is counted both ways. */
  alternatives?: { element: string; level: Level }[]
  /** The numbers of the points it concerns, in a plan. */
  recommendations?: string[]
}
export type Furniture = { reason: 'contents' | 'boilerplate' | 'blank-form' | 'page'; source: Source }

export type Draft = {
  layout: Layout
  title: string | null
  organisation: string | null
  reviews: DraftReview[]
  recommendations: DraftRecommendation[]
  queries: DraftQuery[]
  furniture: Furniture[]
  notUnderstood: { text: string; source: Source }[]
}
