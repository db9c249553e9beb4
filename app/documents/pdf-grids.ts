import type { PdfItem } from './pdf-pages'
import { linesOf, textOfLines, type PdfLine } from './pdf-lines'
import type { Rule } from './pdf-rules'

/** A table as its ruled lines show it. Rows and columns are bands between lines; joined cells stand in their first. */
export type Grid = { top: number; bottom: number; columns: number[]; rows: GridRow[] }
export type GridRow = { top: number; bottom: number; cells: GridCell[] }
/** `right` is where a full line of the cell ends. */
export type GridCell = { text: string; lines: PdfLine[]; right: number }

const NEAR = 3
/** A drawing of squared paper is no table. */
const MOST_CELLS = 10_000

/** The tables of a page, and the text that stands in none. */
export function gridsOf(items: PdfItem[], rules: Rule[]): { grids: Grid[]; free: PdfItem[] } {
  let free = items
  const grids: Grid[] = []
  for (const group of touching(rules)) {
    const frame = frameOf(group)
    if (frame === null) continue
    const inside = free.filter((item) => holds(frame, item))
    if (inside.length === 0) continue
    const taken = new Set(inside)
    free = free.filter((item) => !taken.has(item))
    grids.push(filled(frame, inside, group))
  }
  return { grids, free }
}

/** Lines that cross or meet belong to one table. */
function touching(rules: Rule[]): Rule[][] {
  const across = rules.filter((rule) => rule.direction === 'across')
  const down = rules.filter((rule) => rule.direction === 'down')
  const groups = new Map<Rule, Rule[]>(rules.map((rule) => [rule, [rule]]))
  for (const high of down)
    for (const wide of across) {
      const meet =
        high.at >= wide.from - NEAR &&
        high.at <= wide.to + NEAR &&
        wide.at >= high.from - NEAR &&
        wide.at <= high.to + NEAR
      const [first, second] = [groups.get(high)!, groups.get(wide)!]
      if (!meet || first === second) continue
      const [large, small] = first.length >= second.length ? [first, second] : [second, first]
      for (const rule of small) groups.set(rule, large)
      large.push(...small)
    }
  return [...new Set(groups.values())].sort((a, b) => topOf(a) - topOf(b))
}

const topOf = (group: Rule[]): number =>
  Math.min(...group.map((rule) => (rule.direction === 'down' ? rule.from : rule.at)))

type Frame = { columns: number[]; bands: number[] }

/** The places of the lines; null for a box round text, or lines that enclose nothing. */
function frameOf(group: Rule[]): Frame | null {
  const columns = distinct(group.filter((rule) => rule.direction === 'down').map((rule) => rule.at))
  const bands = distinct(group.filter((rule) => rule.direction === 'across').map((rule) => rule.at))
  const isTable = columns.length >= 3 && bands.length >= 2 && columns.length * bands.length <= MOST_CELLS
  return isTable ? { columns, bands } : null
}

function distinct(places: number[]): number[] {
  const kept: number[] = []
  for (const place of places.sort((a, b) => a - b))
    if (kept.length === 0 || place - kept.at(-1)! > NEAR) kept.push(place)
  return kept
}

const holds = ({ columns, bands }: Frame, item: PdfItem): boolean => {
  const [x, y] = middleOf(item)
  return x > columns[0]! - 1 && x < columns.at(-1)! + 1 && y > bands[0]! - 1 && y < bands.at(-1)! + 1
}

/** Of a long stretch the beginning counts: it stands in the cell where it begins, however far it runs over. */
const middleOf = (item: PdfItem): [number, number] => [
  item.x + Math.min(item.width, 2 * item.size) / 2,
  item.y - 0.3 * item.size,
]

function filled(frame: Frame, items: PdfItem[], rules: Rule[]): Grid {
  const { columns, bands } = frame
  const [rowCount, columnCount] = [bands.length - 1, columns.length - 1]
  const home = joinedCells(frame, rules)
  const contents = new Map<number, PdfItem[]>()
  for (const item of items) {
    const [x, y] = middleOf(item)
    const cell = home[bandOf(bands, y) * columnCount + bandOf(columns, x)]!
    if (contents.get(cell)?.push(item) === undefined) contents.set(cell, [item])
  }
  const rows = Array.from({ length: rowCount }, (_, row): GridRow => {
    const cells = Array.from({ length: columnCount }, (_, column) => {
      const cell = row * columnCount + column
      const lines = linesOf(contents.get(cell) ?? [])
      const right = columns[lastColumnOf(home, cell, columnCount) + 1]! - padding(lines, columns[column]!)
      return { text: textOfLines(lines, right), lines, right }
    })
    return { top: bands[row]!, bottom: bands[row + 1]!, cells }
  })
  return {
    top: bands[0]!,
    bottom: bands.at(-1)!,
    columns,
    rows: rows.filter(({ cells }) => cells.some(({ text }) => text !== '')),
  }
}

const bandOf = (places: number[], at: number): number => {
  let band = 0
  while (band < places.length - 2 && at >= places[band + 1]!) band++
  return band
}

/** The space between a cell's edge and its text is the same on both sides. */
const padding = (lines: PdfLine[], left: number): number =>
  lines.length === 0 ? 0 : Math.min(12, Math.max(0, Math.min(...lines.map(({ x }) => x)) - left))

/** For each cell the first cell of those it is joined with: cells with no line between them are one. */
function joinedCells({ columns, bands }: Frame, rules: Rule[]): number[] {
  const columnCount = columns.length - 1
  const home = Array.from({ length: (bands.length - 1) * columnCount }, (_, cell) => cell)
  const root = (cell: number): number => (home[cell] === cell ? cell : (home[cell] = root(home[cell]!)))
  const join = (a: number, b: number) => (home[Math.max(root(a), root(b))] = Math.min(root(a), root(b)))
  const ruled = (direction: Rule['direction'], at: number, across: number) =>
    rules.some(
      (rule) =>
        rule.direction === direction && Math.abs(rule.at - at) <= NEAR && rule.from <= across && rule.to >= across,
    )
  for (let row = 0; row < bands.length - 1; row++)
    for (let column = 0; column < columnCount; column++) {
      const cell = row * columnCount + column
      const x = (columns[column]! + columns[column + 1]!) / 2
      const y = (bands[row]! + bands[row + 1]!) / 2
      if (column > 0 && !ruled('down', columns[column]!, y)) join(cell - 1, cell)
      if (row > 0 && !ruled('across', bands[row]!, x)) join(cell - columnCount, cell)
    }
  return home.map((_, cell) => root(cell))
}

function lastColumnOf(home: number[], cell: number, columnCount: number): number {
  let column = cell % columnCount
  while (column < columnCount - 1 && home[cell + (column - (cell % columnCount)) + 1] === home[cell]) column++
  return column
}
