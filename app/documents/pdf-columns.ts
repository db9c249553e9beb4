import type { GridCell } from './pdf-grids'
import { beginsItem, goesOn, textOfLines, usualLeading, type PdfLine, type Stretch } from './pdf-lines'

/** Rows of a table that has no ruled lines: consecutive lines whose stretches stand under one another. */
export type ColumnRow = { cells: GridCell[]; line: PdfLine }

type Column = { left: number; right: number }
type Placed = { line: PdfLine; stretches: Map<number, Stretch> }

/** How many lines from `start` on form a table, and its rows; null where the line is ordinary text. */
export function columnsAt(lines: PdfLine[], start: number): { rows: ColumnRow[]; count: number } | null {
  const first = lines[start]!
  if (first.stretches.length < 2) return null
  const columns: Column[] = first.stretches.map(({ x, right }) => ({ left: x, right }))
  const placed: Placed[] = []
  let count = 0
  for (const line of lines.slice(start)) {
    const above = placed.at(-1)?.line
    if (above !== undefined && line.y - above.y > 3 * Math.max(above.size, line.size)) break
    const stretches = place(line, columns)
    if (stretches === null || !belongs(stretches, line, above, columns)) break
    placed.push({ line, stretches })
    count++
  }
  return { rows: rowsOf(placed, columns), count }
}

/** Each stretch under its column; null where one stands under two. A stretch between columns is a new column. */
function place(line: PdfLine, columns: Column[]): Map<number, Stretch> | null {
  const found: { stretch: Stretch; column: number }[] = []
  const fresh: Stretch[] = []
  for (const stretch of line.stretches) {
    const under = columns.flatMap((column, index) =>
      stretch.x < column.right && stretch.right > column.left ? [index] : [],
    )
    if (under.length > 1) return null
    if (under.length === 1) found.push({ stretch, column: under[0]! })
    else fresh.push(stretch)
  }
  if (new Set(found.map(({ column }) => column)).size < found.length) return null
  if (fresh.length > 0 && (line.stretches.length < 2 || fresh.some(({ x }) => x < columns.at(-1)!.right))) return null
  for (const stretch of fresh) {
    found.push({ stretch, column: columns.length })
    columns.push({ left: stretch.x, right: stretch.right })
  }
  for (const { stretch, column } of found) {
    columns[column]!.left = Math.min(columns[column]!.left, stretch.x)
    columns[column]!.right = Math.max(columns[column]!.right, stretch.right)
  }
  return new Map(found.map(({ stretch, column }) => [column, stretch]))
}

/** A line with one stretch belongs where it hangs under a later column, or goes on from the first one. */
function belongs(
  stretches: Map<number, Stretch>,
  line: PdfLine,
  above: PdfLine | undefined,
  columns: Column[],
): boolean {
  if (above === undefined || stretches.size > 1) return true
  if (!stretches.has(0)) return true
  return above.stretches.length === 1 || goesOn(asLine(above, above.stretches[0]!), line, columns[1]!.left - line.size)
}

const asLine = (line: PdfLine, stretch: Stretch): PdfLine => ({
  ...line,
  stretches: [stretch],
  text: stretch.text,
  x: stretch.x,
  right: stretch.right,
})

function rowsOf(placed: Placed[], columns: Column[]): ColumnRow[] {
  const leading = usualLeading(placed.map(({ line }) => line))
  const groups: Placed[][] = []
  for (const each of placed) {
    const above = groups.at(-1)?.at(-1)
    if (above !== undefined && continuesRow(each, above, columns, leading)) groups.at(-1)!.push(each)
    else groups.push([each])
  }
  return groups.map((group) => ({
    line: group[0]!.line,
    cells: columns.map((column, index) => {
      const lines = group.flatMap(({ line, stretches }) => {
        const stretch = stretches.get(index)
        return stretch === undefined ? [] : [asLine(line, stretch)]
      })
      const gap = 1.5 * (lines[0]?.size ?? 0)
      const right = Math.max(column.right, (columns[index + 1]?.left ?? 0) - gap)
      return { text: textOfLines(lines, right), lines, right }
    }),
  }))
}

function continuesRow({ line, stretches }: Placed, above: Placed, columns: Column[], leading: number): boolean {
  if (line.y - above.line.y > leading * 1.4) return false
  const first = stretches.get(0)
  if (first === undefined) return true
  const before = above.stretches.get(0)
  if (before === undefined || beginsItem(first.text)) return false
  return goesOn(
    asLine(above.line, before),
    asLine(line, first),
    Math.max(columns[0]!.right, columns[1]!.left - 1.5 * line.size),
  )
}
