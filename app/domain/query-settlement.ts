/**
 * A contradiction in a report is settled by a person, never silently: which reading is right, and why. Where the query
 * is about levels, the level that is right is chosen for each of its elements, and only that can move a rating.
 */
import { levelLabels, type Level } from './compliance'
import { done, refusedFor, type Outcome, type Refusal } from './outcome'
import { listed } from './sentence'

export type SettledLevel = { element: string; level: Level }
export type SettlementRequest = {
  /** The elements whose level is asked; none where the query is about something else. */
  elements: readonly string[]
  chosen: ReadonlyMap<string, Level>
  why: string
}
export type Settlement = { levels: SettledLevel[]; how: string }

/** Only a query that can change a verdict is about levels. */
export const elementsAsked = (
  decides: boolean,
  elements: readonly string[],
  alternatives: readonly SettledLevel[],
): string[] => (decides ? [...new Set([...elements, ...alternatives.map(({ element }) => element)])] : [])

export function checkSettlement({ elements, chosen, why }: SettlementRequest): Outcome<Settlement> {
  const refusals: Refusal[] = elements
    .filter((element) => !chosen.has(element))
    .map((element) => ({ field: `level-${element}`, message: `Select the level of ${element} that is right` }))
  if (why.trim() === '') refusals.push({ field: 'why', message: 'Say why, and who said so' })
  if (refusals.length > 0) return refusedFor(refusals)
  const levels = elements.map((element) => ({ element, level: chosen.get(element)! }))
  const said = levels.map(({ element, level }) => `${element} is ${levelLabels[level]}`)
  return done({ levels, how: [...(said.length > 0 ? [`${listed(said)}.`] : []), why.trim()].join(' ') })
}
