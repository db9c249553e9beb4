/**
 * The same report as Word files that people really have: headings that are only bold, all of it inside a table for the
 * layout, with changes tracked, in the content controls of a form, in text boxes, with tables that touch.
 */
import type { Piece } from '../make-documents'
import { makeZip } from '../make-zip'

export const wordForms = ['bold', 'layout', 'tracked', 'controls', 'boxes', 'touching'] as const
export type WordForm = (typeof wordForms)[number]

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const run = (text: string, bold = false): string =>
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`

/** A paragraph's runs, parted in the middle of a word as Word does after every correction. */
function runs(text: string, form: WordForm): string {
  const at = Math.floor(text.length / 2)
  if (form !== 'tracked') return run(text.slice(0, at)) + run(text.slice(at))
  const struck = '<w:del w:id="1" w:author="x"><w:r><w:delText>struck out 1.1.1 </w:delText></w:r></w:del>'
  return `${run(text.slice(0, at))}${struck}<w:ins w:id="2" w:author="x">${run(text.slice(at))}</w:ins>`
}

const paragraph = (text: string, form: WordForm): string =>
  text
    .split('\n')
    .map((line) => `<w:p>${runs(line, form)}</w:p>`)
    .join('')

function pieceXml(piece: Piece, form: WordForm): string {
  switch (piece.kind) {
    case 'title':
    case 'heading':
      return form === 'boxes'
        ? `<w:p><w:r><w:pict><v:textbox><w:txbxContent><w:p>${run(piece.text, true)}</w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>`
        : `<w:p>${run(piece.text, true)}</w:p>`
    case 'item':
      return paragraph(`•\t${piece.text}`, form)
    case 'paragraph':
      return paragraph(piece.text, form)
    case 'table':
      return piece.rows.length === 0 ? '' : tableXml(piece.rows, form)
  }
}

function tableXml(rows: string[][], form: WordForm): string {
  const cell = (text: string) => {
    const words = paragraph(text, form)
    const held = form === 'controls' ? `<w:sdt><w:sdtPr/><w:sdtContent>${words}</w:sdtContent></w:sdt>` : words
    return `<w:tc>${text === '' && form === 'controls' ? PLACEHOLDER : held}</w:tc>`
  }
  const row = (cells: string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`
  return `<w:tbl>${rows.map(row).join('')}</w:tbl>${form === 'touching' ? '' : '<w:p/>'}`
}

/** What an empty control shows, which nobody wrote. */
const PLACEHOLDER =
  '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click or tap here to enter text.</w:t></w:r></w:p></w:sdtContent></w:sdt>'

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'

export function wordFile(pieces: readonly Piece[], form: WordForm): Uint8Array {
  const words = pieces.map((piece) => pieceXml(piece, form)).join('')
  const body = form === 'layout' ? `<w:tbl><w:tr><w:tc>${words}</w:tc></w:tr></w:tbl>` : words
  const document = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>${body}</w:body></w:document>`
  return new Uint8Array(
    makeZip([
      { name: '[Content_Types].xml', bytes: Buffer.from(TYPES) },
      { name: 'word/document.xml', bytes: Buffer.from(document) },
    ]),
  )
}
