/**
 * What a review's report says besides its values: the material of its queries, and the words in which they speak of it.
 */
import { listed } from '../sentence'
import { criterionOf } from '../standard'
import type { Source } from './blocks'
import type { DraftQuery, DraftReview, Level, LevelCounts, ReviewKind } from './draft'
import type { Claim } from './report-claims'
import { noCounts } from './report-totals'

export type PrintedCounts = {
  /** 'the totals box', 'the grid' */
  name: string
  counts: LevelCounts
  byCriterion: ({ criterion: string } & LevelCounts)[]
  source: Source
}

/** What a review's report says besides its values, and where: the material of its queries. */
export type ReviewEvidence = {
  review: DraftReview
  /** 'the report', 'the 12-month review' */
  name: string
  /** What lists the levels: 'the closing table', 'the tables of elements' */
  lists: string
  printed: PrintedCounts[]
  claims: Claim[]
  /** Levels given to an element in a second place, where they are others than its rating. */
  otherLevels: { element: string; level: Level; where: string; source: Source }[]
  /** Elements in scope that the lists leave without a level. */
  unlisted: string[]
  /** Numbers that a sentence gives for a list: 'the following 4', and how many follow. */
  announced: { said: number; found: number; what: string; source: Source }[]
  /** What the cover calls the review, and headings that name a kind or a year. */
  cover: { kind: ReviewKind; text: string } | null
  headings: { text: string; kind: ReviewKind | null; year: string | null; source: Source }[]
  unknown: { element: string; where: string; source: Source }[]
  /** Plus at the review before, where the same document holds it. */
  plusBefore: { name: string; elements: string[] } | null
}

export type Found = Pick<DraftQuery, 'elements' | 'decides' | 'message' | 'alternatives'>

export const onPage = ({ page }: Source): string => (page === null ? '' : ` (page ${page})`)

export const elementsNamed = (elements: readonly string[]): string =>
  `${elements.length === 1 ? 'element' : 'elements'} ${listed(elements)}`

export function countRatings(review: DraftReview, criterion?: string): LevelCounts {
  const counts = noCounts()
  for (const { element, level } of review.ratings)
    if (criterion === undefined || criterionOf(element) === criterion) counts[level]++
  return counts
}

export const levelsOf = (review: DraftReview): Map<string, Level> =>
  new Map(review.ratings.map(({ element, level }) => [element, level]))

/** The levels that would bear a claim out. */
export const levelsClaimed = ({ calls }: Claim): Level[] =>
  calls === 'plus' ? ['plus'] : calls === 'partial' ? ['partial'] : ['plus', 'full']

export const CALLS: Record<Claim['calls'], string> = {
  strength: 'a strength',
  plus: 'compliance plus',
  compliant: 'now compliant',
  partial: 'partially compliant',
}

export const sayClaim = (claim: Claim): string => `${claim.where}${onPage(claim.source)} calls it ${CALLS[claim.calls]}`

export const isUnsaid = ({ review }: ReviewEvidence, element: string): boolean => {
  const rating = review.ratings.find((each) => each.element === element)
  return rating === undefined ? review.scope === 'all' || review.scope.includes(element) : !rating.stated
}
