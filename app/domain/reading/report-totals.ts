/**
 * The counts a report prints: a box of four totals, or a grid of levels by criterion. They are read as printed and
 * compared later; nothing here is worked out from the elements.
 */
import type { Level, LevelCounts } from './draft'
import { allCriteria } from './report-elements'
import type { Line } from './report-lines'
import { readLevel } from './report-words'

export type Grid = {
  byCriterion: ({ criterion: string } & LevelCounts)[]
  totals: LevelCounts
  /** The grid's own column of totals, where it has one. */
  totalColumn: LevelCounts | null
}

export const noCounts = (): LevelCounts => ({ plus: 0, full: 0, partial: 0, non: 0 })
export const sumOf = (counts: readonly LevelCounts[]): LevelCounts =>
  counts.reduce(
    (sum, each) => ({
      plus: sum.plus + each.plus,
      full: sum.full + each.full,
      partial: sum.partial + each.partial,
      non: sum.non + each.non,
    }),
    noCounts(),
  )
export const countOfAll = ({ plus, full, partial, non }: LevelCounts): number => plus + full + partial + non
export const sameCounts = (a: LevelCounts, b: LevelCounts): boolean =>
  a.plus === b.plus && a.full === b.full && a.partial === b.partial && a.non === b.non

type GridRow = { label: string; level: Level | null; cells: string[] }

const isNumber = (text: string): boolean => /^\d{1,2}$/.test(text)

/** Criterion columns: '1 – Knowing people', 'Criterion 2', or '3' alone, each once and in order. */
function columnsOf(cells: readonly string[]): Map<number, string> {
  const columns = new Map<number, string>()
  cells.forEach((cell, index) => {
    const criterion = /^(?:criteri(?:on|a)\s*|crit\.?\s*|c\.?\s?)?([1-9])\b(?!\.\d)(?!\s*%)/i.exec(cell)?.[1]
    if (criterion !== undefined && allCriteria.includes(criterion) && ![...columns.values()].includes(criterion))
      columns.set(index, criterion)
  })
  return columns
}

export const isGridHeader = (line: Line): boolean =>
  line.kind === 'row' &&
  readLevel(line.cells[0] ?? '') === null &&
  columnsOf(line.cells).size >= 3 &&
  (!/\d/.test(line.cells[0] ?? '') || line.cells.filter((cell) => /^[1-9]\W+\p{L}/u.test(cell)).length >= 3)

const LABEL_PIECE = /^(?:non|partial(?:ly)?|full(?:y)?|compl[ai]+n(?:ce|t)|plus)[\s-]*$/i

/** A row of a grid: a level, then counts or blanks. */
export const isGridRow = (line: Line): boolean =>
  line.kind === 'row' &&
  line.cells.length >= 4 &&
  (readLevel(line.cells[0] ?? '') !== null || LABEL_PIECE.test(line.cells[0] ?? '') || line.cells[0] === '') &&
  line.cells.slice(1).every((cell) => cell === '' || isNumber(cell)) &&
  (line.cells[0] !== '' || line.cells.slice(1).some(isNumber))

export function readGrid(lines: readonly Line[]): Grid | null {
  const header = lines.find(isGridHeader)
  const rows = labelled(lines.filter((line) => !isGridHeader(line) && isGridRow(line)))
  const columns = header === undefined ? columnsByPlace(rows) : columnsOf(header.cells)
  if (columns.size === 0 || rows.every((row) => row.cells.slice(1).every((cell) => cell === ''))) return null
  const last = [...columns.keys()].at(-1)!
  const byCriterion = [...columns].map(([index, criterion]) => ({ criterion, ...countsAt(rows, index) }))
  const hasTotal =
    header === undefined
      ? rows.some((row) => isNumber(row.cells[last + 1] ?? ''))
      : /total/i.test(header.cells[last + 1] ?? '')
  return { byCriterion, totals: sumOf(byCriterion), totalColumn: hasTotal ? countsAt(rows, last + 1) : null }
}

function countsAt(rows: readonly GridRow[], index: number): LevelCounts {
  const counts = noCounts()
  for (const row of rows)
    if (row.level !== null && isNumber(row.cells[index] ?? '')) counts[row.level] += Number(row.cells[index])
  return counts
}

/** Where the header is lost: five counts in a row are the five criteria. */
function columnsByPlace(rows: readonly GridRow[]): Map<number, string> {
  const fullest = Math.max(0, ...rows.map((row) => row.cells.slice(1).filter(isNumber).length))
  return new Map(fullest < allCriteria.length ? [] : allCriteria.map((criterion, index) => [index + 1, criterion]))
}

/** A label broken over two lines ('Full' above 'Compliance') is one; a single lost label is the level left over. */
function labelled(lines: readonly Line[]): GridRow[] {
  const rows: GridRow[] = []
  for (const { cells } of lines) {
    const last = rows.at(-1)
    const blank = cells.slice(1).every((cell) => cell === '')
    if (blank && last !== undefined && LABEL_PIECE.test(cells[0] ?? '') && completes(last, cells[0] ?? ''))
      last.label = `${last.label} ${cells[0]}`
    else rows.push({ label: cells[0] ?? '', level: null, cells })
  }
  for (const row of rows) row.level = readLevel(row.label.replace(/-\s*$/, ''))
  const missing = (['non', 'partial', 'full', 'plus'] as const).filter(
    (level) => !rows.some((row) => row.level === level),
  )
  const nameless = rows.filter((row) => row.level === null)
  if (missing.length === 1 && nameless.length === 1) nameless[0]!.level = missing[0]!
  return rows
}

const completes = (row: GridRow, piece: string): boolean => {
  const whole = row.cells.slice(1).some((cell) => cell !== '')
  return whole && !/\s/.test(row.label.trim()) && readLevel(`${row.label} ${piece}`) !== null
}

type Token = { level: Level } | { count: number }

/** A line of a totals box: levels, counts, the word total, and nothing else. */
export function totalsTokens(line: Line): Token[] | null {
  if (line.kind === 'page' || line.text === '') return null
  const tokens: Token[] = []
  let rest = line.cells
    .join(' | ')
    .replace(/\b(?:grand\s+)?totals?\b|\bnumber of\b|\belements?\b|\b(?:rated|found|assessed)(?: as)?\b/gi, ' ')
  const PIECE =
    /^[\s|:=–-]*(?:(non[\s-]*compl\w+|part(?:ially|ial|ly)?[\s-]*(?:compl\w+)?|(?:full(?:y)?[\s-]*)?compl[ai]+n\w*(?:[\s-]*(?:plus\b|\+))?|full(?:y met)?\b|plus\b)|(\d{1,2})(?![.\d/%]))/i
  for (let match = PIECE.exec(rest); match !== null; match = PIECE.exec(rest)) {
    rest = rest.slice(match[0].length)
    if (match[2] !== undefined) tokens.push({ count: Number(match[2]) })
    else {
      const level = readLevel(match[1]!)
      if (level === null) return null
      tokens.push({ level })
    }
  }
  return /^[\s|:=.–-]*$/.test(rest) && (tokens.length > 0 || /total/i.test(line.text)) ? tokens : null
}

/** Levels and counts in a run, however they alternate. */
export function readTotals(tokens: readonly Token[]): LevelCounts | null {
  const levels = tokens.flatMap((token) => ('level' in token ? [token.level] : []))
  const counts = tokens.flatMap((token) => ('count' in token ? [token.count] : []))
  if (levels.length < 2 || new Set(levels).size !== levels.length) return null
  if (counts.length !== levels.length && counts.length !== levels.length + 1) return null
  const totals = noCounts()
  levels.forEach((level, index) => (totals[level] = counts[index]!))
  return totals
}
