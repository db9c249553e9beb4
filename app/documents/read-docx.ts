import type { Block, ReadDocument } from '../domain/reading/blocks'
import { readingLimits } from './reading-limits'
import { BULLET, tidyLine } from './tidy-text'
import { CannotRead } from './unreadable'
import { wordLists, wordStyles, type WordLists, type WordStyles } from './word-lists'
import {
  gridOf,
  insideOf,
  isFrame,
  paragraphsIn,
  wordNodes,
  type WordNode,
  type WordParagraph,
  type WordTable,
} from './word-nodes'
import type { ZipParts } from './zip-parts'

/**
 * A Word file by its structure: headings by their style, lists with the numbers that Word prints, tables on a grid,
 * notes at the end; running headers and footers apart. It is read here and not by a library because the library makes
 * an object of every tag (half a second for 60 pages) and does not say what number a paragraph has.
 */
export function readDocx(zip: ZipParts): ReadDocument {
  const main = zip.names.find((name) => /^word\/document[^/]*\.xml$/.test(name))
  const nodes = main === undefined ? [] : wordNodes(part(zip, main))
  const styles = wordStyles(part(zip, 'word/styles.xml'))
  const reading = new WordBlocks(styles, wordLists(part(zip, 'word/numbering.xml'), styles))
  const apart = (names: RegExp) => runningLines(zip, names)
  const blocks = apart(/^word\/header\d*\.xml$/)
  for (const node of nodes) reading.add(node)
  for (const name of ['word/footnotes.xml', 'word/endnotes.xml', 'word/comments.xml'])
    for (const paragraph of paragraphsIn(wordNodes(part(zip, name)))) reading.add(paragraph)
  blocks.push(...reading.blocks, ...apart(/^word\/footer\d*\.xml$/))
  if (blocks.length > readingLimits.blocks) throw new CannotRead('tooLong')
  return { kind: 'docx', pages: null, sheets: [], blocks }
}

const part = (zip: ZipParts, name: string): string => {
  const bytes = zip.read(name)
  return bytes === null ? '' : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
}

class WordBlocks {
  readonly blocks: Block[] = []
  private line = 0
  private tables = 0

  constructor(
    private readonly styles: WordStyles,
    private readonly lists: WordLists,
  ) {}

  add(node: WordNode): void {
    if (node.type === 'table' && isFrame(node)) for (const inner of insideOf(node)) this.add(inner)
    else if (node.type === 'table') this.addTable(node)
    else this.addParagraph(node)
  }

  /** A typed line break is the author's own, so each line is a paragraph. */
  private addParagraph(paragraph: WordParagraph): void {
    const lines = paragraph.text
      .split('\n')
      .map(tidyLine)
      .filter((line) => line !== '')
    if (lines.length === 0) return
    const mark = this.lists.markOf(paragraph)
    const heading = this.headingLevel(paragraph)
    for (const [index, words] of lines.entries()) {
      const isItem = mark !== null && index === 0
      const text = isItem && mark !== '' && mark !== '•' ? `${mark} ${words}` : words
      const source = { page: null, line: ++this.line, sheet: null, cell: null, quote: text }
      const typed = text.replace(BULLET, '')
      if (heading !== null) this.blocks.push({ kind: 'heading', level: heading, text, source })
      else if (isItem) this.blocks.push({ kind: 'list-item', level: paragraph.level ?? 0, text, source })
      else if (BULLET.test(text) && typed !== '') this.blocks.push({ kind: 'list-item', level: 0, text: typed, source })
      else this.blocks.push({ kind: 'paragraph', text, source })
    }
  }

  private headingLevel({ styleId }: WordParagraph): number | null {
    if (styleId === null) return null
    const name = this.styles.get(styleId)?.name || styleId
    const level = /^heading ?(\d)/i.exec(name)
    if (level !== null) return Number(level[1])
    return /^(?:title|subtitle)$/i.test(name) ? 1 : null
  }

  private addTable(table: WordTable): void {
    const number = this.tables++
    for (const { header, cells } of gridOf(table)) {
      const texts = cells.map((cell) => (cell === null ? '' : this.cellText(cell.nodes)))
      if (texts.every((text) => text === '')) continue
      const at = { page: null, line: ++this.line, sheet: null, cell: null }
      this.blocks.push({
        kind: 'row',
        table: number,
        header,
        cells: texts.map((text, column) => {
          const fill = text === '' ? cells[column]?.fill : undefined
          return { text, source: { ...at, quote: text }, ...(fill === undefined ? {} : { fill }) }
        }),
        source: { ...at, quote: texts.join('\t') },
      })
    }
  }

  /** The lines of a cell as a person sees them, each with its number or bullet. */
  private cellText(nodes: WordNode[]): string {
    return paragraphsIn(nodes)
      .flatMap((paragraph) => {
        const lines = paragraph.text
          .split('\n')
          .map(tidyLine)
          .filter((line) => line !== '')
        const mark = lines.length === 0 ? null : this.lists.markOf(paragraph)
        return mark === null || mark === '' ? lines : [`${mark} ${lines[0]}`, ...lines.slice(1)]
      })
      .join('\n')
  }
}

/** The same line on every kind of page is one line. */
function runningLines(zip: ZipParts, parts: RegExp): Block[] {
  const texts = zip.names
    .filter((name) => parts.test(name))
    .flatMap((name) => paragraphsIn(wordNodes(part(zip, name))).map(({ text }) => tidyLine(text)))
  return [...new Set(texts)]
    .filter((text) => text !== '')
    .map((text) => ({
      kind: 'page-furniture',
      text,
      source: { page: null, line: null, sheet: null, cell: null, quote: text },
    }))
}
