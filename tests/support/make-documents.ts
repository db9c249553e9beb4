/**
 * Files as councils have them, made by the libraries that write such files: what goes in is known, so what comes out of
 * the readers can be held against it. A cell's line breaks are "\n".
 */
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx'
import PDFDocument from 'pdfkit'
import writeExcelFile from 'write-excel-file/node'

export type Piece =
  | { kind: 'title' | 'heading' | 'paragraph' | 'item'; text: string }
  | { kind: 'table'; rows: string[][]; widths?: number[] }
export type SheetCell = string | number | null | { date: Date; format: string }
export type MadeSheet = { name: string; rows: SheetCell[][] }

export async function makeDocx(pieces: Piece[]): Promise<Uint8Array> {
  const children = pieces.map((piece) => {
    switch (piece.kind) {
      case 'title':
        return new Paragraph({ text: piece.text, heading: HeadingLevel.HEADING_1 })
      case 'heading':
        return new Paragraph({ text: piece.text, heading: HeadingLevel.HEADING_2 })
      case 'item':
        return new Paragraph({ text: piece.text, bullet: { level: 0 } })
      case 'paragraph':
        return new Paragraph(piece.text)
      case 'table':
        return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: piece.rows.map(wordRow) })
    }
  })
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

const wordRow = (cells: string[]): TableRow =>
  new TableRow({
    children: cells.map((text) => new TableCell({ children: text.split('\n').map((line) => new Paragraph(line)) })),
  })

export async function makeXlsx(sheets: MadeSheet[]): Promise<Uint8Array> {
  const data = sheets.map(({ name, rows }) => ({ sheet: name, data: rows.map((row) => row.map(sheetCell)) }))
  return new Uint8Array(await writeExcelFile(data).toBuffer())
}

const sheetCell = (cell: SheetCell) => {
  if (cell === null || cell === '') return null
  if (typeof cell === 'string') return { value: cell, type: String, wrap: true }
  if (typeof cell === 'number') return { value: cell, type: Number }
  return { value: cell.date, type: Date, format: cell.format }
}

export function makeCsv(rows: string[][], separator = ',', end = '\r\n'): Uint8Array {
  const field = (text: string) =>
    text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  return Buffer.from(rows.map((row) => row.map(field).join(separator) + end).join(''), 'utf8')
}

/** Lines with tabs, as a table is pasted from Word; the lines of a cell cannot be told apart there and are joined. */
export const makeTabbedText = (rows: string[][]): Uint8Array =>
  Buffer.from(rows.map((row) => `${row.map((cell) => cell.replaceAll('\n', ' ')).join('\t')}\n`).join(''), 'utf8')

export type PdfOptions = { header?: string; footer?: string; landscape?: boolean; rules?: boolean; size?: number }
const MARGIN = 56
const PADDING = 4

/** Real pages: text wrapped to its width, tables with ruled lines, rows cut where the page ends. */
export function makePdf(pieces: Piece[], options: PdfOptions = {}): Promise<Uint8Array> {
  const size = options.size ?? 10
  const layout = options.landscape === true ? 'landscape' : 'portrait'
  const pdf = new PDFDocument({ size: 'A4', layout, margin: MARGIN, bufferPages: true, autoFirstPage: true })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const finished = new Promise<void>((resolve) => pdf.on('end', resolve))
  for (const piece of pieces) {
    if (piece.kind === 'table') drawTable(pdf, piece.rows, size, options.rules !== false, piece.widths)
    else drawText(pdf, piece, size)
  }
  addRunningLines(pdf, options)
  pdf.end()
  return finished.then(() => new Uint8Array(Buffer.concat(chunks)))
}

type Pdf = InstanceType<typeof PDFDocument>

const bottomOf = (pdf: Pdf): number => pdf.page.height - MARGIN

function drawText(pdf: Pdf, { kind, text }: { kind: string; text: string }, size: number): void {
  const width = pdf.page.width - 2 * MARGIN
  pdf.font(kind === 'title' || kind === 'heading' ? 'Helvetica-Bold' : 'Helvetica')
  pdf.fontSize(kind === 'title' ? size + 6 : kind === 'heading' ? size + 2 : size)
  const shown = kind === 'item' ? `• ${text}` : text
  pdf.text(shown, MARGIN, pdf.y, { width })
  pdf.moveDown(0.6)
}

function drawTable(pdf: Pdf, rows: string[][], size: number, rules: boolean, widths?: number[]): void {
  pdf.font('Helvetica').fontSize(size)
  const count = Math.max(...rows.map((row) => row.length))
  const all = pdf.page.width - 2 * MARGIN
  const parts = widths ?? Array.from({ length: count }, () => 1)
  const total = parts.reduce((sum, part) => sum + part, 0)
  const columns = parts.map((part) => (part / total) * all)
  const leading = size * 1.2
  for (const row of rows) {
    let left = row.map((text, index) => wrapped(pdf, text, columns[index]! - 2 * PADDING))
    while (left.some((lines) => lines.length > 0)) {
      const room = Math.floor((bottomOf(pdf) - pdf.y - 2 * PADDING) / leading)
      if (room < 1) {
        pdf.addPage()
        pdf.y = MARGIN
        continue
      }
      drawRow(
        pdf,
        left.map((lines) => lines.slice(0, room)),
        columns,
        leading,
        rules,
      )
      left = left.map((lines) => lines.slice(room))
    }
  }
  pdf.y += leading
}

function drawRow(pdf: Pdf, cells: string[][], columns: number[], leading: number, rules: boolean): void {
  const top = pdf.y
  const height = Math.max(1, ...cells.map((lines) => lines.length)) * leading + 2 * PADDING
  let x = MARGIN
  columns.forEach((width, index) => {
    if (rules) pdf.rect(x, top, width, height).lineWidth(0.5).stroke()
    ;(cells[index] ?? []).forEach((line, at) => {
      if (line !== '') pdf.text(line, x + PADDING, top + PADDING + at * leading, { lineBreak: false })
    })
    x += width
  })
  pdf.y = top + height
}

function wrapped(pdf: Pdf, text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => {
    const lines: string[] = []
    for (const word of line.split(' ')) {
      const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
      if (lines.length > 0 && pdf.widthOfString(longer) <= width) lines[lines.length - 1] = longer
      else lines.push(word)
    }
    return lines
  })
}

function addRunningLines(pdf: Pdf, { header, footer }: PdfOptions): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let index = start; index < start + count; index++) {
    pdf.switchToPage(index)
    pdf.page.margins = { top: 0, bottom: 0, left: 0, right: 0 }
    pdf.font('Helvetica').fontSize(8)
    if (header !== undefined) pdf.text(header, MARGIN, 24, { lineBreak: false })
    if (footer === undefined) continue
    pdf.text(`${footer} – page ${index + 1} of ${count}`, MARGIN, pdf.page.height - 30, { lineBreak: false })
  }
}
