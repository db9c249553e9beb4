/**
 * All elements of the standard at a glance: a row for each sub-criterion, a cell for each element, with its level in
 * words. What is expected stands in the cell, and beside it what the assessor gave where that differs; a level that can
 * be read two ways says so, and one that was not looked at this time says that.
 */
import { levelLabels, type Level } from './compliance'
import type { ElementReadiness } from './element-readiness'
import { counted } from './sentence'
import { certifiedCriteria, type Standard } from './standard'

/** 'disputed': more than one level; 'unrated': none. */
export type HeatLevel = Level | 'disputed' | 'unrated'
export type HeatCell = { element: string; title: string; level: HeatLevel; words: string; notes: string[] }
export type HeatRow = { number: string; title: string; cells: HeatCell[] }
export type HeatGroup = { criterion: string; title: string; rows: HeatRow[] }

/** What a narrow cell has room for. */
export const shortLevels: Readonly<Record<HeatLevel, string>> = {
  plus: 'Plus',
  full: 'Full',
  partial: 'Partial',
  non: 'Non',
  disputed: 'Disputed',
  unrated: 'Not rated',
}

export const heatLevelOf = (levels: readonly Level[]): HeatLevel =>
  levels.length > 1 ? 'disputed' : (levels[0] ?? 'unrated')

export function heatMapOf(standard: Standard, { elements }: { elements: readonly ElementReadiness[] }): HeatGroup[] {
  const known = new Map(elements.map((each) => [each.element, each]))
  return groupsOf(standard, (element, title) => cellOf(element, title, known.get(element)))
}

/** The same of one review's own ratings; what it did not look at says so. */
export function heatMapOfRatings(
  standard: Standard,
  ratings: ReadonlyMap<string, Level>,
  scope: readonly string[] | null,
): HeatGroup[] {
  return groupsOf(standard, (element, title) => {
    const level: HeatLevel = ratings.get(element) ?? 'unrated'
    const notes = scope !== null && !scope.includes(element) ? ['not looked at this time'] : []
    return { element, title, level, words: shortLevels[level], notes }
  })
}

const groupsOf = (standard: Standard, cell: (element: string, title: string) => HeatCell): HeatGroup[] =>
  certifiedCriteria(standard).map(({ number, title, subCriteria }) => ({
    criterion: number,
    title,
    rows: subCriteria.map((sub) => ({
      number: sub.number,
      title: sub.title,
      cells: sub.elements.map((element) => cell(element.number, element.title)),
    })),
  }))

function cellOf(element: string, title: string, known: ElementReadiness | undefined): HeatCell {
  const expected = known?.expected ?? []
  const level = heatLevelOf(expected)
  const words = level === 'disputed' ? expected.map((each) => shortLevels[each]).join(' or ') : shortLevels[level]
  return { element, title, level, words, notes: known === undefined ? [] : notesOf(known) }
}

function notesOf({ rating, selfAssessment, notLookedAt, risks }: ElementReadiness): string[] {
  const moved = selfAssessment !== null && rating !== null && selfAssessment.level !== rating
  return [
    ...(moved ? [`assessor: ${levelLabels[rating]}`] : []),
    ...(notLookedAt ? ['not looked at this time'] : []),
    ...(risks.length > 0 ? [counted(risks.length, 'risk')] : []),
  ]
}
