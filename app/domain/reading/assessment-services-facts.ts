/**
 * The cover and the key information of an Assessment Services report: labels with their values, in a table or on lines
 * of their own. The same fact may stand in both; where both say it, the key information is the fuller one.
 */
import type { Account } from './report-account'
import type { DraftReview, ReviewKind } from './draft'
import { findDates, readDay } from './report-dates'
import { wordCount, type Line } from './report-lines'
import type { Section } from './assessment-services-sections'
import { namesIn, readKind } from './report-words'

export type Facts = {
  title: string | null
  organisation: string | null
  kinds: { kind: ReviewKind; text: string; line: Line }[]
}

type Field =
  | 'documentReviewOn'
  | 'reportedOn'
  | 'kind'
  | 'projectNumber'
  | 'clientId'
  | 'assessors'
  | 'organisation'
  | 'visitDates'

/** The first that fits: 'document review date' is no visit, 'client ID' is no client. */
const LABELS: [Field, RegExp][] = [
  ['documentReviewOn', /\b(?:document(?:ary|ation|s)?|desk(?:top)?|evidence|self-assessment) review\b/i],
  ['reportedOn', /\breport date\b|\bdate of (?:the )?report\b|\breport (?:issued|written|completed)\b/i],
  ['kind', /\b(?:report|assessment|review|visit) type\b|\btype of (?:report|assessment|review|visit)\b/i],
  ['projectNumber', /\bproject\b/i],
  ['clientId', /\b(?:client|customer|organi[sz]ation) (?:id|no|num|ref)/i],
  ['assessors', /\bassessors?\b(?!['’]s? (?:report|finding))/i],
  ['organisation', /^(?:name of )?(?:organi[sz]ation|service|client|company|council|authority)\b/i],
  [
    'visitDates',
    /\b(?:visit|on-?site|site|assessment|review)s?\b.*\bdates?\b|\bdates?\b.*\b(?:visit|assessment|review|on-?site)/i,
  ],
]

const fieldOf = (label: string): Field | null =>
  wordCount(label) > 8 ? null : (LABELS.find(([, pattern]) => pattern.test(label))?.[0] ?? null)

export function readFacts(sections: readonly Section[], review: DraftReview, account: Account): Facts {
  const facts: Facts = { title: null, organisation: null, kinds: [] }
  const places = sections.filter(({ name }) => name === 'cover' || name === 'key')
  for (const section of places)
    section.lines.forEach((line, index) => {
      if (account.isTaken(line)) return
      const pairs = pairsOf(line, section.lines[index + 1])
      const read = pairs.filter(({ field, value }) => takeFact(field, value, line, review, facts))
      if (read.length === 0) return
      account.take(line)
      if (read.some((pair) => pair.below)) account.take(section.lines[index + 1]!)
      const rest = pairs.filter((pair) => !read.includes(pair)).map(({ label, value }) => `${label} ${value}`)
      if (rest.length > 0) account.tell(review, line, section.heading?.text ?? null, null, rest.join('\n'))
    })
  return facts
}

type Pair = { label: string; value: string; field: Field; below: boolean }

/** Label and value: two cells, or a line parted by a colon, or a label with its value on the line below. */
function pairsOf(line: Line, next: Line | undefined): Pair[] {
  if (line.kind === 'row') {
    const cells = line.cells.filter((cell) => cell !== '')
    return cells.flatMap((label, index) => {
      const field = index % 2 === 0 ? fieldOf(label) : null
      const value = cells[index + 1]
      return field === null || value === undefined ? [] : [{ label, value, field, below: false }]
    })
  }
  const parted = /^([^:]{3,60}?)\s*:\s*(.+)$/.exec(line.text)
  if (parted !== null) {
    const field = fieldOf(parted[1]!)
    return field === null ? [] : [{ label: parted[1]!, value: parted[2]!, field, below: false }]
  }
  const field =
    wordCount(line.text) <= 5 && /:$|\b(?:date|name|type|number|id|assessed)s?$/i.test(line.text)
      ? fieldOf(line.text)
      : null
  if (field === null || next === undefined || next.kind === 'row' || wordCount(next.text) > 10) return []
  return fieldOf(next.text) === null ? [{ label: line.text, value: next.text, field, below: true }] : []
}

/** Whether the fact now holds this value: a second, other value is not taken, but told. */
function takeFact(field: Field, value: string, line: Line, review: DraftReview, facts: Facts): boolean {
  switch (field) {
    case 'organisation':
      return (facts.organisation ??= value) === value
    case 'projectNumber':
    case 'clientId':
      return (review[field] ??= value) === value
    case 'assessors': {
      const names = namesIn(value)
      if (review.assessors.length === 0) review.assessors = names
      return names.length > 0 && names.every((name) => review.assessors.includes(name))
    }
    case 'kind': {
      const kind = readKind(value)
      facts.title ??= value
      if (kind !== null) facts.kinds.push({ kind, text: value, line })
      return facts.title === value
    }
    case 'visitDates': {
      const days = findDates(value).flatMap((dates) => dates.days)
      if (review.visitDates.length === 0) review.visitDates = days
      return days.length > 0 && days.every((day) => review.visitDates.includes(day))
    }
    case 'documentReviewOn':
    case 'reportedOn': {
      const day = readDay(value)
      return day !== null && (review[field] ??= day) === day
    }
  }
}

const CONFIDENCE = /confiden|trade\s?mark|licen[cs]e|©|copyright|\bltd\b|\blimited\b|\bversion\b|\bv\d+\b/i
const BODY_NAME =
  /\b(?:council|borough|authority|university|college|trust|nhs|police|fire|association|department|services?)\b/i

/** What is left of the cover: the mark's notice, a title, the organisation where no label names it. */
export function readCover(cover: Section, review: DraftReview, facts: Facts, account: Account): void {
  for (const line of cover.lines) {
    if (account.isTaken(line) || line.kind === 'page' || line.text === '') continue
    if (CONFIDENCE.test(line.text) && wordCount(line.text) <= 40) account.setAside(line, 'boilerplate')
    else if (wordCount(line.text) <= 12) {
      const kind = readKind(line.text)
      if (kind !== null) facts.kinds.push({ kind, text: line.text, line })
      const isBody = BODY_NAME.test(line.text) && !/excellence|report/i.test(line.text)
      if (facts.organisation === null && isBody) facts.organisation = line.text
      else if (facts.title === null && line.kind !== 'row') facts.title = line.text
      account.tell(review, line, null, null)
    } else account.tell(review, line, null, null)
  }
}
