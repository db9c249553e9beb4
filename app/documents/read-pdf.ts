import type { Block, ReadDocument } from '../domain/reading/blocks'
import { piecesOf, sizesOf, textBlock, type PiecedPage, type Piece, type Sizes } from './pdf-blocks'
import { joinPages } from './pdf-joins'
import { pagesOf, type PdfPage } from './pdf-pages'
import { readingLimits } from './reading-limits'
import { CannotRead } from './unreadable'

/**
 * A PDF by positions: it holds only stretches of text at places and lines between them. Tables come back from their
 * lines, or from columns that stand under one another; what breaks over a page is joined; running headers are apart.
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const pages = await pagesOf(bytes)
  requireText(pages, bytes)
  const pieced = piecesOf(pages)
  joinPages(pieced)
  const sizes = sizesOf(pieced)
  const tables = new Map<object, number>()
  const blocks = pieced.flatMap((page) => page.pieces.map((piece) => blockOf(piece, page, sizes, tables)))
  if (blocks.length > readingLimits.blocks) throw new CannotRead('tooLong')
  return { kind: 'pdf', pages: pages.length, sheets: [], blocks }
}

/** Fewer letters than a page number and a stamp would make, and pictures: the pages were scanned. */
function requireText(pages: PdfPage[], bytes: Uint8Array): void {
  const letters = pages.reduce(
    (sum, { items }) => sum + items.reduce((all, { text }) => all + text.trim().length, 0),
    0,
  )
  if (letters > 20 * pages.length) return
  const pictures = /\/Subtype\s*\/Image|\/Filter\s*\[?\s*\/(?:DCT|JPX|CCITTFax|JBIG2)Decode/
  if (pictures.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')))
    throw new CannotRead('scanned')
  if (letters === 0) throw new CannotRead('noText')
}

function blockOf(piece: Piece, page: PiecedPage, sizes: Sizes, tables: Map<object, number>): Block {
  const at = (y: number) => ({ page: page.number, line: lineAt(page.baselines, y), sheet: null, cell: null })
  if (piece.kind === 'text') return textBlock(piece, sizes, page.number, lineAt(page.baselines, piece.lines[0]!.y))
  if (piece.kind === 'furniture')
    return { kind: 'page-furniture', text: piece.text, source: { ...at(piece.top), quote: piece.text } }
  if (!tables.has(piece.table)) tables.set(piece.table, tables.size)
  const place = at(piece.y)
  return {
    kind: 'row',
    table: tables.get(piece.table)!,
    header: false,
    cells: piece.cells.map(({ text, lines }) => ({
      text,
      lines: lines.map((line) => line.text),
      source: { ...place, quote: text },
    })),
    source: { ...place, quote: piece.cells.map(({ text }) => text.replace(/\n/g, ' ')).join('\t') },
  }
}

/** The line on the page, counted from the top, tables included. */
const lineAt = (baselines: number[], y: number): number =>
  Math.max(1, baselines.findLastIndex((baseline) => baseline <= y + 2) + 1)
