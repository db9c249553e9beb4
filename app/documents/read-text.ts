import type { Block, Cell, ReadDocument } from '../domain/reading/blocks'
import { readingLimits } from './reading-limits'
import { spacedTables } from './spaced-tables'
import { BULLET, tidyCharacters, tidyLine } from './tidy-text'

/**
 * Text, typed, pasted or fallen out of a PDF: a line with tabs is a row of a table, "#" a heading, a dash or a bullet
 * an item; a blank line ends a table. Form feeds are page breaks.
 */
export function readText(text: string): ReadDocument {
  const blocks: Block[] = []
  const pages = text.split('\f').length
  const place = { table: -1, inTable: false, columns: 0, spaced: -1 }
  const width = wrapWidth(text)
  const lines = tidyLinesOf(joinedFields(text))
  const spaced = spacedTables(lines.map(({ line }) => line))
  let open: Wrapped | null = null

  const close = () => {
    if (open !== null) blocks.push(blockOf(open))
    open = null
  }

  lines.forEach(({ line, page, number }, index) => {
    const source = { page: pages > 1 ? page : null, line: number, sheet: null, cell: null }
    const inSpaces = spaced.get(index)
    if (inSpaces !== undefined && inSpaces.table !== place.spaced) place.inTable = false
    place.spaced = inSpaces?.table ?? place.spaced
    const cells = inSpaces?.cells ?? cellsOf(line)
    if (cells !== null) {
      close()
      const texts = cells.map((cell) => (cell.includes(LINE_IN_CELL) ? tidyCell(cell) : tidyLine(cell)))
      if (texts.every((cell) => cell === '')) return
      // One cell alone is the name of a group inside the table in which it stands.
      if (!place.inTable || (texts.length !== place.columns && texts.length > 1)) {
        place.table++
        place.columns = texts.length
      }
      place.inTable = true
      blocks.push(row(place.table, texts, source))
      return
    }
    const words = tidyLine(line)
    if (words !== '' || !spaced.has(index + 1)) place.inTable = false
    if (words === '') return close()
    if (open !== null && continues(open, line, words, width)) {
      open.text += ` ${withoutMarks(words)}`
      open.lastLength = line.trimEnd().length
      return
    }
    close()
    open = opened(line, words, source)
  })
  close()
  return { kind: 'text', pages: pages > 1 ? pages : null, sheets: [], blocks }
}

/** A row: cells between tabs, or between bars as tables are typed; the rule of dashes under typed headings is none. */
function cellsOf(line: string): string[] | null {
  if (line.includes('\t')) {
    const cells = line.split('\t')
    return cells.length <= readingLimits.sheetColumns ? cells : null
  }
  const typed = /^\s*\|(.*)\|\s*$/.exec(line)
  if (typed === null) return null
  const cells = typed[1]!.split('|')
  if (cells.length > readingLimits.sheetColumns) return null
  return cells.every((cell) => /^\s*:?-{2,}:?\s*$/.test(cell)) ? [''] : cells
}

type Place = { page: number | null; line: number; sheet: null; cell: null }
type Wrapped = {
  kind: 'heading' | 'paragraph' | 'list-item'
  level: number
  indent: number
  text: string
  lastLength: number
  source: Place
}

type Line = { line: string; page: number; number: number }

function tidyLinesOf(text: string): Line[] {
  let [page, number] = [1, 1]
  return text.split('\n').map((raw) => {
    page += raw.split('\f').length - 1
    const line = { line: tidyCharacters(raw), page, number }
    number += raw.split(LINE_IN_CELL).length
    return line
  })
}

/** Stands for the line ends inside a cell while the text is cut into lines: no text has it. */
const LINE_IN_CELL = '\u2063'
const tidyCell = (cell: string): string =>
  cell
    .split(LINE_IN_CELL)
    .map(tidyLine)
    .filter((line) => line !== '')
    .join('\n')

/** Excel puts a cell with several lines between quotes when it is copied: its line ends end no row. */
function joinedFields(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n')
  if (!/(?:^|\t)"[^"\t\n]*\n/m.test(lines) || !lines.includes('\t')) return lines
  return lines.replace(/(?<=^|[\t\n])"((?:[^"\t]|""){1,20000})"(?=[\t\n]|$)/g, (whole, inside: string) =>
    inside.includes('\n') ? inside.replaceAll('""', '"').replaceAll('\n', LINE_IN_CELL) : whole,
  )
}

function row(table: number, texts: string[], source: Place): Block {
  const cells: Cell[] = texts.map((text) => ({ text: withoutMarks(text), source: { ...source, quote: text } }))
  return { kind: 'row', table, header: false, cells, source: { ...source, quote: texts.join('\t') } }
}

function opened(line: string, words: string, source: Place): Wrapped {
  const indent = line.length - line.trimStart().length
  const started = { indent, lastLength: line.trimEnd().length, source }
  const hashes = /^(#{1,6})\s+/.exec(words)
  if (hashes !== null)
    return { ...started, kind: 'heading', level: hashes[1]!.length, text: withoutMarks(words.slice(hashes[0].length)) }
  if (BULLET.test(words))
    return {
      ...started,
      kind: 'list-item',
      level: Math.floor(indent / 2),
      text: withoutMarks(words.replace(BULLET, '')),
    }
  return { ...started, kind: 'paragraph', level: 0, text: withoutMarks(words) }
}

const blockOf = ({ kind, level, text, source }: Wrapped): Block =>
  kind === 'paragraph'
    ? { kind, text, source: { ...source, quote: text } }
    : { kind, level, text, source: { ...source, quote: text } }

/** A line goes on with the one before where it hangs under a bullet, or where its first word did not fit any more. */
function continues(open: Wrapped, line: string, words: string, width: number | null): boolean {
  if (open.kind === 'heading' || /^#{1,6}\s/.test(words) || BULLET.test(words)) return false
  const indent = line.length - line.trimStart().length
  if (open.kind === 'list-item' && indent > open.indent) return true
  if (width === null || /^(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.)]\s/i.test(words)) return false
  return open.lastLength + 1 + words.split(' ')[0]!.length > width
}

/** The column at which the text was wrapped; null where lines are as long as their paragraphs. */
function wrapWidth(text: string): number | null {
  const lengths = text.split(/[\r\n\f]+/).map((line) => line.trimEnd().length)
  let longest = 0
  for (const length of lengths) longest = Math.max(longest, length)
  const full = lengths.filter((length) => length > longest - 16).length
  return longest <= 140 && longest >= 50 && full >= 4 ? longest : null
}

/** Emphasis and superscripts as a converter writes them are no words of the document. */
const withoutMarks = (text: string): string =>
  text
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/(?<![\w*])\*(?=[^\s*])([^*]*[^\s*])\*(?![\w*])/g, '$1')
    .replace(/ ?<sup>([^<]*)<\/sup>/gi, (_, raised: string) => raised.trim())
    .replace(/<\/?(?:b|i|u|em|strong|sub)>/gi, '')
    .trim()
