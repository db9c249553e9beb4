/**
 * The parts of a Centre for Assessment document: cover, contents, the grids, one form for each review of the cycle
 * (filled in as the years go by), and notes. A form whose heading was lost still begins with its assessor and date.
 */
import type { ReviewKind } from './draft'
import { contentsOf } from './report-contents'
import { bareTitle, couldBeHeading, type Line } from './report-lines'
import { isGridHeader } from './report-totals'
import { kindAfter, readKind } from './report-words'

export type Part =
  | { name: 'cover' | 'contents' | 'introduction' | 'scoring' | 'notes'; heading: Line | null; lines: Line[] }
  | { name: 'review'; kind: ReviewKind; heading: Line | null; lines: Line[] }

const ASSESSOR = /^(?:lead |name of (?:the )?)?a?ssessors?(?:['’]?s?)?(?:\s*name)?(?:\(s\)|s)?\b/i

export const isAssessorLine = (line: Line): boolean =>
  ASSESSOR.test(line.text) &&
  (/\bdate of (?:the )?report\b|\breport date\b|\bname\b|^(?:lead )?assessors?(?:\(s\))?\s*:/i.test(line.text) ||
    (line.kind === 'row' &&
      /^(?:lead )?assessors?(?:\(s\))?$/i.test(line.cells[0] ?? '') &&
      (line.cells[1] ?? '') !== ''))

/** 'Section C: 12-month Review Report', '12 month review report', 'C. Recertification report'. */
export function reviewOpenedBy(line: Line): ReviewKind | null {
  if (!couldBeHeading(line)) return null
  const kind = readKind(line.text)
  if (kind === null || /\bdate\b|\bupdates?\b/i.test(line.text)) return null
  return /\breport\s*\d*$/i.test(line.text) || /^section\s+[b-h]\b/i.test(line.text) ? kind : null
}

/** On the cover, above the name of the organisation, 'Recertification report' is the title of the document. */
const isTitle = (cover: Part, line: Line): boolean =>
  !/^section\b|^[B-H][.):\s]/.test(line.text) &&
  !cover.lines.some(({ text }) => /\b(?:organi[sz]ation|council|authority|service provider)\b/i.test(text))

const isScoring = (line: Line): boolean =>
  couldBeHeading(line) &&
  /\bscor(?:ing|es?)\b.*\bcriteri|\bachievement by criterion|^scoring$/.test(bareTitle(line.text))
const isNotes = (line: Line): boolean =>
  couldBeHeading(line) && /^(?:explanatory |guidance )?notes$|^definitions$/.test(bareTitle(line.text))
const isIntroduction = (line: Line): boolean => couldBeHeading(line) && /^introduction$/.test(bareTitle(line.text))

export function partsOf(lines: readonly Line[]): Part[] {
  const parts: Part[] = [{ name: 'cover', heading: null, lines: [] }]
  const contents = contentsOf(lines)
  for (const line of lines) {
    const open = parts.at(-1)!
    const next = contents.has(line.at) ? contentsPart(open, line) : nextPart(open, line, parts)
    if (next === null) open.lines.push(line)
    else parts.push(next)
  }
  return parts
}

const contentsPart = (open: Part, line: Line): Part | null =>
  open.name === 'contents' ? null : { name: 'contents', heading: null, lines: [line] }

function nextPart(open: Part, line: Line, parts: readonly Part[]): Part | null {
  if (line.kind === 'page') return null
  const kind = open.name === 'cover' && isTitle(open, line) ? null : reviewOpenedBy(line)
  if (kind !== null && (open.name !== 'notes' || /\breport\b/i.test(line.text)))
    return { name: 'review', kind, heading: line, lines: [] }
  if (open.name === 'notes') return null
  if (isScoring(line)) return { name: 'scoring', heading: line, lines: [] }
  if (isNotes(line)) return { name: 'notes', heading: line, lines: [] }
  if (isIntroduction(line) && open.name !== 'review') return { name: 'introduction', heading: line, lines: [] }
  if (isGridHeader(line) && open.name !== 'scoring' && open.name !== 'review')
    return { name: 'scoring', heading: null, lines: [line] }
  if (beginsForm(open, line)) return { name: 'review', kind: kindByPlace(parts), heading: null, lines: [line] }
  return open.name === 'contents' ? { name: 'introduction', heading: null, lines: [line] } : null
}

/** A second assessor in one form is the first of the next. */
function beginsForm(open: Part, line: Line): boolean {
  if (!isAssessorLine(line))
    return open.name === 'scoring' && line.kind !== 'row' && /^(?:context|background)$/.test(bareTitle(line.text))
  if (open.name !== 'review') return true
  return open.lines.some(isAssessorLine) && (line.table === null || line.table !== open.lines.at(-1)?.table)
}

function kindByPlace(parts: readonly Part[]): ReviewKind {
  const before = parts.findLast((part) => part.name === 'review')
  if (before?.name === 'review') return kindAfter(before.kind)
  const scoring = parts.flatMap((part) => (part.name === 'scoring' ? part.lines : []))
  const kinds = scoring.flatMap((line) =>
    line.kind !== 'row' && couldBeHeading(line) ? (readKind(line.text) ?? []) : [],
  )
  return kinds[0] ?? 'initial'
}
