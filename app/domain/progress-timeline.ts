/**
 * What was said of a recommendation, newest first. Every entry says by which way it came: typed here, by the link that
 * was sent to somebody, or brought in with a document. What came after the last document's day is "since then": the
 * document does not know it. A correction is an entry of its own and names the one it corrects.
 */
import { formatDate, latestOf, type IsoDate } from './dates'
import { categoryInWords } from './plan-words'
import type { Category, CategoryLabels } from './progress'

export type Said = {
  id: string
  asAt: IsoDate
  /** The day on which it was recorded. */
  recordedOn: IsoDate
  category: Category | null
  printed: string | null
  evidence: string
  answer: 'progress' | 'no-change' | 'done' | 'more-time' | 'not-mine' | 'undone'
  contradicts: string | null
  way: 'screen' | 'link' | 'import'
  /** The person's name; null where nobody is known. */
  by: string | null
  initials: string | null
  actionNumber: string | null
  correctsId: string | null
}
export type TimelineEntry = {
  id: string
  asAt: string
  category: string | null
  words: string
  by: string
  /** Why the category stands although the facts say otherwise. */
  why: string | null
  corrects: string | null
  isSinceThen: boolean
}
export type Timeline = {
  entries: TimelineEntry[]
  /** "1 June 2009": the day of the last document. */ documentAsAt: string | null
}

const ANSWERS: Partial<Record<Said['answer'], string>> = {
  'no-change': 'No change.',
  'more-time': 'Needs more time.',
  'not-mine': 'Not mine.',
  undone: 'The answer before this one was taken back.',
}

function bywhom({ way, by, initials, recordedOn, asAt }: Said): string {
  const on = recordedOn === asAt ? '' : `, recorded on ${formatDate(recordedOn)}`
  if (way === 'import') return 'Brought in with a document'
  const typed = initials === null || initials === '' ? '' : ` (${initials})`
  return way === 'link' ? `By the link sent to ${by ?? 'somebody'}${typed}${on}` : `${by ?? 'Somebody'}${on}`
}

export function timelineOf(said: readonly Said[], labels: CategoryLabels): Timeline {
  const lastDocument = latestOf(said.filter(({ way }) => way === 'import').map(({ asAt }) => asAt))
  const byId = new Map(said.map((each) => [each.id, each]))
  const entries = said.map((each) => {
    const corrected = each.correctsId === null ? undefined : byId.get(each.correctsId)
    const about = each.actionNumber === null ? '' : `Action ${each.actionNumber}: `
    const answer = ANSWERS[each.answer] ?? ''
    return {
      id: each.id,
      asAt: formatDate(each.asAt),
      category: categoryInWords(each.category, each.printed, labels),
      words: `${about}${[answer, each.evidence].filter((words) => words !== '').join(' ')}`,
      by: bywhom(each),
      why: each.contradicts,
      corrects: corrected === undefined ? null : `Corrects the entry as at ${formatDate(corrected.asAt)}`,
      isSinceThen: lastDocument !== null && each.asAt > lastDocument,
    }
  })
  return { entries, documentAsAt: lastDocument === null ? null : formatDate(lastDocument) }
}
