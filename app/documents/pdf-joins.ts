import { goesOn, joinedWords } from './pdf-lines'
import type { Piece, PiecedPage } from './pdf-blocks'
import type { GridCell } from './pdf-grids'

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

const wordsOf = ({ cells }: Row): string => cells.map(({ text }) => text).join('\t')

function joinTables(before: PiecedPage, last: Row, page: PiecedPage, first: Row): void {
  const header = before.pieces.find((piece): piece is Row => piece.kind === 'row' && piece.table === last.table)!
  const moved = page.pieces.filter((piece): piece is Row => piece.kind === 'row' && piece.table === first.table)
  const repeated = header !== last && wordsOf(first) === wordsOf(header)
  for (const row of moved) row.table = last.table
  if (repeated) {
    const { cells, top } = first
    page.pieces = page.pieces.map((piece) =>
      piece === first ? { kind: 'furniture', text: cells.map(({ text }) => text).join(' '), top } : piece,
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
  piece.kind === 'row' && piece.table === table && piece.cells[0]!.text === ''

/** A row that begins nothing: its first cell is empty, in a table where that means something, or each of its cells
 * goes on in the middle of a sentence. */
function isRestOf(next: Row, last: Row, blanks: boolean): boolean {
  if (next.cells[0]!.text === '' && !blanks) return true
  // Alone in the first cell stands the name of a group, but for words that finish what was torn above.
  if (next.cells.slice(1).every(({ text }) => text === '') && !isTorn(last.cells[0]!.text, next.cells[0]!.text))
    return false
  return next.cells.every((cell, index) => cell.text === '' || isRestOfCell(cell, last.cells[index]!))
}

const isTorn = (above: string, below: string): boolean =>
  /^\p{Ll}/u.test(below) || /[,/&(-]$/.test(above) || above.lastIndexOf('(') > above.lastIndexOf(')')

function isRestOfCell(below: GridCell, above: GridCell): boolean {
  const [last, first] = [above.lines.at(-1), below.lines[0]]
  if (last === undefined || first === undefined) return false
  return isMidSentence(above.text, below.text) || goesOn(last, first, above.right)
}

const isMidSentence = (above: string, below: string): boolean =>
  above !== '' && !/[.!?:;)]$/.test(above) && /^[a-z(]/.test(below)

const joinedCell = (above: GridCell, below: GridCell): GridCell => ({
  text: joinedText(above, below),
  lines: [...above.lines, ...below.lines],
  right: above.right,
})

function joinedText(above: GridCell, below: GridCell): string {
  const [last, first] = [above.lines.at(-1), below.lines[0]]
  if (last === undefined || first === undefined) return above.text + below.text
  const oneText = isMidSentence(above.text, below.text) || goesOn(last, first, above.right)
  return oneText ? joinedWords(above.text, below.text) : `${above.text}\n${below.text}`
}

function isCut(last: Text, first: Text): boolean {
  const [above, below] = [last.lines.at(-1)!, first.lines[0]!]
  return (
    above.bold === below.bold &&
    goesOn(above, below, last.edge) &&
    (/^[a-z(]/.test(first.text) || !/[:)]\.?$/.test(last.text))
  )
}
