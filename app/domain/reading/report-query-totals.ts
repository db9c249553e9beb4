/**
 * A printed total or grid against the elements counted, with the elements that explain the difference, and what a
 * sentence announces against what follows.
 */
import { levelLabels } from '../compliance'
import { capitalised, listed } from '../sentence'
import type { DraftReview, LevelCounts } from './draft'
import { agrees } from './report-claims'
import { explainDifference, type Flip } from './report-differences'
import { sortedElements } from './report-elements'
import {
  countRatings,
  elementsNamed,
  isUnsaid,
  levelsClaimed,
  levelsOf,
  onPage,
  sayClaim,
  type Found,
  type PrintedCounts,
  type ReviewEvidence,
} from './report-evidence'
import { sameCounts } from './report-totals'

export function totalsDiffer(evidence: ReviewEvidence): Found | null {
  const { review, printed } = evidence
  const counted = countRatings(review)
  const wrong = printed.filter((each) => !matchesRatings(each, review))
  const sentences = wrong.map(
    ({ name, counts, source }) =>
      `${capitalised(name)}${onPage(source)} ${printsVerb(name)} ${countsOf(counts)}, but ${evidence.lists} ${givesVerb(evidence.lists)} ${countsOf(counted)}.`,
  )
  const misannounced = evidence.announced.filter(({ said, found }) => said !== found)
  const announced = misannounced.map(
    ({ said, found, what, source }) =>
      `A sentence${onPage(source)} says that there are ${said} ${what}, and ${found} follow.`,
  )
  if (sentences.length + announced.length === 0) return null
  const flips = wrong.length === 0 ? [] : explainDifference(wrong[0]!, review.ratings, flipsOf(evidence))
  const elements = sortedElements(flips.map(({ element }) => element))
  const because = explanations(evidence, elements).map((sentence) => ` ${sentence}`)
  const cells = wrong.flatMap(({ byCriterion }) => criteriaThatDiffer(byCriterion, review))
  const where =
    cells.length === 0 ? '' : ` The difference is in ${cells.length === 1 ? 'criterion' : 'criteria'} ${listed(cells)}.`
  const decides = wrong.some(({ counts }) => counts.partial !== counted.partial || counts.non !== counted.non)
  const message = `${[...sentences, ...announced].join(' ')}${where}${because.join('')} Which is right?`
  return { elements, decides, message, alternatives: flips.map(({ element, to }) => ({ element, level: to })) }
}

const countsOf = ({ plus, full, partial, non }: LevelCounts): string =>
  `${plus} compliance plus, ${full} full, ${partial} partial and ${non} non-compliance`

/** What might explain a wrong total: levels that the report itself gives elsewhere. */
function flipsOf(evidence: ReviewEvidence): Flip[] {
  const levels = levelsOf(evidence.review)
  const conflicts = evidence.claims.filter(({ element }) => levels.has(element))
  const claimed = conflicts.flatMap((claim): Flip[] => {
    const from = levels.get(claim.element)!
    if (agrees(claim, from)) return []
    return levelsClaimed(claim).map((level) => ({ element: claim.element, from, to: level }))
  })
  const others = evidence.otherLevels.map(({ element, level }) => ({ element, from: levels.get(element)!, to: level }))
  const lost = (evidence.plusBefore?.elements ?? [])
    .filter((element) => isUnsaid(evidence, element))
    .map((element): Flip => ({ element, from: levels.get(element) ?? null, to: 'plus' }))
  const missing = evidence.unlisted.flatMap((element) =>
    (['plus', 'full', 'partial', 'non'] as const).map((to): Flip => ({ element, from: null, to })),
  )
  return [...lost, ...claimed, ...others, ...missing]
}

const printsVerb = (name: string): string => (name.endsWith('s') ? 'print' : 'prints')

const givesVerb = (name: string): string => (/\btables\b/.test(name) ? 'give' : 'gives')

const matchesRatings = ({ counts, byCriterion }: PrintedCounts, review: DraftReview): boolean =>
  sameCounts(counts, countRatings(review)) && criteriaThatDiffer(byCriterion, review).length === 0

const criteriaThatDiffer = (byCriterion: PrintedCounts['byCriterion'], review: DraftReview): string[] =>
  byCriterion
    .filter(({ criterion, ...counts }) => !sameCounts(counts, countRatings(review, criterion)))
    .map(({ criterion }) => criterion)

/** Why each element explains the difference; elements with the same reason share a sentence. */
function explanations(evidence: ReviewEvidence, elements: readonly string[]): string[] {
  const reasons = new Map<string, string[]>()
  for (const element of elements) {
    const reason = reasonFor(evidence, element)
    reasons.set(reason, [...(reasons.get(reason) ?? []), element])
  }
  return [...reasons].map(([reason, about]) => `${capitalised(elementsNamed(about))}: ${reason}.`)
}

function reasonFor(evidence: ReviewEvidence, element: string): string {
  const level = levelsOf(evidence.review).get(element)
  const claim = evidence.claims.find((each) => each.element === element && level !== undefined && !agrees(each, level))
  if (claim !== undefined) return `${levelLabels[level!]} in ${evidence.lists}, and ${sayClaim(claim)}`
  const other = evidence.otherLevels.find((each) => each.element === element)
  if (other !== undefined) return `${levelLabels[other.level]} in ${other.where}`
  if (evidence.plusBefore?.elements.includes(element))
    return `compliance plus at ${evidence.plusBefore.name}, and not named now`
  return `without a level in ${evidence.lists}`
}
