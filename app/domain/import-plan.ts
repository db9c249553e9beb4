/**
 * The whole of what confirming a draft would do, from the draft, what a person chose so far and what we have: shown on
 * the confirm screens, and written when they confirm. A choice stands over a proposal; a proposal is never silent.
 */
import type { ImportChoices } from './import-choices'
import type { ImportFacts, ImportPlan } from './import-facts'
import { plannedLines } from './import-plan-lines'
import { oldPointsOf, plannedQueries } from './import-plan-old-points'
import { certificationOf, plannedReviews, sourcesOf } from './import-plan-reviews'
import type { Draft } from './reading/draft'

export type {
  CertificationFacts,
  ImportFacts,
  ImportPlan,
  PlannedLine,
  PlannedQuery,
  PlannedReview,
  PointFacts,
} from './import-facts'

export function importPlan(draft: Draft, choices: ImportChoices, facts: ImportFacts, fileName: string): ImportPlan {
  const certification = certificationOf(draft, choices, facts)
  const reviews = plannedReviews(draft, choices, facts, certification)
  const lines = plannedLines(draft, choices, facts, reviews, certification)
  const oldPoints = oldPointsOf(choices, facts, reviews, lines, certification)
  return {
    certification,
    reviews,
    lines,
    oldPoints,
    queries: plannedQueries(draft, choices, facts, reviews, certification, oldPoints),
    sources: sourcesOf(draft, choices, reviews, fileName),
  }
}
