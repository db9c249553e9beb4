import type { GridCell } from './pdf-grids'
import type { ColumnRow } from './pdf-columns'
import type { PdfItem } from './pdf-pages'
import { goesOn, lineOf, textOfLines, usualLeading, type PdfLine } from './pdf-lines'

/**
 * A table without lines between its columns, under a row of headings: what begins under a heading belongs to it,
 * however near the next column comes. Lines across the page, where there are any, part the rows.
 */
export type HeadedTable = { rows: ColumnRow[]; count: number; lefts: number[] }

type Placed = { line: PdfLine; cells: (PdfLine | null)[] }
const FEWEST_COLUMNS = 3

/** `carried` are the columns of a table that the page before ended with; it has no headings here. */
export function headedTableAt(
  lines: PdfLine[],
  start: number,
  across: number[],
  carried: number[] | null,
): HeadedTable | null {
  const first = lines[start]!
  const goesFurther = carried !== null && standsUnder(first, carried)
  const lefts = goesFurther ? carried : leftsOf(first, lines.slice(start + 1, start + 1 + MOST_LOOKED_AT))
  if (lefts.length < FEWEST_COLUMNS) return null
  const placed: Placed[] = []
  for (let at = start; at < lines.length; at++) {
    const line = lines[at]!
    const above = placed.at(-1)?.line
    if (above !== undefined && line.y - above.y > 4 * line.size) break
    const cells = place(line, lefts) ?? spanning(line, lines[at + 1], lefts)
    if (cells === null) break
    placed.push({ line, cells })
  }
  const full = placed.filter(({ cells }) => cells.filter((cell) => cell !== null).length >= 2)
  if (full.length < (goesFurther ? 1 : 2)) return null
  return { rows: rowsOf(placed, lefts, across), count: placed.length, lefts }
}

const MOST_LOOKED_AT = 40

/** Where columns begin: under headings that stand apart, and under near ones where lines below begin there too. */
function leftsOf(headings: PdfLine, below: PdfLine[]): number[] {
  if (headings.stretches.length < 2) return []
  const near = headings.stretches.flatMap(({ x, items }) => {
    const starts = items.filter((item, index) => index > 0 && item.x - endOf(items[index - 1]!) > 0.45 * item.size)
    const begun = starts.filter(({ x: left, size }) => beginningAt(below, left, size) >= 2)
    return [x, ...begun.map((item) => item.x)]
  })
  return near.sort((a, b) => a - b)
}

const endOf = ({ x, width }: PdfItem): number => x + width

const beginningAt = (lines: PdfLine[], left: number, size: number): number =>
  lines.filter(({ stretches }) => stretches.some(({ items }) => items.some(({ x }) => Math.abs(x - left) < 0.3 * size)))
    .length

/** What stands in the line begins where columns begin, and not in the first one alone. */
function standsUnder(line: PdfLine, lefts: number[]): boolean {
  const cells = place(line, lefts)
  if (cells === null || cells.slice(1).every((cell) => cell === null)) return false
  return cells.every((cell, index) => cell === null || Math.abs(cell.x - lefts[index]!) < 0.8 * line.size)
}

/** Each column's part of a line; null where something begins before the first column or runs into the next one. */
function place(line: PdfLine, lefts: number[]): (PdfLine | null)[] | null {
  const slack = 0.6 * line.size
  const items = line.stretches.flatMap((stretch) => stretch.items)
  const columns: (typeof items)[] = lefts.map(() => [])
  for (const item of items.filter(({ text }) => text.trim() !== '')) {
    const column = lefts.findLastIndex((left) => left <= item.x + slack)
    if (column < 0 || item.x + item.width > (lefts[column + 1] ?? Infinity) + slack) return null
    columns[column]!.push(item)
  }
  return columns.map((own) => (own.length === 0 ? null : lineOf(own)))
}

/** The name of a group runs over all columns; it is no end of the table where the next line has columns again. */
function spanning(line: PdfLine, next: PdfLine | undefined, lefts: number[]): (PdfLine | null)[] | null {
  if (line.stretches.length > 1 || next === undefined || Math.abs(line.x - lefts[0]!) > line.size) return null
  const below = place(next, lefts)
  const goesOnBelow = below !== null && below.filter((cell) => cell !== null).length >= 2
  return goesOnBelow ? [line, ...lefts.slice(1).map(() => null)] : null
}

function rowsOf(placed: Placed[], lefts: number[], across: number[]): ColumnRow[] {
  const leading = usualLeading(placed.map(({ line }) => line))
  const top = placed[0]!.line.y
  const bottom = placed.at(-1)!.line.y
  const ruled = across.some((y) => y > top && y < bottom)
  const groups: Placed[][] = []
  for (const each of placed) {
    const above = groups.at(-1)?.at(-1)
    const parted =
      above === undefined || (ruled ? isParted(above, each, across) : beginsRow(above, each, lefts, leading))
    if (parted) groups.push([each])
    else groups.at(-1)!.push(each)
  }
  return groups.map((group) => ({ line: group[0]!.line, cells: lefts.map((_, index) => cellOf(group, index, lefts)) }))
}

const isParted = (above: Placed, below: Placed, across: number[]): boolean =>
  across.some((y) => y > above.line.y - 1 && y < below.line.y)

function beginsRow(above: Placed, below: Placed, lefts: number[], leading: number): boolean {
  if (below.line.y - above.line.y > 1.4 * leading) return true
  const [last, first] = [above.cells[0], below.cells[0]]
  if (first === null || first === undefined) return false
  return last === null || last === undefined || !goesOn(last, first, lefts[1]! - 0.6 * first.size)
}

function cellOf(group: Placed[], index: number, lefts: number[]): GridCell {
  const lines = group.flatMap(({ cells }) => cells[index] ?? [])
  const next = lefts[index + 1]
  const size = lines[0]?.size ?? 0
  const right = next === undefined ? Math.max(0, ...lines.map((line) => line.right)) : next - 0.6 * size
  return { text: textOfLines(lines, right), lines, right }
}
