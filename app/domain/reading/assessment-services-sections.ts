/**
 * The sections of an Assessment Services report, known by what their headings say: the numbers and the case differ
 * from report to report, and what is a heading in Word may be a plain line elsewhere. A section runs to the next
 * heading that is known.
 */
import { contentsOf } from './report-contents'
import { isGridHeader, totalsTokens } from './report-totals'
import { bareTitle, couldBeHeading, wordCount, type Line } from './report-lines'

export type SectionName =
  | 'cover'
  | 'contents'
  | 'key'
  | 'background'
  | 'methodology'
  | 'strengths'
  | 'areas'
  | 'follow-up'
  | 'findings'
  | 'totals'
  | 'conclusion'
  | 'compliance'
  | 'marks'
  | 'schedule'
  | 'other'

export type Section = { name: SectionName; heading: Line | null; lines: Line[] }

/** What became of the points of a review before: old points, never new ones. */
export const FOLLOWS_UP =
  /\b(?:progress|updates?|responses?|actions? taken|follow[ -]?(?:up|ing up)|achievements?|review of)\b.*\b(?:areas?|points?|recommendations?|actions?|since|against|development|improvements?|review|assessment|visit)\b|\b(?:previous|earlier|prior|last (?:year|time|visit|review|assessment)['’]?s?)\b.*\b(?:areas?|points?|recommendations?|partial\w*)\b|\b(?:areas?|recommendations?|points?)\b.*\b(?:from|raised|identified|made|outstanding|carried forward) (?:at|in|during|last|previous|prior|the|your|by)?\s*(?:previous|last|earlier|prior|initial|20\d\d|first|year|annual)\b/

const TITLES: [Exclude<SectionName, 'cover' | 'contents'>, RegExp][] = [
  ['key', /^(?:key|assessment|report|visit) (?:information|facts|details|data)$/],
  ['follow-up', FOLLOWS_UP],
  ['marks', /^(?:the )?use of (?:the )?.{0,40}\b(?:marks?|logos?|hallmarks?)\b/],
  [
    'areas',
    /^(?:summary of )?(?:areas?|opportunities|recommendations|suggestions) (?:for|of|to) (?:\w+ (?:and )?){0,2}(?:improve(?:ments?)?|development)$/,
  ],
  ['strengths', /^(?:summary of |key |main |areas? of |identified )*strengths?(?: identified)?$|^good practice$/],
  [
    'findings',
    /^(?:summary of )?assess(?:or|ment)(?:'?s'?)? (?:findings?|report)$|^(?:detailed )?findings(?: by criterion)?$/,
  ],
  [
    'compliance',
    /^(?:summary of )?(?:compliance|accreditation|ratings?|scoring|scores?) (?:against|with|by|table|summary|levels?)\b|^summary of (?:compliance|accreditation|ratings?|scor(?:es?|ing)|levels?)\b/,
  ],
  ['schedule', /^(?:review )?(?:schedule|next (?:steps|review|visit)s?|forward plan|future reviews?)\b/],
  [
    'conclusion',
    /^(?:summary and |overall )?(?:conclusions?|recommendations?|outcomes?)(?: (?:and|&) (?:conclusions?|recommendations?|outcomes?|next steps))?$/,
  ],
  ['methodology', /^(?:assessment |review )?(?:methodology|method|approach|process)$/],
  [
    'background',
    /^(?:introduction|background|context|overview)(?: (?:and|&|to) (?:the )?(?:introduction|background|context|organi[sz]ation|service))?$/,
  ],
]

/** The section a line opens: its title, or its title and the year or kind of the review behind it. */
export function sectionOpenedBy(line: Line): Exclude<SectionName, 'cover' | 'contents'> | null {
  if (!couldBeHeading(line)) return null
  const title = bareTitle(line.text)
    .replace(/\s*[–:(-]*\s*(?:annual review|initial assessment|rolling programme)?\s*(?:year\s*\d)?[)\s]*$/, '')
    .trim()
  return TITLES.find(([, pattern]) => pattern.test(title))?.[0] ?? null
}

const ORDINALS = ['one', 'two', 'three', 'four', 'five']
const NUMBERED_CRITERION = new RegExp(
  `^(?:\\d{1,2}\\.\\d\\.?\\s+)?(?:\\d{1,2}[.)]?\\s+)?criteri(?:on|a)\\s*(?:no\\.?\\s*)?[:–-]?\\s*([1-9]|${ORDINALS.join('|')})\\b(?![.,&]|\\s*(?:and|to|-\\s*\\d))`,
  'i',
)
/** What the five are about, in the words that every report uses in some order. */
const CRITERION_TITLES = [
  /\binsight\b/,
  /\bculture\b/,
  /\binformation\b.*\baccess\b/,
  /^(?:service )?delivery\b/,
  /\btimeliness\b/,
]

/** 'Criterion 2 – …', 'CRITERION TWO: …', '2. The culture of …': the number of a criterion. */
export const criterionHeading = (line: Line): string | null => {
  if (!couldBeHeading(line)) return null
  const named = NUMBERED_CRITERION.exec(line.text)?.[1]?.toLowerCase()
  if (named !== undefined) return ORDINALS.includes(named) ? String(ORDINALS.indexOf(named) + 1) : named
  const [, number, title = ''] = /^(?:\d{1,2}\.)?([1-5])\s*[.):–-]*\s+(\p{L}.*)$/u.exec(line.text) ?? []
  const isTitle =
    number !== undefined && wordCount(title) <= 8 && CRITERION_TITLES[Number(number) - 1]!.test(title.toLowerCase())
  return isTitle ? number : null
}

/** '1.2 Listening to people' */
export const subCriterionHeading = (line: Line): string | null =>
  couldBeHeading(line)
    ? (/^(?:sub-?criterion\s+)?([1-9]\.[1-9])\.?\s+(?!\d)(?=\p{L})(?!criteri)/iu.exec(line.text)?.[1] ?? null)
    : null

export function sectionsOf(lines: readonly Line[]): Section[] {
  const sections: Section[] = [{ name: 'cover', heading: null, lines: [] }]
  const contents = contentsOf(lines)
  for (const line of lines) {
    const open = sections.at(-1)!
    if (contents.has(line.at)) {
      if (open.name === 'contents') open.lines.push(line)
      else sections.push({ name: 'contents', heading: null, lines: [line] })
      continue
    }
    const name = line.kind === 'page' ? null : sectionOpenedBy(line)
    if (name !== null) sections.push({ name, heading: line, lines: [] })
    else if (isNextSection(open, line)) sections.push({ name: 'other', heading: line, lines: [] })
    else if (open.name === 'contents' || leavesFor(open, line) !== null)
      sections.push({ name: leavesFor(open, line) ?? 'cover', heading: null, lines: [line] })
    else open.lines.push(line)
  }
  return sections
}

const numberOf = (text: string): number | null => {
  const number = /^(?:section\s+)?(\d{1,2})(?!\.\d)\s*[.):–-]*\s*\p{L}/iu.exec(text)?.[1]
  return number === undefined ? null : Number(number)
}

/** After '4. Areas for improvement' and points without numbers, '5. Anything else' is no point but the next section. */
function isNextSection(open: Section, line: Line): boolean {
  if (open.name !== 'strengths' && open.name !== 'areas' && open.name !== 'follow-up') return false
  const [own, next] = [open.heading === null ? null : numberOf(open.heading.text), numberOf(line.text)]
  if (own === null || next !== own + 1 || !couldBeHeading(line) || line.kind === 'item') return false
  return (
    wordCount(line.text) <= 10 && !/[.:]$/.test(line.text) && open.lines.every(({ text }) => numberOf(text) === null)
  )
}

/** Where a heading was lost, what stands there says which section it is. */
function leavesFor(open: Section, line: Line): SectionName | null {
  const tables: SectionName[] = ['findings', 'totals', 'compliance']
  if (tables.includes(open.name)) {
    const isTotals = line.kind === 'row' && (isGridHeader(line) || (totalsTokens(line)?.length ?? 0) > 0)
    if (open.name === 'findings' && isTotals) return 'totals'
    if (open.name === 'totals' && !isTotals && line.kind !== 'page' && totalsTokens(line) === null) {
      if (line.kind === 'row' && line.cells.some((cell) => /^(?:non|part|full|compl)/i.test(cell))) return null
      return criterionHeading(line) !== null || isLevelsHeader(line)
        ? 'compliance'
        : line.kind === 'row'
          ? null
          : 'conclusion'
    }
  }
  if (open.name !== 'findings' && open.name !== 'compliance' && open.name !== 'totals') {
    if (isLevelsHeader(line)) return 'compliance'
    if (isFindingsHeader(line) || (criterionHeading(line) !== null && open.name !== 'cover')) return 'findings'
  }
  if (open.name === 'findings' && isLevelsHeader(line)) return 'compliance'
  if (open.name === 'compliance' && isFindingsHeader(line)) return 'findings'
  return null
}

const ELEMENT_HEAD =
  /^(?:criteri(?:on|a)(?:\s*\/\s*|\s+))?(?:elements?|ref(?:erence)?\.?|standard)(?:\s+(?:no|number|ref)\.?)?$/i
const LEVEL_HEAD =
  /^(?:accreditation|(?:level of )?compliance(?: (?:level|status|rating))?|level|ratings?|status|scores?|result|outcome)(?: awarded)?$/i
const FINDING_HEAD =
  /assessor|finding|report|evidence|comment|observation|justification|feedback|\breasons?\b|narrative|rationale/i

export const isLevelsHeader = (line: Line): boolean =>
  line.kind === 'row' &&
  line.cells.some((cell) => ELEMENT_HEAD.test(cell)) &&
  line.cells.some((cell) => LEVEL_HEAD.test(cell)) &&
  !line.cells.some((cell) => FINDING_HEAD.test(cell))

export const isFindingsHeader = (line: Line): boolean =>
  line.kind === 'row' &&
  line.cells.some((cell) => ELEMENT_HEAD.test(cell)) &&
  line.cells.some((cell) => FINDING_HEAD.test(cell) && wordCount(cell) <= 6)
