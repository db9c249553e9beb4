/**
 * The council's own security marking, which stands on everything that leaves Holdfast as a document: none, one of the two
 * of government, or the council's own words. Holdfast writes it and decides nothing by it.
 */
import type { Refusal } from './outcome'

export const usualMarkings = ['OFFICIAL', 'OFFICIAL-SENSITIVE'] as const
export const longestMarking = 60

export const checkMarking = (marking: string | null): Refusal[] => {
  if (marking === null) return []
  if (marking === '') return [{ field: 'ownMarking', message: 'Enter the words of the marking' }]
  return marking.length > longestMarking
    ? [{ field: 'ownMarking', message: `Use ${longestMarking} characters or fewer` }]
    : []
}
