import mammoth from 'mammoth'
import type { Block, ReadDocument } from '../domain/reading/blocks'
import { readingLimits } from './reading-limits'
import { storedZip } from './stored-zip'
import { BULLET, tidyLine } from './tidy-text'
import { CannotRead } from './unreadable'
import { cellText, paragraphsIn, rowsOf, textOf, type WordNode, type WordParagraph, type WordTable } from './word-nodes'
import { unescapeXml } from './xml-tags'
import type { ZipParts } from './zip-parts'

/** A Word file by its structure: headings by their style, lists, tables on a grid; running headers and footers apart. */
export async function readDocx(zip: ZipParts): Promise<ReadDocument> {
  const document = await wordDocument(zip)
  const blocks: Block[] = runningLines(zip, /^word\/header\d*\.xml$/)
  const place = { line: 0, table: -1 }
  for (const node of document.children) addBlocks(node, blocks, place)
  for (const node of [...Object.values(document.notes?._notes ?? {}), ...(document.comments ?? [])])
    for (const paragraph of paragraphsIn(node.body)) addBlocks(paragraph, blocks, place)
  blocks.push(...runningLines(zip, /^word\/footer\d*\.xml$/))
  if (blocks.length > readingLimits.blocks) throw new CannotRead('tooLong')
  return { kind: 'docx', pages: null, sheets: [], blocks }
}

type WordDocument = {
  children: WordNode[]
  notes?: { _notes?: Record<string, { body: WordNode[] }> }
  comments?: { body: WordNode[] }[]
}

/** Only the parts with words are handed on; the tree is taken before mammoth would make a web page of it. */
async function wordDocument(zip: ZipParts): Promise<WordDocument> {
  const wanted = zip.names.filter(
    (name) =>
      /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[^/]+)$/.test(name) && /\.(?:xml|rels)$/.test(name),
  )
  const useful = wanted.filter((name) => !/^word\/(?:header|footer|fontTable|webSettings|settings)/.test(name))
  const parts = useful.map((name) => ({ name, bytes: zip.read(name)! }))
  if (parts.some(({ bytes }) => tagsIn(bytes) > readingLimits.partTags)) throw new CannotRead('tooLong')
  const buffer = storedZip(parts)
  let tree: WordDocument = { children: [] }
  try {
    await mammoth.convertToHtml(
      { buffer },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        transformDocument: (document: WordDocument) => {
          tree = document
          return { ...document, children: [], comments: [] }
        },
      },
    )
  } catch {
    throw new CannotRead('damaged')
  }
  return tree
}

function tagsIn(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(60); at >= 0; at = bytes.indexOf(60, at + 1)) count++
  return count
}

function addBlocks(node: WordNode, blocks: Block[], place: { line: number; table: number }): void {
  if (node.type === 'paragraph') return addParagraph(node as WordParagraph, blocks, place)
  if (node.type === 'table') return addTable(node as WordTable, blocks, place)
  for (const child of node.children ?? []) addBlocks(child, blocks, place)
}

function addParagraph(paragraph: WordParagraph, blocks: Block[], place: { line: number }): void {
  // A tab inside a paragraph sets words apart as a person sees them; a typed line break is the author's own.
  for (const raw of textOf(paragraph).split('\n')) {
    const text = tidyLine(raw)
    if (text === '') continue
    const source = { page: null, line: ++place.line, sheet: null, cell: null, quote: text }
    const level = headingLevel(paragraph)
    if (level !== null) blocks.push({ kind: 'heading', level, text, source })
    else if (paragraph.numbering != null)
      blocks.push({ kind: 'list-item', level: Number(paragraph.numbering.level) || 0, text, source })
    else if (BULLET.test(text) && text.replace(BULLET, '') !== '')
      blocks.push({ kind: 'list-item', level: 0, text: text.replace(BULLET, ''), source })
    else blocks.push({ kind: 'paragraph', text, source })
  }
}

function headingLevel({ styleName, styleId }: WordParagraph): number | null {
  const named = /^heading ?(\d)/i.exec(styleName ?? styleId ?? '')
  if (named !== null) return Number(named[1])
  return /^(?:title|subtitle)$/i.test(styleName ?? styleId ?? '') ? 1 : null
}

function addTable(table: WordTable, blocks: Block[], place: { line: number; table: number }): void {
  const number = ++place.table
  for (const { header, cells } of rowsOf(table)) {
    const texts = cells.map((cell) => (cell === null ? '' : cellText(cell)))
    if (texts.every((text) => text === '')) continue
    const at = { page: null, line: ++place.line, sheet: null, cell: null }
    blocks.push({
      kind: 'row',
      table: number,
      header,
      cells: texts.map((text) => ({ text, source: { ...at, quote: text } })),
      source: { ...at, quote: texts.join('\t') },
    })
  }
}

/** Headers and footers, which mammoth leaves out; the same line on every kind of page is one line. */
function runningLines(zip: ZipParts, parts: RegExp): Block[] {
  const lines = new Set<string>()
  for (const name of zip.names.filter((each) => parts.test(each))) {
    const xml = Buffer.from(zip.read(name)!).toString('utf8')
    for (const paragraph of xml.split('</w:p>')) {
      const words = paragraph.replace(/<w:(?:tab|br)\/>/g, ' ').match(/<w:t(?: [^>]*)?>[^<]*|(?<=> )/g) ?? []
      lines.add(tidyLine(words.map((word) => unescapeXml(word.replace(/^<[^>]*>/, ''))).join('')))
    }
  }
  lines.delete('')
  return [...lines].map((text) => ({
    kind: 'page-furniture',
    text,
    source: { page: null, line: null, sheet: null, cell: null, quote: text },
  }))
}
