/**
 * The tables of partial and compliance plus elements in one review's form, and what it says of earlier awards ("all
 * remain CP"). Where the heading over a table is lost, the first is partial and the second plus; a table that goes on
 * after a page is still the same one.
 */
import type { Account } from './report-account'
import type { Place, Topic } from './centre-for-assessment-places'
import { isFindingsHeader } from './assessment-services-sections'
import type { Level, LevelCounts } from './draft'
import { isKnownElement, leadingElement, readElements } from './element-references'
import { allElements, elementCell, elementsOfCriterion } from './report-elements'
import { joined, type Line } from './report-lines'
import { namesPoints } from './report-points'
import { placeRows } from './report-lost-numbers'
import { readStatement, type Statement } from './report-statements'
import { saysNothing } from './report-words'

export type Entry = { element: string; level: Level; justification: string | null; inferred: boolean; line: Line }
export type Levels = {
  entries: Entry[]
  statements: (Statement & { level: Level; line: Line; found: number })[]
  unknown: { element: string; line: Line }[]
  /** Whether there is any table of elements, even one that says that there are none. */
  areThere: boolean
}

type Row = { line: Line; elements: string[]; text: string }
type Group = { level: Level | null; criterion: string | null; table: number | null; rows: Row[]; closed: boolean }

export function readElementTables(
  places: readonly Place[],
  printed: ReadonlyMap<string, LevelCounts>,
  account: Account,
): Levels {
  const groups = groupsOf(places, account)
  const levels: Levels = { entries: [], statements: [], unknown: [], areThere: groups.length > 0 }
  for (const group of groups) readGroup(group, levelOf(group, groups, printed), printed, levels, account)
  return levels
}

/** Here a table holds points, unless its heading says that it holds elements: the heading above it may be lost. */
const ofPoints = (topic: Topic): boolean => topic === 'areas' || topic === 'updates' || topic === 'strengths'

function groupsOf(places: readonly Place[], account: Account): Group[] {
  const groups: Group[] = []
  let heading: Line | null = null
  let under: Line | null = null
  let inTables = false
  for (const { line, level, criterion, isHeading, topic, heading: own } of places) {
    if (isHeading || account.isTaken(line) || line.text === '' || line.kind === 'page') continue
    const inLevels = level !== null && topic === 'levels'
    const header = isFindingsHeader(line) && !namesPoints(line)
    if (own !== under) inTables = false
    under = own
    inTables ||= header
    const isTable = line.kind === 'row' && topic !== 'facts' && topic !== 'next' && (inTables || !ofPoints(topic))
    if (!isTable && !inLevels) continue
    const open = groups.at(-1)
    const isNew =
      open === undefined ||
      open.criterion !== criterion ||
      (inLevels && own !== heading) ||
      header ||
      (open.closed && open.table !== line.table)
    if (isNew)
      groups.push({
        level: inLevels && own !== heading ? level : null,
        criterion,
        table: line.table,
        rows: [],
        closed: false,
      })
    heading = inLevels ? own : heading
    const group = groups.at(-1)!
    group.table = line.table
    if (header) account.setAside(line, 'boilerplate')
    else addRow(group, line, account)
  }
  return groups.filter(({ rows, closed }) => rows.length > 0 || closed)
}

function addRow(group: Group, line: Line, account: Account): void {
  const cells = line.cells.filter((cell) => cell !== '')
  if (cells.every(saysNothing)) {
    group.closed = true
    account.setAside(line, 'boilerplate')
    return
  }
  const first = line.cells[0] ?? ''
  const whole = elementCell(first)
  const led = whole.length > 0 ? null : leadingElement(first)
  const elements = whole.length > 0 ? whole : led === null || !/^\(?\d\s?\.|^\d{3}\b/.test(first) ? [] : [led.element]
  const rest = [elements.length === 0 ? first : (led?.rest ?? ''), ...line.cells.slice(1)].filter((cell) => cell !== '')
  group.rows.push({ line, elements, text: rest.reduce(joined, '') })
}

/** A group's own heading; else its place, unless the grid can only be meant otherwise. */
function levelOf(group: Group, groups: readonly Group[], printed: ReadonlyMap<string, LevelCounts>): Level {
  if (group.level !== null) return group.level
  const slot = groups.filter((each) => each.criterion === group.criterion)
  const at = slot.indexOf(group)
  const counts = group.criterion === null ? undefined : printed.get(group.criterion)
  const size = (each: Group) => new Set(each.rows.flatMap(({ elements }) => elements)).size
  if (at === 0)
    return slot.length === 1 && counts?.partial === 0 && size(group) > 0 && counts.plus === size(group)
      ? 'plus'
      : 'partial'
  const before = levelOf(slot[at - 1]!, groups, printed)
  if (before !== 'partial') return before === 'non' ? 'partial' : 'plus'
  if (slot.slice(at + 1).some(({ level }) => level === 'plus')) return 'partial'
  const together = size(slot[at - 1]!) + size(group)
  const isRest =
    counts !== undefined && size(slot[at - 1]!) > 0 && counts.partial === together && counts.plus !== size(group)
  return isRest ? 'partial' : 'plus'
}

function readGroup(
  group: Group,
  level: Level,
  printed: ReadonlyMap<string, LevelCounts>,
  levels: Levels,
  account: Account,
): void {
  const numbered = group.rows.filter(({ elements }) => elements.length > 0).flatMap(({ elements }) => elements)
  const statements = new Map<Row, Statement>()
  for (const row of group.rows) {
    const statement = row.elements.length === 0 ? readStatement(row.text) : null
    if (statement === null) continue
    statements.set(row, statement)
    levels.statements.push({ ...statement, level, line: row.line, found: numbered.length })
  }
  const rows = group.rows.filter((row) => !statements.has(row))
  const single = rows.map((row) => ({ element: row.elements[0] ?? null, begins: false }))
  markBeginnings(rows, single, expectedOf(group, level, printed), numbered.length)
  const { placed, leftOver } = placeRows(
    single,
    group.criterion === null ? allElements : elementsOfCriterion(group.criterion),
  )
  for (const at of leftOver) account.lookAt(rows[at]!.line)
  for (const { element, inferred, rows: places } of placed) {
    const own = places.map((at) => rows[at]!)
    const justification = own.map(({ text }) => text).reduce(joined, '') || null
    const { line, elements } = own[0]!
    const named = inferred ? [element] : [...new Set([element, ...elements])]
    account.take(...own.map((row) => row.line))
    for (const each of named) {
      if (isKnownElement(each)) levels.entries.push({ element: each, level, justification, inferred, line })
      else {
        levels.unknown.push({ element: each, line })
        account.lookAt(line)
      }
    }
  }
}

const expectedOf = (group: Group, level: Level, printed: ReadonlyMap<string, LevelCounts>): number | null =>
  group.criterion === null ? null : (printed.get(group.criterion)?.[level] ?? null)

/** A row without a number is an entry of its own only where the grid counts one more for each, or, without a grid,
 * where it follows a finished sentence. */
function markBeginnings(
  rows: readonly Row[],
  marks: { element: string | null; begins: boolean }[],
  expected: number | null,
  numbered: number,
): void {
  const mayBegin = rows.map((row, at) => marks[at]!.element === null && /^[^\p{Ll},;)]/u.test(row.text))
  const count = mayBegin.filter(Boolean).length
  rows.forEach((_, at) => {
    const before = rows[at - 1]
    const after = before === undefined || /[.!?]$/.test(before.text)
    marks[at]!.begins = mayBegin[at]! && (expected === null ? after : numbered + count === expected)
  })
}

/** Numbers written as elements that the standard does not have, in any text of a form. */
export const unknownIn = (text: string): string[] => readElements(text).unknown
