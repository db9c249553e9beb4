/**
 * Where each line of one review's form stands: under which of the form's headings, and in which criterion.
 */
import { criterionHeading } from './assessment-services-sections'
import type { Level } from './draft'
import { bareTitle, couldBeHeading, wordCount, type Line } from './report-lines'
import { isAssessorLine } from './centre-for-assessment-sections'
import { leadsToAreas } from './report-points'

export type Topic = 'facts' | 'narrative' | 'strengths' | 'areas' | 'updates' | 'next' | 'levels' | 'marks' | 'outcome'

export type Place = {
  line: Line
  topic: Topic
  /** The heading it stands under; null for what stands before any. */
  heading: Line | null
  criterion: string | null
  /** Under a heading that names a level. */
  level: Level | null
  isHeading: boolean
}

const NEXT =
  /\b(?:provisional|proposed|agreed|next)\b.*\b(?:dates?|visit|review)\b|\bdates? (?:of|for) (?:the )?(?:next|\d+[\s-]month|recertification)/i

const TOPICS: [Topic, RegExp][] = [
  ['marks', /^(?:the )?use of (?:the )?.{0,60}\b(?:marks?|logos?|hallmarks?)\b/],
  [
    'updates',
    /\b(?:updates?|progress|responses?|actions? taken|follow[ -]?up)\b.*\b(?:areas?|points?|development|recommendations?)\b|\b(?:previous|earlier|last (?:year|time|visit)'?s?)\b.*\bareas?\b|\bareas? for (?:development|improvement)\b.*\b(?:from|raised|identified) (?:at|in|last|previous|the)\b/,
  ],
  [
    'areas',
    /\bareas? (?:for|of) (?:\w+ ){0,2}(?:development|improvement)s?\b|^(?:new |further )?development (?:points|areas)\b/,
  ],
  ['strengths', /^(?:summary of |key |main |areas? of )*strengths?\b/],
  ['outcome', /^(?:overall )?(?:outcome|recommendation|conclusion|result)s?\b/],
]
const LEVELS: [Level, RegExp][] = [
  ['non', /^non[\s-]*compl\w+\s*(?:elements?)?$/],
  ['partial', /^(?:elements? (?:with|at) )?partial(?:ly)?\s*compl\w+\s*(?:elements?)?$/],
  ['plus', /^(?:elements? (?:with|at) )?(?:compl\w+\s*plus|cp)\s*(?:elements?)?$/],
]
const NARRATIVE =
  /^(?:overall |executive )?summary$|^(?:context|background|introduction|overview|key changes|changes\b.*)$/

export function placesIn(lines: readonly Line[]): Place[] {
  let place: Omit<Place, 'line' | 'isHeading'> = { topic: 'facts', heading: null, criterion: null, level: null }
  return lines.map((line) => {
    const next = headingPlace(line, place)
    if (next === null) {
      if (place.topic === 'strengths' && leadsToAreas(line.text)) place = { ...place, topic: 'areas' }
      const alone = place.topic === 'next' && !isNext(line) && (wordCount(line.text) > 12 || line.kind === 'row')
      if (place.topic === 'facts' && line.kind !== 'row' && wordCount(line.text) > 20)
        place = { ...place, topic: 'narrative' }
      return { ...place, topic: alone ? 'narrative' : place.topic, line, isHeading: false }
    }
    place = next
    return { ...place, line, isHeading: next.topic !== 'next' && next.topic !== 'facts' }
  })
}

const isNext = (line: Line): boolean => NEXT.test(line.text) && wordCount(line.text) <= 20

function headingPlace(line: Line, now: Omit<Place, 'line' | 'isHeading'>): Omit<Place, 'line' | 'isHeading'> | null {
  if (line.kind === 'page' || line.text === '') return null
  if (isAssessorLine(line)) return { topic: 'facts', heading: now.heading, criterion: null, level: null }
  if (isNext(line) && line.kind !== 'item') return { topic: 'next', heading: line, criterion: null, level: null }
  if (!couldBeHeading(line)) return null
  const criterion = criterionHeading(line)
  if (criterion !== null && line.kind !== 'item') return { topic: 'narrative', heading: line, criterion, level: null }
  const title = bareTitle(line.text)
  const level = LEVELS.find(([, pattern]) => pattern.test(title))?.[0]
  if (level !== undefined) return { topic: 'levels', heading: line, criterion: now.criterion, level }
  if (line.kind === 'item') return null
  const topic =
    wordCount(line.text) <= 14 && !NARRATIVE.test(title)
      ? TOPICS.find(([, pattern]) => pattern.test(title))?.[0]
      : undefined
  if (topic !== undefined) return { topic, heading: line, criterion: null, level: null }
  if (!NARRATIVE.test(title) && line.kind !== 'heading') return null
  return {
    topic: 'narrative',
    heading: line,
    criterion: /^(?:overall )?summary$/.test(title)
      ? now.criterion
      : line.kind === 'heading' && !NARRATIVE.test(title)
        ? now.criterion
        : null,
    level: null,
  }
}
