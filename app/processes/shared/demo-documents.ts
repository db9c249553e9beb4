/** The files of the demo's evidence: small, and real ones of their kind. */
import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import PDFDocument from 'pdfkit'
import type { DemoDocument } from '#db/demo-council'

const bytesOf = (text: string) => new TextEncoder().encode(text)

export async function writeDemoDocument({ format, title, lines }: DemoDocument): Promise<Uint8Array> {
  if (format === 'docx') return writeWord(title, lines)
  if (format === 'pdf') return writePdf(title, lines)
  if (format === 'csv') return bytesOf(lines.map((line) => line.split('|').map(csvCell).join(',') + '\r\n').join(''))
  return bytesOf([title, '', ...lines, ''].join('\n'))
}

const csvCell = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

async function writeWord(title: string, lines: string[]): Promise<Uint8Array> {
  const paragraphs = lines.map((text) => new Paragraph({ text, spacing: { after: 160 } }))
  const heading = new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 })
  const document = new Document({ title, creator: 'Larkmoor', sections: [{ children: [heading, ...paragraphs] }] })
  return Packer.toBuffer(document)
}

function writePdf(title: string, lines: string[]): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 72,
    lang: 'en-GB',
    tagged: true,
    displayTitle: true,
    info: { Title: title, Author: 'Larkmoor' },
  })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<Uint8Array>((done, failed) => {
    pdf.on('end', () => done(Buffer.concat(chunks)))
    pdf.on('error', failed)
  })
  const body = pdf.struct('Document')
  pdf.addStructure(body)
  body.add(pdf.struct('H1', {}, () => void pdf.font('Helvetica-Bold').fontSize(20).text(title).moveDown()))
  for (const line of lines)
    body.add(pdf.struct('P', {}, () => void pdf.font('Helvetica').fontSize(12).text(line).moveDown(0.5)))
  body.end()
  pdf.end()
  return ended
}
