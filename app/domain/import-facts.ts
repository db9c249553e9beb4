/**
 * What we have when a draft comes in, and what confirming it would do: the two ends of the plan of an import.
 */
import type { LineChoice, OldPointChoice, ReviewFacts, SourceChoice } from './import-choices'
import type { ImportLine } from './import-lines'
import type { KnownPoint, Match } from './import-matching'
import type { SuggestedOwner } from './import-owners'
import type { DraftQuery, DraftRating } from './reading/draft'
import type { ClosedBy, RecommendationKind } from './recommendation'
import type { ChangedValue, KnownReview, OldPoint, ReviewMatch } from './report-confirmation'

export type PointFacts = KnownPoint & {
  kind: RecommendationKind
  source: string
  reviewId: string | null
  closedBy: ClosedBy
  unfinishedActions: number
  /** Its answering owner, as a choice of the owners' list. */
  owner: string | null
  /** The service it was given to, where that has a head. */
  service: { name: string; head: string } | null
}
export type CertificationFacts = { id: string; name: string; body: string }
export type ImportFacts = {
  points: PointFacts[]
  certifications: CertificationFacts[]
  reviews: KnownReview[]
  elementOwners: { certificationId: string; element: string; owner: string }[]
  openQueries: { id: string; reviewId: string | null; code: string; elements: string[] }[]
}

export type PlannedLine = ImportLine & {
  candidates: (Match & { point: PointFacts })[]
  /** Lines of an earlier review of the document that this one may raise again. */
  earlierLines: { key: string; number: string; text: string; why: string }[]
  choice: LineChoice
  isProposed: boolean
  /** As a person chose; empty is nobody yet. */
  owner: string
  /** Who owned it, or its element, before. Nothing comes of it without a person's say. */
  suggestedOwner: SuggestedOwner | null
}
export type PlannedReview = {
  index: number
  facts: ReviewFacts
  title: string
  match: ReviewMatch | null
  ratings: DraftRating[]
  changes: ChangedValue[]
  kept: string[]
}
export type PlannedQuery = DraftQuery & { index: number; leftOut: boolean }
export type ImportPlan = {
  certification: { id: string | null; name: string; body: string } | null
  reviews: PlannedReview[]
  lines: PlannedLine[]
  oldPoints: (OldPoint & { choice: OldPointChoice })[]
  queries: PlannedQuery[]
  /** By review; a tracker has one, "plan". */
  sources: Record<string, SourceChoice>
}
