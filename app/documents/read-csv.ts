import type { Block, ReadDocument } from '../domain/reading/blocks'
import { columnName } from './cell-names'
import { readingLimits } from './reading-limits'
import { tidyLine, tidyLines } from './tidy-text'
import { CannotRead } from './unreadable'

/** Comma, semicolon or tab separated values by RFC 4180: a quoted field may hold separators, quotes and line ends. */
export function readCsv(text: string): ReadDocument {
  const declared = /^sep=(.)\r?\n/i.exec(text)
  const separator = declared?.[1] ?? separatorOf(text)
  const blocks: Block[] = []
  for (const { fields, line } of records(text, separator, declared?.[0].length ?? 0)) {
    const texts = fields.map(unguarded).map(tidyLines)
    if (texts.every((cell) => cell === '')) continue
    const at = { page: null, line, sheet: null }
    blocks.push({
      kind: 'row',
      table: 0,
      header: false,
      cells: texts.flatMap((cell, column) =>
        // Empty fields far out to the right are no columns.
        cell === '' && column >= readingLimits.sheetColumns
          ? []
          : [{ text: cell, source: { ...at, cell: `${columnName(column)}${line}`, quote: cell } }],
      ),
      source: { ...at, cell: null, quote: texts.map(tidyLine).join('\t') },
    })
    if (blocks.length > readingLimits.blocks) throw new CannotRead('tooLong')
  }
  return { kind: 'csv', pages: null, sheets: [], blocks }
}

/** The separator that most often stands outside quotes in the first lines. */
function separatorOf(text: string): string {
  const bare = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '')
  const count = (separator: string) => bare.split(separator).length
  return [',', ';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best))
}

function* records(text: string, separator: string, from: number): Generator<{ fields: string[]; line: number }> {
  let fields: string[] = []
  let field = ''
  let quoted = false
  let line = from > 0 ? 2 : 1
  let started = line
  let plain = from
  const take = (at: number) => (field += text.slice(plain, at))
  for (let at = from; at < text.length; at++) {
    const character = text[at]!
    if (quoted) {
      if (character === '\n') line++
      if (character !== '"') continue
      take(at)
      plain = at + 1
      if (text[at + 1] === '"') at++
      else quoted = false
    } else if (character === '"' && field === '' && text.slice(plain, at).trim() === '') {
      quoted = true
      plain = at + 1
    } else if (character === separator || character === '\n') {
      take(at)
      fields.push(field)
      field = ''
      plain = at + 1
      if (character === separator) continue
      yield { fields, line: started }
      fields = []
      started = ++line
    }
  }
  take(text.length)
  fields.push(field)
  yield { fields, line: started }
}

/** Exports write ' before a cell that a spreadsheet would take for a formula; it is no part of the words. The CR of a
 * line's end goes first, or an apostrophe before it would look like a guard. */
const unguarded = (field: string): string => field.replace(/\r$/, '').replace(/^'(?='*[=+\-@\t\r\n])/, '')
