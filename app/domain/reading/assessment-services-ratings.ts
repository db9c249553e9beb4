/**
 * The ratings of an Assessment Services report out of its closing table and its findings. The closing table decides
 * what is shown; a level that a finding gives otherwise is kept beside it, for a query. Where only plus and partial are
 * listed, the other elements in scope are full without the report saying so.
 */
import type { Finding } from './assessment-services-findings'
import type { GivenLevel } from './assessment-services-levels'
import type { DraftRating, DraftReview } from './draft'
import type { Source } from './blocks'
import { elementsIn, isKnownElement } from './element-references'
import { allElements, sortedElements } from './report-elements'
import type { Line } from './report-lines'
import { sentencesOf } from './report-claims'
import { countOfAll } from './report-totals'

export type OtherLevel = { element: string; level: DraftRating['level']; where: string; source: Source }

export type Ratings = {
  ratings: DraftRating[]
  scope: DraftReview['scope']
  otherLevels: OtherLevel[]
  /** In scope, and left without a level by a table that lists full ones too. */
  unlisted: string[]
}

export function rateElements(
  given: readonly GivenLevel[],
  findings: readonly Finding[],
  review: Pick<DraftReview, 'kind' | 'totals'>,
  lines: readonly Line[],
): Ratings {
  const known = findings.filter(({ element }) => isKnownElement(element))
  const stated = new Map<string, GivenLevel>()
  const otherLevels: OtherLevel[] = []
  for (const level of given.filter(({ element }) => isKnownElement(element))) {
    const first = stated.get(level.element)
    if (first === undefined) stated.set(level.element, level)
    else if (first.level !== level.level)
      otherLevels.push({ ...level, where: 'the closing table, in a second row,', source: level.line.source })
  }
  const finding = new Map(known.map((each) => [each.element, each]))
  for (const { element, level, inferred, line } of known) {
    if (level === null) continue
    const first = stated.get(element)
    if (first === undefined) stated.set(element, { element, level, inferred, line })
    else if (first.level !== level)
      otherLevels.push({ element, level, where: 'the table of findings', source: line.source })
  }
  const named = sortedElements([...stated.keys(), ...finding.keys()])
  const listsFull = [...stated.values()].some(({ level }) => level === 'full')
  const scope = scopeOf(
    listsFull || finding.size > 0,
    named,
    given.length > 0 ? known.map(({ element }) => element) : [],
    review,
    lines,
  )
  const inScope =
    scope === 'all' ? (named.length === 0 ? [] : allElements) : sortedElements([...scope, ...stated.keys()])
  const ratings = inScope.flatMap((element): DraftRating[] => {
    const level = stated.get(element)
    const own = finding.get(element)
    if (level === undefined && (listsFull || (stated.size === 0 && (own === undefined || review.totals === null))))
      return []
    return [
      {
        element,
        level: level?.level ?? 'full',
        stated: level !== undefined,
        inferred: (level?.inferred ?? false) || (own?.inferred ?? false),
        justification: own === undefined || own.text === '' ? null : own.text,
        source: (own?.line ?? level?.line)?.source ?? noSource,
      },
    ]
  })
  const rated = new Set(ratings.map(({ element }) => element))
  return {
    ratings,
    scope,
    otherLevels,
    unlisted: stated.size === 0 ? [] : inScope.filter((element) => !rated.has(element)),
  }
}

const noSource: Source = { page: null, line: null, sheet: null, cell: null, quote: null }

/** A report on nearly all elements is a report on all, with a row or two lost. */
const NEARLY_ALL = 0.85

/** `listsAll`: whether what is named is all that was looked at, and not only what stands out. */
function scopeOf(
  listsAll: boolean,
  named: readonly string[],
  withFinding: readonly string[],
  { kind, totals }: Pick<DraftReview, 'kind' | 'totals'>,
  lines: readonly Line[],
): DraftReview['scope'] {
  const all = allElements.length
  const counted = totals === null ? null : countOfAll(totals)
  const announced = announcedScope(lines)
  if (
    announced !== null &&
    (named.length === 0 || named.length < all * NEARLY_ALL || withFinding.length === announced.length)
  )
    return announced
  if (kind === 'initial' || kind === 'recertification')
    return counted !== null && counted === named.length && counted < all ? [...named] : 'all'
  if (!listsAll && (counted === null || counted >= all * NEARLY_ALL)) return 'all'
  const looked = withFinding.length > 0 && withFinding.length < all * NEARLY_ALL ? sortedElements(withFinding) : null
  if (looked !== null && looked.length >= SHORTEST_SCOPE) return looked
  if (named.length >= all * NEARLY_ALL || named.length === 0) return 'all'
  return counted === all ? 'all' : [...named]
}

const SHORTEST_SCOPE = 5

/** A sentence that lists what was looked at: 'this visit covered elements 1.1.1, 1.2.3, …'. */
export function announcedScope(lines: readonly Line[]): string[] | null {
  for (const line of lines) {
    if (line.kind === 'row' && line.cells.filter((cell) => cell !== '').length > 2) continue
    for (const sentence of sentencesOf(line.text)) {
      if (
        !/\b(?:scope|looked at|reviewed|assessed|covers?|covered|selected|sampled?|rolling|in this (?:visit|review|year))\b/i.test(
          sentence,
        )
      )
        continue
      const elements = elementsIn(sentence).filter(isKnownElement)
      if (elements.length >= SHORTEST_SCOPE + 3) return sortedElements(elements)
    }
  }
  return null
}
