/**
 * The closing table of an Assessment Services report, which gives each element its level, and the box or grid with the
 * totals. A row that has lost its number takes the only free one between its neighbours; one that has lost its level
 * says nothing, and a person must look at it.
 */
import type { Account } from './report-account'
import { criterionHeading, isLevelsHeader, subCriterionHeading, type Section } from './assessment-services-sections'
import type { DraftReview, Level, LevelCounts } from './draft'
import { allElements, elementCell, elementsOfCriterion } from './report-elements'
import type { Line } from './report-lines'
import { placeRows } from './report-lost-numbers'
import { countOfAll, isGridHeader, isGridRow, readGrid, readTotals, totalsTokens, type Grid } from './report-totals'
import { readTotalsSaid } from './report-totals-said'
import { readLevel } from './report-words'

export type GivenLevel = { element: string; level: Level; inferred: boolean; line: Line }

type Row = { line: Line; element: string | null; level: Level | null; begins: true }

const NO_LEVELS = ['cover', 'contents', 'strengths', 'areas']

export function readLevels(sections: readonly Section[], review: DraftReview, account: Account): GivenLevel[] {
  const given: GivenLevel[] = []
  for (const section of sections.filter(({ name }) => !NO_LEVELS.includes(name)))
    for (const line of section.lines) {
      given.push(...elementsListed(line, account))
      if (section.name === 'findings') given.push(...levelsAmongFindings(line, account))
    }
  for (const section of sections.filter(({ name }) => name === 'compliance')) {
    let rows: Row[] = []
    let criterion: string | null = null
    const close = () => {
      given.push(...levelsOf(rows, criterion, account))
      rows = []
    }
    for (const line of section.lines) {
      if (account.isTaken(line) || line.kind === 'page' || line.text === '') continue
      const named = criterionHeading(line) ?? subCriterionHeading(line)?.[0] ?? null
      if (named !== null) {
        if (named !== criterion) close()
        criterion = named
        account.setAside(line, 'boilerplate')
      } else if (isLevelsHeader(line)) account.setAside(line, 'boilerplate')
      else {
        const read = rowsOf(line)
        if (read.length > 0) rows.push(...read)
        else account.tell(review, line, section.heading?.text ?? null, criterion)
      }
    }
    close()
  }
  return given
}

/** 'Compliance Plus: 1.1.3, 2.1.1', in a line or in two cells. */
function elementsListed(line: Line, account: Account): GivenLevel[] {
  if (line.kind === 'page' || account.isTaken(line)) return []
  const parts = line.kind === 'row' ? line.cells.filter((cell) => cell !== '') : line.text.split(/\s*(?::|\s[–-])\s*/)
  const [label, list, ...more] = parts
  const level = more.length > 0 || list === undefined ? null : readLevel(label!)
  const elements = level === null ? [] : elementCell(list!)
  if (level === null || elements.length === 0) return []
  account.take(line)
  return elements.map((element) => ({ element, level, inferred: false, line }))
}

/** A row of levels that stands among the findings, without any words of its own. */
function levelsAmongFindings(line: Line, account: Account): GivenLevel[] {
  const rows = line.kind === 'row' && !account.isTaken(line) ? rowsOf(line) : []
  if (rows.length === 0 || rows.some(({ element, level }) => element === null || level === null)) return []
  account.take(line)
  return rows.map(({ element, level }) => ({ element: element!, level: level!, inferred: false, line }))
}

/** One element and its level, or several of them side by side. */
function rowsOf(line: Line): Row[] {
  const cells = line.kind === 'row' && line.cells.length > 1 ? line.cells : splitLine(line.text)
  const rows: Row[] = []
  let element: string | null = null
  for (const cell of cells) {
    const named = elementCell(cell)
    const level = readLevel(cell)
    if (named.length === 1) {
      if (element !== null) rows.push({ line, element, level: null, begins: true })
      element = named[0]!
    } else if (level !== null) {
      rows.push({ line, element, level, begins: true })
      element = null
    } else if (cell !== '' && !/^\d(?:\.\d)?\.?$/.test(cell)) return []
  }
  if (element !== null) rows.push({ line, element, level: null, begins: true })
  return rows
}

/** '1.1.2 Compliance' where a reader saw no cells. */
const splitLine = (text: string): string[] => {
  const match = /^(?:[1-9]\.[1-9]\s+)?([1-9]\.[1-9]\.[1-9]\d?)\s*[–:-]?\s+(\D+)$/.exec(text)
  return match === null ? [text] : [match[1]!, match[2]!.trim()]
}

function levelsOf(rows: readonly Row[], criterion: string | null, account: Account): GivenLevel[] {
  const { placed, leftOver } = placeRows(rows, criterion === null ? allElements : elementsOfCriterion(criterion))
  for (const at of leftOver) account.lookAt(rows[at]!.line)
  return placed.flatMap(({ element, inferred, rows: places }) => {
    const { line, level } = rows[places.find((at) => rows[at]!.level !== null) ?? places[0]!]!
    for (const at of places) account.take(rows[at]!.line)
    if (level !== null) return [{ element, level, inferred, line }]
    account.lookAt(line)
    return []
  })
}

export type PrintedTotals = {
  counts: LevelCounts
  grid: Grid | null
  name: 'totals box' | 'grid' | 'sentence with the totals'
  line: Line
}

/** Every box and grid of totals, in the order of the document, then the sentences that give them. */
export function readPrintedTotals(sections: readonly Section[], account: Account): PrintedTotals[] {
  const printed = sections.flatMap((section) =>
    runsOf(
      section.lines.filter((line) => !account.isTaken(line)),
      section.name === 'totals',
    ).flatMap((lines) => printedBy(lines, account)),
  )
  const prose = sections.filter(({ name }) => name !== 'contents' && name !== 'follow-up')
  const said = prose.flatMap(({ lines }) =>
    lines.flatMap((line): PrintedTotals[] => {
      const counts = line.kind === 'row' || account.isTaken(line) ? null : readTotalsSaid(line.text)
      return counts === null ? [] : [{ counts, grid: null, name: 'sentence with the totals', line }]
    }),
  )
  return [...printed, ...said]
}

function printedBy(lines: readonly Line[], account: Account): PrintedTotals[] {
  const grid = lines.some(isGridHeader) ? readGrid(lines) : null
  const counts = grid?.totalColumn ?? grid?.totals ?? readTotals(lines.flatMap((line) => totalsTokens(line) ?? []))
  if (counts === null || countOfAll(counts) === 0) return []
  account.take(...lines)
  return [{ counts, grid, name: grid === null ? 'totals box' : 'grid', line: lines[0]! }]
}

/** Runs of lines that hold nothing but levels and counts. */
function runsOf(lines: readonly Line[], inTotals: boolean): Line[][] {
  const runs: Line[][] = []
  let open: Line[] | null = null
  for (const line of lines) {
    if (line.kind === 'page' || line.text === '') continue
    const holds = isGridHeader(line) || isGridRow(line) || totalsTokens(line) !== null
    const continuesRun = open !== null && (inTotals || line.kind === 'row' || open[0]!.kind !== 'row')
    if (!holds || isLevelsHeader(line)) open = null
    else if (open !== null && continuesRun && !(isGridHeader(line) && open.some(isGridHeader))) open.push(line)
    else runs.push((open = [line]))
  }
  return runs
}
