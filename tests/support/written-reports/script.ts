/**
 * Reports written down as a person would type them, so that the tests can be read: a line is a paragraph, "#" a heading,
 * "-" an item, "|" a row of a table (a blank line ends it). From one script come blocks, text, Word and PDF.
 */
import { readText } from '~/documents/read-text'
import type { Block } from '~/domain/reading/blocks'
import { allElements } from '~/domain/reading/report-elements'
import type { Level } from '~/domain/reading/draft'
import { makeDocx, makePdf, type PdfOptions, type Piece } from '../make-documents'
import { Sheet } from '../make-reports'

export function piecesOf(script: string): Piece[] {
  const pieces: Piece[] = []
  let rows: string[][] | null = null
  for (const line of script.split('\n').map((each) => each.trim())) {
    const cells = /^\|(.*)\|$/.exec(line)?.[1]
    if (cells !== undefined) {
      if (rows === null) pieces.push({ kind: 'table', rows: (rows = []) })
      rows.push(cells.split('|').map((cell) => cell.trim().replaceAll('\\n', '\n')))
      continue
    }
    rows = null
    if (line === '') continue
    const marked = /^(##?|-)\s+(.*)$/.exec(line)
    const kind = marked === null ? 'paragraph' : marked[1] === '#' ? 'title' : marked[1] === '##' ? 'heading' : 'item'
    pieces.push({ kind, text: marked?.[2] ?? line })
  }
  return pieces
}

export function blocksOf(script: string): Block[] {
  const sheet = new Sheet()
  for (const piece of piecesOf(script)) {
    if (piece.kind === 'table') {
      sheet.table()
      for (const row of piece.rows) sheet.row(...row)
    } else if (piece.kind === 'item') sheet.item(piece.text)
    else if (piece.kind === 'paragraph') sheet.paragraph(piece.text)
    else sheet.heading(piece.text)
  }
  return sheet.blocks
}

/** Without a mark on its headings, as text is pasted. */
export const pastedBlocks = (script: string): Block[] =>
  readText(
    piecesOf(script)
      .map((piece) =>
        piece.kind === 'table'
          ? piece.rows.map((row) => row.join('\t').replaceAll('\n', ' ')).join('\n')
          : piece.kind === 'item'
            ? `• ${piece.text}`
            : piece.text,
      )
      .join('\n\n'),
  ).blocks

/** `plain`: headings that are bold paragraphs, as most assessors type them. */
export const docxOf = (script: string): Promise<Uint8Array> => makeDocx(piecesOf(script))
export const pdfOf = (script: string, options: PdfOptions = {}): Promise<Uint8Array> =>
  makePdf(piecesOf(script).map(narrowFirst), options)

/** Element columns are narrow, as they are in print. */
const narrowFirst = (piece: Piece): Piece => {
  if (piece.kind !== 'table' || piece.rows[0]?.length !== 2) return piece
  const short = piece.rows.every(([first]) => (first ?? '').length <= 12)
  return { ...piece, widths: short ? [1, 6] : [1, 2] }
}

export const without = (...elements: string[]): string[] => allElements.filter((each) => !elements.includes(each))

const SEEN = [
  'The desk keeps a log of each visit and the log is read every Monday.',
  'Colleagues spoke warmly of the new rota, and 94% of callers in the last survey agreed with them.',
  'A review in May 2016 led to shorter forms; the team can show the figures for the 3 years since (see the annual report).',
  'Evidence seen: minutes, the staff handbook, two case studies and the notice board.',
  'Two of the 12 people who were interviewed had not heard of it. This was put right on the day.',
  'The service works with the credit union, the bus company and both colleges.',
]
const WORDED = [
  'We know who comes to us.',
  'We ask people what they think and tell them what we did.',
  'We make it easy to reach us, by whatever way suits.',
]
export const seen = (element: string): string => SEEN[Number(element.replaceAll('.', '')) % SEEN.length]!
export const worded = (element: string): string => WORDED[Number(element.at(-1)) % WORDED.length]!

export type Given = Partial<Record<Level, string[]>>
export const levelOf = (element: string, given: Given): Level =>
  (['plus', 'partial', 'non'] as const).find((level) => given[level]?.includes(element)) ?? 'full'
export const criteria = ['1', '2', '3', '4', '5']
export const subsOf = (elements: readonly string[]): string[] => [...new Set(elements.map((each) => each.slice(0, 3)))]
