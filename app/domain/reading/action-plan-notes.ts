/**
 * What a plan says about a point and no other part of the draft holds: columns of its own ("Portfolio holder"), and
 * whatever could not be taken over whole. Each stands with the heading over it, because alone it would say nothing.
 */
import type { PlanCell, PlanRecord } from './action-plan-records'
import type { DraftRecommendation } from './draft'

export function notesOf(record: PlanRecord, recommendation: DraftRecommendation, elsewhere: PlanCell[]): string[] {
  const held = new Set([...wordsIn(textsIn(recommendation).join(' ')), 'and'])
  for (const element of recommendation.elements) held.add(element.replaceAll('.', ''))
  const notes = record.rows.flatMap(({ cells }) =>
    cells
      .filter((cell) => cell.text !== '' && !elsewhere.includes(cell))
      .filter(({ column, text }) => column.field === 'other' || wordsIn(text).some((word) => !held.has(word)))
      .map(({ column, text }) => (column.heading === '' ? text : `${column.heading}: ${text}`)),
  )
  return [...new Set(notes)]
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function textsIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  if (value === null || typeof value !== 'object') return []
  // The quote is no part of what is taken over: it would hold everything.
  return Object.entries(value).flatMap(([name, part]) => (name === 'source' ? [] : textsIn(part)))
}
