/**
 * The blocks of an assessor's report as lines: one text for every kind of block, its cells where it is a row, and a
 * source that always carries its quote. What one reader calls a heading another calls a paragraph, so the layouts ask
 * what a line says before they ask what it is.
 */
import type { Block, Source } from './blocks'

export type Line = {
  /** The place of its block in the document. */
  at: number
  kind: 'heading' | 'paragraph' | 'item' | 'row' | 'page'
  text: string
  /** The cells of a row; the one text of anything else. */
  cells: string[]
  table: number | null
  source: Source
}

export const linesOf = (blocks: readonly Block[]): Line[] => blocks.map(lineOf)

function lineOf(block: Block, at: number): Line {
  if (block.kind === 'row') {
    const cells = block.cells.map((cell) => plain(cell.text))
    const text = cells.filter((cell) => cell !== '').join(' ')
    const quote = block.source.quote ?? cells.join(' | ')
    return { at, kind: 'row', text, cells, table: block.table, source: { ...block.source, quote } }
  }
  const text = plain(block.text)
  const source = { ...block.source, quote: block.source.quote ?? text }
  const kind = block.kind === 'list-item' ? 'item' : block.kind === 'page-furniture' ? 'page' : block.kind
  return { at, kind, text, cells: [text], table: null, source }
}

/** Emphasis and superscripts that a converter left standing are no words of the document. */
const plain = (text: string): string =>
  text
    .replace(/\s*<sup>\s*([^<]*?)\s*<\/sup>/gi, '$1')
    .replace(/\*\*/g, '')
    .replace(/\s+/g, ' ')
    .trim()

export const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}'’]+/gu) ?? []
export const wordCount = (text: string): number => wordsIn(text).length

/** What a heading says, without its number and its closing stop: '4. Summary of Strengths' → 'summary of strengths'. */
export const bareTitle = (text: string): string =>
  text
    .replace(/^(?:section\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[A-H](?=[.):\s-]))\s*[.):–-]*\s*(?=\p{L})/iu, '')
    .replace(/[\s.:…_-]*(?:page\s*)?\d{0,3}\s*$/i, (tail) =>
      /\d/.test(tail) && !/[.…_\t]|page/i.test(tail) ? tail : '',
    )
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .trim()

const LONGEST_HEADING_WORDS = 16

/** Short, and no sentence. */
export const couldBeHeading = (line: Line): boolean => {
  if (line.kind === 'page' || (line.kind === 'row' && line.cells.filter((cell) => cell !== '').length > 1)) return false
  if (line.kind === 'heading') return true
  return (
    line.text !== '' && wordCount(line.text) <= LONGEST_HEADING_WORDS && !/[a-z]{3}[.;?!]\s*\S|[;?!]$/.test(line.text)
  )
}

/** Text that stops in the middle of a sentence and text that goes on with it: a paragraph broken over a page. */
export const goesOn = (before: string, after: string): boolean =>
  /[\p{L}\p{N},–-]$/u.test(before) && /^[\p{Ll}(]/u.test(after) && wordCount(before) >= 6

/** Two halves of a text, with the word that was parted by a hyphen at the end of a line kept as it was printed. */
export const joined = (before: string, after: string): string =>
  before === '' ? after : after === '' ? before : `${before} ${after}`
