/**
 * What a plan says about a point and no other part of the draft holds: columns of its own ("Portfolio holder"), and
 * whatever could not be taken over whole. Each stands with the heading over it, because alone it would say nothing.
 */
import type { PlanCell, PlanRecord } from './action-plan-records'
import type { DraftRecommendation } from './draft'

export function notesOf(record: PlanRecord, recommendation: DraftRecommendation, elsewhere: PlanCell[]): string[] {
  const isHeld = holderOf(recommendation)
  const notes = record.rows.flatMap(({ cells }) =>
    cells
      .filter((cell) => cell.text !== '' && !elsewhere.includes(cell))
      .filter(({ column, text }) => column.field === 'other' || !isHeld(text))
      .map(({ column, text }) => (column.heading === '' ? text : `${column.heading}: ${text}`)),
  )
  return [...new Set(notes)]
}

/** Whether every word of a cell is somewhere in the draft. Most cells stand there whole, or name owners; only for what
 * is left are all the words of the draft taken apart. */
function holderOf(recommendation: DraftRecommendation): (text: string) => boolean {
  const texts = new Set(textsIn(recommendation))
  const owners = new Set([...wordsIn(recommendation.responsibility.join(' ')), 'and'])
  let all: Set<string> | null = null
  const wordsOfAll = () => {
    if (all !== null) return all
    all = new Set([...wordsIn([...texts].join(' ')), 'and'])
    for (const element of recommendation.elements) all.add(element.replaceAll('.', ''))
    return all
  }
  return (text) => {
    const lines = text.split('\n').filter((line) => !texts.has(line))
    return lines.every((line) => {
      const words = wordsIn(line)
      return words.every((word) => owners.has(word)) || words.every((word) => wordsOfAll().has(word))
    })
  }
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function textsIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  if (value === null || typeof value !== 'object') return []
  // The quote is no part of what is taken over: it would hold everything.
  return Object.entries(value).flatMap(([name, part]) => (name === 'source' ? [] : textsIn(part)))
}
