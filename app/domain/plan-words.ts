/**
 * How a recommendation reads in lists: the beginning of its words, its category as it prints, and how late it is. The
 * same on the plan, on its export and on its own page.
 */
import type { IsoDate } from './dates'
import { spanInWords } from './date-words'
import type { Category, CategoryLabels } from './progress'

const longestBeginning = 180

/** The beginning of long words, cut between two of them. */
export function beginningOf(text: string, most = longestBeginning): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= most) return plain
  const cut = plain.slice(0, most)
  const end = cut.lastIndexOf(' ')
  return `${cut.slice(0, end > most / 2 ? end : most).replace(/[\s,;:.–-]+$/, '')} …`
}

export const categoryInWords = (
  category: Category | null,
  printed: string | null,
  labels: CategoryLabels,
): string | null => (category === null ? null : `${category} ${printed ?? labels[category]}`)

export const overdueInWords = (dueOn: IsoDate | null, state: 'open' | 'closed', today: IsoDate): string | null =>
  state === 'open' && dueOn !== null && dueOn < today ? `Overdue by ${spanInWords(dueOn, today)}` : null
