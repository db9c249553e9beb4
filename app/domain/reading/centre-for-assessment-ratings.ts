/**
 * The ratings of one review of the Centre for Assessment: what its tables and its sentences on earlier awards say. What
 * neither names is full without being stated. An element given two levels keeps the lower one, and the other is asked
 * about.
 */
import { announcedScope } from './assessment-services-ratings'
import type { Entry, Levels } from './centre-for-assessment-levels'
import { compareLevels } from '../compliance'
import type { DraftRating, DraftReview, Level } from './draft'
import type { Claim } from './report-claims'
import { allElements, sortedElements } from './report-elements'
import type { Line } from './report-lines'
import type { ReviewEvidence } from './report-evidence'
import { countOfAll } from './report-totals'

type Candidate = Omit<Entry, 'justification'> & { justification: string | null; where: string }

export function rateForm(
  review: DraftReview,
  { entries, statements, areThere }: Levels,
  claims: readonly Claim[],
  plusBefore: readonly string[],
  isLater: boolean,
  lines: readonly Line[],
): ReviewEvidence['otherLevels'] {
  const lost = new Set(statements.flatMap(({ lost: elements }) => elements))
  const candidates: Candidate[] = entries.map((entry) => ({ ...entry, where: `the table of ${entry.level} elements` }))
  for (const { elements, allBefore, level, line } of statements) {
    const base = { level, justification: null, line, where: 'the statement on earlier elements' }
    candidates.push(...elements.map((element) => ({ ...base, element, inferred: false })))
    if (allBefore && level === 'plus')
      candidates.push(
        ...plusBefore.filter((element) => !lost.has(element)).map((element) => ({ ...base, element, inferred: true })),
      )
  }
  const named = new Set(candidates.map(({ element }) => element))
  if (isLater)
    for (const { element, calls, source, where } of claims) {
      if (calls !== 'plus' || named.has(element) || lost.has(element)) continue
      const line = lines.find((each) => each.source === source)
      if (line !== undefined)
        candidates.push({ element, level: 'plus', justification: null, inferred: false, line, where })
    }
  for (const { lost: elements, line } of statements)
    candidates.push(
      ...elements
        .filter((element) => !named.has(element))
        .map((element) => ({
          element,
          level: 'full' as Level,
          justification: null,
          inferred: false,
          line,
          where: 'the statement',
        })),
    )
  // A form without tables and without a grid says nothing of levels, not even that all are full.
  if (candidates.length === 0 && !areThere && review.totals === null) return []
  return settle(
    review,
    candidates,
    scopeOf(review, sortedElements(candidates.map(({ element }) => element)), lines),
    lines,
  )
}

function settle(
  review: DraftReview,
  candidates: readonly Candidate[],
  scope: DraftReview['scope'],
  lines: readonly Line[],
): ReviewEvidence['otherLevels'] {
  review.scope = scope
  const otherLevels: ReviewEvidence['otherLevels'] = []
  const inScope =
    scope === 'all' ? allElements : sortedElements([...scope, ...candidates.map(({ element }) => element)])
  review.ratings = inScope.map((element): DraftRating => {
    const given = candidates.filter((candidate) => candidate.element === element)
    const [first, ...others] = given.toSorted((a, b) => compareLevels(a.level, b.level))
    if (first === undefined)
      return {
        element,
        level: 'full',
        stated: false,
        inferred: false,
        justification: null,
        source: { ...(lines[0]?.source ?? nowhere), quote: null },
      }
    for (const other of others)
      if (other.level !== first.level)
        otherLevels.push({ element, level: other.level, where: other.where, source: other.line.source })
    const justified = given.find(({ level, justification }) => level === first.level && justification !== null) ?? first
    return {
      element,
      level: first.level,
      stated: true,
      inferred: justified.inferred,
      justification: justified.justification,
      source: justified.line.source,
    }
  })
  return otherLevels
}

const nowhere = { page: null, line: null, sheet: null, cell: null, quote: null }
/** A grid that counts nearly all elements is one of all, with a slip. */
const NEARLY_ALL = 0.85

function scopeOf(review: DraftReview, stated: readonly string[], lines: readonly Line[]): DraftReview['scope'] {
  const counted = review.totals === null ? null : countOfAll(review.totals)
  if (counted !== null && counted >= allElements.length * NEARLY_ALL) return 'all'
  const announced = announcedScope(lines)
  if (announced !== null && (counted === null || Math.abs(counted - announced.length) <= 2)) return announced
  return counted === null ? 'all' : [...stated]
}
