import type { Fill } from '../domain/reading/blocks'
import { fillOf } from './fills'
import { attribute, xmlTokens, type XmlToken } from './xml-tags'

/** The words of a Word file as a tree: paragraphs, and tables of rows of cells that hold paragraphs and tables. */
export type WordParagraph = {
  type: 'paragraph'
  text: string
  styleId: string | null
  /** The list it belongs to by itself; its style may give one too. "0" takes it out of every list. */
  numId: string | null
  level: number | null
}
export type WordCell = { columns: number; goesOn: boolean; nodes: WordNode[]; fill?: Fill }
export type WordRow = { header: boolean; cells: WordCell[] }
export type WordTable = { type: 'table'; rows: WordRow[] }
export type WordNode = WordParagraph | WordTable

/** A cell that spans more columns than any page has is a broken file, not a wide one. */
const WIDEST = 64
const MOST_NESTED = 200

type Frame = {
  nodes: WordNode[] | null
  paragraph: WordParagraph | null
  table: WordTable | null
  cell: WordCell | null
}

/**
 * Read in one pass, because a tree of all tags costs more time and memory than the words are worth. Deleted and moved
 * text, fields' instructions and the second version of a drawing are left out, as they are on paper.
 */
export function wordNodes(xml: string): WordNode[] {
  const reading = new WordReading()
  for (const token of xmlTokens(xml)) reading.take(token)
  return reading.finished()
}

class WordReading {
  private readonly body: WordNode[] = []
  private readonly frames: Frame[] = [{ nodes: this.body, paragraph: null, table: null, cell: null }]
  private inText = false
  private inProperties: string | null = null
  /** The tag whose content is not shown, and how deep it stands in tags of its own name. */
  private hidden: { tag: string; depth: number } | null = null

  /** For each content control around what is read: whether it shows its prompt ("Click to enter text"), not an entry. */
  private readonly prompts: boolean[] = []
  private isPrompt = false

  take(token: XmlToken): void {
    if (this.hidden !== null) return this.passOver(token)
    if ('text' in token) {
      if (this.inText) this.add(token.text)
    } else if ('open' in token) {
      this.open(token.open, token.attributes, token.empty)
      if (token.empty) this.close(token.open)
    } else this.close(token.close)
  }

  finished(): WordNode[] {
    while (this.frames.length > 1) this.leave()
    return this.body
  }

  private passOver(token: XmlToken): void {
    const { tag } = this.hidden!
    if ('open' in token && token.open === tag && !token.empty) this.hidden!.depth++
    if ('close' in token && token.close === tag && --this.hidden!.depth === 0) this.hidden = null
  }

  private open(tag: string, attributes: string, empty: boolean): void {
    if (HIDDEN.has(tag) && !empty) this.hidden = { tag, depth: 1 }
    else if (this.inProperties !== null) this.property(tag, attributes)
    else if (PROPERTIES.has(tag)) this.inProperties = empty ? null : tag
    else if (tag === 't') this.inText = !empty
    else if (tag === 'sdt') this.isPrompt = false
    else if (tag === 'showingPlcHdr') this.isPrompt = isOn(attribute(attributes, 'val'))
    else if (tag === 'sdtContent' && !empty) {
      this.prompts.push(this.isPrompt)
      this.isPrompt = false
    } else if (tag === 'p')
      this.enter({ paragraph: { type: 'paragraph', text: '', styleId: null, numId: null, level: null } })
    else if (tag === 'tbl') this.enter({ table: { type: 'table', rows: [] } })
    else if (tag === 'tr') this.table()?.rows.push({ header: false, cells: [] })
    else if (tag === 'tc') this.enter({ nodes: [], cell: { columns: 1, goesOn: false, nodes: [] } })
    else if (BREAKS[tag] !== undefined) this.add(BREAKS[tag])
    else if (tag === 'sym') this.add(symbol(attribute(attributes, 'char')))
  }

  private property(tag: string, attributes: string): void {
    const value = attribute(attributes, 'val')
    const { paragraph, cell } = this.frames.at(-1)!
    if (paragraph !== null && this.inProperties === 'pPr') {
      if (tag === 'pStyle') paragraph.styleId = value
      if (tag === 'numId') paragraph.numId = value
      if (tag === 'ilvl') paragraph.level = Number(value) || 0
    }
    if (cell !== null && this.inProperties === 'tcPr') {
      if (tag === 'gridSpan') cell.columns = Math.min(Math.max(Number(value) || 1, 1), WIDEST)
      if (tag === 'vMerge') cell.goesOn = value !== 'restart'
      if (tag === 'shd') cell.fill = fillOf(attribute(attributes, 'fill') ?? '') ?? undefined
    }
    const row = this.table()?.rows.at(-1)
    if (tag === 'tblHeader' && row !== undefined) row.header = isOn(value)
  }

  private close(tag: string): void {
    if (tag === this.inProperties) this.inProperties = null
    else if (this.inProperties !== null) return
    else if (tag === 't') this.inText = false
    else if (tag === 'sdtContent') this.prompts.pop()
    else if (tag === 'p' && this.frames.at(-1)!.paragraph !== null) this.leave()
    else if (tag === 'tbl' && this.frames.at(-1)!.table !== null) this.leave()
    else if (tag === 'tc' && this.frames.at(-1)!.cell !== null) this.leave()
  }

  private table(): WordTable | null {
    return this.frames.findLast(({ table, cell }) => table !== null || cell !== null)?.table ?? null
  }

  private enter(frame: Partial<Frame>): void {
    if (this.frames.length < MOST_NESTED)
      this.frames.push({ nodes: null, paragraph: null, table: null, cell: null, ...frame })
  }

  /** A paragraph in a text box stands before the one that holds the box. */
  private leave(): void {
    const { paragraph, table, cell, nodes } = this.frames.pop()!
    const home = this.frames.findLast((frame) => frame.nodes !== null)!.nodes!
    if (paragraph !== null) home.push(paragraph)
    else if (table !== null) home.push(table)
    else if (cell !== null) {
      const row = this.table()?.rows.at(-1)
      if (row === undefined) home.push(...nodes!)
      else row.cells.push({ ...cell, nodes: nodes! })
    }
  }

  private add(text: string): void {
    if (this.prompts.includes(true)) return
    const paragraph = this.frames.findLast((frame) => frame.paragraph !== null || frame.cell !== null)?.paragraph
    if (paragraph != null) paragraph.text += text
  }
}

const isOn = (value: string | null): boolean => !/^(?:0|false|off)$/.test(value ?? '')

const HIDDEN = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'rPr',
  'rPrChange',
  'pPrChange',
  'sectPr',
  'tblPrChange',
])
const PROPERTIES = new Set(['pPr', 'tcPr', 'trPr'])
const BREAKS: Record<string, string> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }

/** Symbol fonts keep their characters in the private range, where the bullets are known; the rest has no letter. */
const symbol = (code: string | null): string => (code === null ? '' : String.fromCharCode(parseInt(code, 16) || 0x2022))

/** Every paragraph at any depth; the ones of a table inside a table come row by row. */
export function paragraphsIn(nodes: WordNode[]): WordParagraph[] {
  return nodes.flatMap((node) =>
    node.type === 'paragraph'
      ? [node]
      : node.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsIn(cell.nodes))),
  )
}

/** A table of one column round other tables or whole paragraphs is a frame, and what stands in it is no cell. */
export const isFrame = ({ rows }: WordTable): boolean =>
  rows.every(({ cells }) => cells.length === 1) &&
  rows.some(({ cells }) => {
    const nodes = cells[0]!.nodes.filter((node) => !isEmpty(node))
    return nodes.length > 1 || nodes[0]?.type === 'table'
  })

export const insideOf = ({ rows }: WordTable): WordNode[] =>
  rows.flatMap(({ cells }) => cells.flatMap(({ nodes }) => nodes))

/** Rows on a grid: where a cell spans several columns, or goes on from the row above, its text stands once. */
export function gridOf({ rows }: WordTable): { header: boolean; cells: (WordCell | null)[] }[] {
  return rows.map(({ header, cells }) => ({
    header,
    cells: cells
      .flatMap((cell) => [
        cell.goesOn && cell.nodes.every(isEmpty) ? null : cell,
        ...Array<null>(cell.columns - 1).fill(null),
      ])
      .slice(0, WIDEST * 2),
  }))
}

const isEmpty = (node: WordNode): boolean => node.type === 'paragraph' && node.text.trim() === ''
