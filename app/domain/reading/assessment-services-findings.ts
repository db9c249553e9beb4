/**
 * The findings of an Assessment Services report: a table for each sub-criterion, with the element and its wording in
 * one cell (or two), the finding, and in some reports the level. Rows are broken over pages and lose their numbers.
 */
import type { Account } from './report-account'
import { criterionHeading, isFindingsHeader, subCriterionHeading, type Section } from './assessment-services-sections'
import type { DraftReview, Level } from './draft'
import { leadingElement } from './element-references'
import { allElements, elementsOfSubCriterion } from './report-elements'
import { joined, type Line } from './report-lines'
import { placeRows } from './report-lost-numbers'
import { readLevel } from './report-words'

export type Finding = {
  element: string
  inferred: boolean
  text: string
  level: Level | null
  line: Line
}

type Row = {
  line: Line
  element: string | null
  wording: string
  finding: string
  level: Level | null
  /** Goes on with the entry above, whatever it looks like. */
  goesOn?: true
}

type Table = { heading: Line | null; sub: string | null; criterion: string | null; rows: Row[] }

/** `listed` are the elements of the closing table, where there is one: no other can have lost its number here. */
export function readFindings(
  sections: readonly Section[],
  listed: readonly string[],
  review: DraftReview,
  account: Account,
): Finding[] {
  const tables = sections
    .filter(({ name }) => name === 'findings')
    .flatMap((section) => tablesOf(section, review, account))
  const numbered = tables.flatMap((table) => table.rows.flatMap(({ element }) => element ?? []))
  const sparse = new Set(numbered).size < allElements.length * SPARSE
  return tables.flatMap((table, index) => {
    const bounds = boundsOf(tables, index).filter((element) => listed.length === 0 || listed.includes(element))
    return findingsOf(table, bounds, sparse, review, account)
  })
}

/** A report on fewer of the elements than this has gaps of its own, so a row without any wording is no sign of one. */
const SPARSE = 0.6

function tablesOf(section: Section, review: DraftReview, account: Account): Table[] {
  const tables: Table[] = []
  let heading: Line | null = section.heading
  let criterion: string | null = null
  let sub: string | null = null
  let open: Table | null = null
  let roles: Roles = {}
  for (const line of section.lines) {
    if (account.isTaken(line) || line.kind === 'page') continue
    const named = subCriterionHeading(line)
    const numbered = criterionHeading(line)
    if (named !== null || numbered !== null) {
      sub = named
      criterion = named?.[0] ?? numbered
      heading = line
      open = null
      account.setAside(line, 'boilerplate')
    } else if (isFindingsHeader(line)) {
      roles = rolesOf(line)
      account.setAside(line, 'boilerplate')
    } else if (line.kind === 'row' && line.text !== '') {
      if (open === null) tables.push((open = { heading, sub, criterion, rows: [] }))
      open.rows.push(rowOf(line, roles))
    } else if (line.text !== '' && isEntry(line)) {
      if (open === null) tables.push((open = { heading, sub, criterion, rows: [] }))
      open.rows.push(writtenRow(line))
    } else if (line.text !== '' && open?.rows.at(-1)?.line.kind !== 'row' && open !== null)
      open.rows.push(writtenRow(line))
    else if (line.text !== '') account.tell(review, line, heading?.text ?? null, criterion)
  }
  return tables
}

/** An entry without a table: the number of an element in front of a paragraph, and paragraphs that hang on it. */
const isEntry = ({ text }: Line): boolean =>
  /^\(?[1-9]\.[1-9]\.[1-9]\d?[).:]?(?:\s*[–—:-]?\s+[\p{Lu}“"‘'(]|\s*$)/u.test(text) && leadingElement(text) !== null

const LEVEL_LABEL =
  /^(?:(?:assessor(?:['’]?s)?\s+)?(?:level|rating|compliance|accreditation|outcome|result|score|decision)\b[^:=]{0,40}[:=–-]\s*)?(?:\([\d.]+\)\s*)?/i
const FINDING_LABEL = /^(?:assessor(?:['’]?s)?\s+)?(?:findings?|report|comments?|evidence)\s*:\s*/i

function writtenRow(line: Line): Row {
  const led = isEntry(line) ? leadingElement(line.text)! : null
  const base = { line, element: led?.element ?? null, wording: '', finding: '', level: null }
  if (led !== null) return { ...base, wording: led.rest.replace(/^[–—:-]\s*/, '') }
  const level = readLevel(line.text.replace(LEVEL_LABEL, ''))
  return level === null
    ? { ...base, finding: line.text.replace(FINDING_LABEL, ''), goesOn: true }
    : { ...base, level, goesOn: true }
}

type Roles = { wording?: number; finding?: number; level?: number }

function rolesOf(header: Line): Roles {
  const find = (pattern: RegExp) => header.cells.findIndex((cell) => pattern.test(cell))
  const level = find(
    /^(?:accreditation|(?:level of )?compliance(?: (?:level|status|rating))?|level|ratings?|status|score)$/i,
  )
  const finding = find(/assessor|finding|report|evidence|comment|observation|justification|feedback/i)
  const wording = find(/requirement|wording|statement|description|what the standard/i)
  return {
    ...(level >= 0 ? { level } : {}),
    ...(finding >= 0 ? { finding } : {}),
    ...(wording >= 0 ? { wording } : {}),
  }
}

function rowOf(line: Line, roles: Roles): Row {
  const cells = [...line.cells]
  const led = leadingElement(cells[0] ?? '')
  const level = levelOfRow(cells, roles)
  const texts = cells.map((cell, index) => (index === level?.at ? '' : cell))
  const findingAt = roles.finding ?? lastFilled(texts)
  const first = led === null ? (texts[0] ?? '') : led.rest
  const middle = texts.filter((_, index) => index > 0 && index < findingAt)
  const after = texts.filter((_, index) => index > findingAt && index > 0)
  const finding = findingAt > 0 ? [texts[findingAt] ?? '', ...after] : after
  return {
    line,
    element: led?.element ?? null,
    wording: [first, ...middle].reduce(joined, ''),
    finding: finding.reduce(joined, ''),
    level: level?.level ?? null,
  }
}

const lastFilled = (texts: readonly string[]): number => {
  for (let index = texts.length - 1; index > 0; index--) if (texts[index] !== '') return index
  return Math.min(1, texts.length - 1)
}

function levelOfRow(cells: readonly string[], roles: Roles): { at: number; level: Level } | null {
  const places = roles.level === undefined ? cells.map((_, index) => index).slice(2) : [roles.level]
  for (const at of places.reverse()) {
    const level = readLevel(cells[at] ?? '')
    if (level !== null) return { at, level }
  }
  return null
}

/** The elements a table may hold: its sub-criterion's; where that heading is lost, those between its neighbours. */
function boundsOf(tables: readonly Table[], index: number): string[] {
  const { sub, rows } = tables[index]!
  if (sub !== null) return elementsOfSubCriterion(sub)
  const before = tables
    .slice(0, index)
    .flatMap((table) => table.rows.flatMap(({ element }) => element ?? []))
    .at(-1)
  const after = tables.slice(index + 1).flatMap((table) => table.rows.flatMap(({ element }) => element ?? []))[0]
  const own = rows.flatMap(({ element }) => element ?? [])
  const from = before === undefined ? 0 : allElements.indexOf(before) + 1
  const to = after === undefined ? allElements.length : allElements.indexOf(after)
  const within = allElements.slice(from, Math.max(from, to))
  return own.every((element) => within.includes(element)) ? within : [...allElements]
}

function findingsOf(
  table: Table,
  bounds: readonly string[],
  sparse: boolean,
  review: DraftReview,
  account: Account,
): Finding[] {
  const rows = table.rows.map((row, index) => {
    const before = table.rows[index - 1]
    if (row.goesOn === true) return { element: null, begins: false }
    const lost = sparse && before !== undefined && row.wording === ''
    return { element: row.element, begins: !lost && begins(row, before) }
  })
  const { placed, leftOver } = placeRows(rows, bounds)
  for (const at of leftOver) account.lookAt(table.rows[at]!.line)
  return placed.map(({ element, inferred, rows: places }) => {
    const own = places.map((at) => table.rows[at]!)
    account.take(...own.map(({ line }) => line))
    const { line } = own[0]!
    const words = own.map((row) => row.wording).reduce(joined, '')
    const found = own.map((row) => row.finding).reduce(joined, '')
    // A paragraph behind a number, with nothing after it, is the finding itself.
    const [wording, finding] = line.kind !== 'row' && found === '' ? ['', words] : [words, found]
    if (wording !== '') {
      // What is left of a wording without its number is no wording to offer a council as the standard's.
      if (inferred) account.tell(review, line, table.heading?.text ?? null, element[0]!, wording)
      else review.wording.push({ element, text: wording, source: line.source })
    }
    const said = own.map((row) => row.level).find((level) => level !== null) ?? levelSaidAtTheEnd(finding)
    return { element, inferred, text: finding, level: said, line }
  })
}

/** An entry begins with a finding of its own, after an entry that was complete. */
function begins(row: Row, before: Row | undefined): boolean {
  if (row.finding === '' || /^[\p{Ll},;)]/u.test(row.finding)) return false
  if (before === undefined) return true
  const stops = /[.!?)’'"]$/
  if (before.wording !== '' && !stops.test(before.wording) && /^\p{Ll}/u.test(row.wording)) return false
  return stops.test(before.finding) || before.finding === ''
}

/** '… Level: Compliance Plus' or '(Partial Compliance)' after the finding, in reports without a column for it. */
function levelSaidAtTheEnd(finding: string): Level | null {
  const said =
    /(?:(?:level|rating|compliance|accreditation)\s*(?:level|awarded)?\s*[:=–-]\s*|[([])([A-Za-z+\s-]{4,24})[)\].]*$/i.exec(
      finding,
    )
  return said === null ? null : readLevel(said[1]!)
}
