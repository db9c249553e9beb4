import type { Block } from '../domain/reading/blocks'
import { columnsAt, type ColumnRow } from './pdf-columns'
import { furnitureOf } from './pdf-furniture'
import { gridsOf, type Grid, type GridCell } from './pdf-grids'
import { headedTableAt } from './pdf-headed-columns'
import { beginsItem, goesOn, joinedWords, linesOf, tightLeading, usualLeading, type PdfLine } from './pdf-lines'
import type { PdfPage } from './pdf-pages'
import { BULLET } from './tidy-text'

/** What stands on a page in the order a person reads it. */
export type Piece =
  | { kind: 'text'; lines: PdfLine[]; text: string; edge: number; top: number }
  | { kind: 'row'; table: object; columns: number[]; cells: GridCell[]; top: number; y: number }
  | { kind: 'furniture'; text: string; top: number }
export type PiecedPage = { number: number; pieces: Piece[]; baselines: number[] }

export function piecesOf(pages: PdfPage[]): PiecedPage[] {
  const parted = pages.map((page) => {
    const { grids, free } = gridsOf(page.items, page.rules)
    return { page, grids, lines: linesOf(free) }
  })
  const furniture = furnitureOf(parted.map(({ page, lines }) => ({ number: page.number, height: page.height, lines })))
  const edge = usualRightEdge(parted.flatMap(({ lines }) => lines.filter((line) => !furniture.has(line))))
  const tight = tightLeading(parted.flatMap(({ grids, lines }) => [{ lines, right: edge }, ...grids.flatMap(cellsOf)]))
  let carried: number[] | null = null
  return parted.map(({ page, grids, lines }) => {
    const aside = lines.filter((line) => furniture.has(line))
    const own = lines.filter((line) => !furniture.has(line))
    const across = page.rules.filter(({ direction, from, to }) => direction === 'across' && to - from > page.width / 4)
    const free = freePieces(
      own,
      grids,
      across.map(({ at }) => at),
      { edge, tight },
      carried,
    )
    const pieces: Piece[] = [
      ...aside.map((line): Piece => ({ kind: 'furniture', text: line.text, top: line.y - line.size })),
      ...grids.flatMap(gridPieces),
      ...free,
    ].sort((a, b) => a.top - b.top)
    const last = pieces.findLast(({ kind }) => kind !== 'furniture')
    carried = last?.kind === 'row' && free.includes(last) && last.columns.length > 0 ? last.columns : null
    const baselines = [...lines, ...grids.flatMap(linesOfGrid)].map(({ y }) => y).sort((a, b) => a - b)
    return { number: page.number, pieces, baselines: distinctLines(baselines) }
  })
}

const cellsOf = (grid: Grid): GridCell[] => grid.rows.flatMap(({ cells }) => cells)
const linesOfGrid = (grid: Grid): PdfLine[] => cellsOf(grid).flatMap(({ lines }) => lines)

const distinctLines = (baselines: number[]): number[] =>
  baselines.filter((y, index) => index === 0 || y - baselines[index - 1]! > 2)

/** Where full lines end; the longest line alone may run into the margin. */
function usualRightEdge(lines: PdfLine[]): number {
  const ends = lines.map(({ right }) => right).sort((a, b) => a - b)
  return ends[Math.floor(ends.length * 0.98)] ?? 0
}

const gridPieces = (grid: Grid): Piece[] =>
  grid.rows.map(({ cells, top }) => {
    const y = Math.min(...cells.flatMap(({ lines }) => lines.map((line) => line.y)))
    return { kind: 'row', table: grid, columns: grid.columns, cells, top, y }
  })

/** Text outside ruled tables: paragraphs, and tables that show only by what stands under what. */
function freePieces(
  lines: PdfLine[],
  grids: Grid[],
  across: number[],
  { edge, tight }: { edge: number; tight: number },
  carried: number[] | null,
): Piece[] {
  const pieces: Piece[] = []
  const usual = usualLeading(lines)
  for (let at = 0; at < lines.length;) {
    const line = lines[at]!
    const until = grids.find((grid) => grid.top > line.y)?.top ?? Infinity
    const within = lines.slice(at).findIndex(({ y }) => y > until)
    const near = within < 0 ? lines : lines.slice(0, at + within)
    const headed = headedTableAt(near, at, across, at === 0 ? carried : null)
    const found = headed ?? columnsAt(near, at)
    if (found !== null && found.count > 0) {
      pieces.push(...columnPieces(found.rows, headed?.lefts ?? []))
      at += found.count
      continue
    }
    const before = pieces.at(-1)
    if (before?.kind === 'text' && isSameParagraph(before.lines, line, edge, Math.min(usual, tight * line.size))) {
      before.text = joinedWords(before.text, line.text)
      before.lines.push(line)
    } else pieces.push({ kind: 'text', lines: [line], text: line.text, edge, top: line.y - line.size })
    at++
  }
  return pieces
}

function columnPieces(rows: ColumnRow[], columns: number[]): Piece[] {
  const table = {}
  return rows.map(({ cells, line }) => ({ kind: 'row', table, columns, cells, top: line.y - line.size, y: line.y }))
}

function isSameParagraph(lines: PdfLine[], line: PdfLine, edge: number, leading: number): boolean {
  const [first, second, above] = [lines[0]!, lines[1], lines.at(-1)!]
  if (line.y - above.y > 1.4 * Math.max(leading, above.size) || above.bold !== line.bold) return false
  // What stands further out than an item, or than the lines that hang under it, is no part of it.
  if (beginsItem(first.text) && line.x < (second ?? first).x - 2) return false
  return goesOn(above, line, edge)
}

/** Sizes larger than the body's, largest first: the levels of headings. */
export type Sizes = { body: number; headings: number[] }

export function sizesOf(pages: PiecedPage[]): Sizes {
  const letters = new Map<number, number>()
  const texts = pages.flatMap(({ pieces }) => pieces.flatMap((piece) => (piece.kind === 'text' ? piece.lines : [])))
  for (const line of texts) {
    const size = Math.round(line.size * 2) / 2
    letters.set(size, (letters.get(size) ?? 0) + line.text.length)
  }
  const body = [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10
  const headings = [...letters.keys()].filter((size) => size >= body * 1.1).sort((a, b) => b - a)
  return { body, headings }
}

export function textBlock({ lines, text }: Piece & { kind: 'text' }, sizes: Sizes, page: number, line: number): Block {
  const source = { page, line, sheet: null, cell: null, quote: text }
  if (BULLET.test(text) && text.replace(BULLET, '') !== '')
    return { kind: 'list-item', level: 0, text: text.replace(BULLET, ''), source }
  const level = headingLevel(lines, text, sizes)
  return level === null ? { kind: 'paragraph', text, source } : { kind: 'heading', level, text, source }
}

function headingLevel(lines: PdfLine[], text: string, { body, headings }: Sizes): number | null {
  if (text.length > 160 || lines.length > 3) return null
  const size = Math.round(lines[0]!.size * 2) / 2
  if (size >= body * 1.1) return headings.indexOf(size) + 1
  return lines.every(({ bold }) => bold) && !/[.;,]$/.test(text) ? headings.length + 1 : null
}
