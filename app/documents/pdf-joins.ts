import { goesOn, joinedWords } from './pdf-lines'
import type { Piece, PiecedPage } from './pdf-blocks'

/** What a page break cut in two is made whole: tables, rows of tables, paragraphs. */
export function joinPages(pages: PiecedPage[]): void {
  for (const [index, page] of pages.entries()) {
    const before = pages.slice(0, index).findLast(({ pieces }) => pieces.some(isContent))
    if (before === undefined) continue
    const last = before.pieces.findLast(isContent)!
    const first = page.pieces.find(isContent)
    if (last.kind === 'row' && first?.kind === 'row' && sameColumns(last, first)) joinTables(before, last, page, first)
    if (last.kind === 'text' && first?.kind === 'text' && isCut(last, first)) {
      last.text = joinedWords(last.text, first.text)
      last.lines.push(...first.lines)
      page.pieces = page.pieces.filter((piece) => piece !== first)
    }
  }
}

type Row = Piece & { kind: 'row' }
type Text = Piece & { kind: 'text' }

const isContent = (piece: Piece): piece is Row | Text => piece.kind !== 'furniture'

const sameColumns = (last: Row, first: Row): boolean =>
  last.columns.length > 0 &&
  last.columns.length === first.columns.length &&
  last.columns.every((place, index) => Math.abs(place - first.columns[index]!) <= 4)

function joinTables(before: PiecedPage, last: Row, page: PiecedPage, first: Row): void {
  const header = before.pieces.find((piece): piece is Row => piece.kind === 'row' && piece.table === last.table)!
  const moved = page.pieces.filter((piece): piece is Row => piece.kind === 'row' && piece.table === first.table)
  const repeated = header !== last && first.cells.join('\t') === header.cells.join('\t')
  for (const row of moved) row.table = last.table
  if (repeated) {
    const { cells, top } = first
    page.pieces = page.pieces.map((piece) =>
      piece === first ? { kind: 'furniture', text: cells.join(' '), top } : piece,
    )
  }
  const next = repeated ? moved[1] : first
  const blanks = [before, page].some(({ pieces }) =>
    pieces.some((row) => hasNoStart(row, last.table) && row !== next && row !== last),
  )
  if (next === undefined || !isRestOf(next, last, blanks)) return
  last.cells = last.cells.map((cell, index) => joinedCell(cell, next.cells[index]!))
  page.pieces = page.pieces.filter((piece) => piece !== next)
}

const hasNoStart = (piece: Piece, table: object): boolean =>
  piece.kind === 'row' && piece.table === table && piece.cells[0] === ''

/** A row that begins nothing: its first cell is empty, in a table where that means something, or each of its cells
 * goes on in the middle of a sentence. */
function isRestOf(next: Row, last: Row, blanks: boolean): boolean {
  if (next.cells[0] === '' && !blanks) return true
  return next.cells.every((cell, index) => cell === '' || isMidSentence(last.cells[index]!, cell))
}

const isMidSentence = (above: string, below: string): boolean =>
  above !== '' && !/[.!?:;)]$/.test(above) && /^[a-z(]/.test(below)

const joinedCell = (above: string, below: string): string => {
  if (above === '' || below === '') return above + below
  return isMidSentence(above, below) || /^[a-z]/.test(below) ? joinedWords(above, below) : `${above}\n${below}`
}

function isCut(last: Text, first: Text): boolean {
  const [above, below] = [last.lines.at(-1)!, first.lines[0]!]
  return (
    above.bold === below.bold &&
    goesOn(above, below, last.edge) &&
    (/^[a-z(]/.test(first.text) || !/[:)]\.?$/.test(last.text))
  )
}
