import type { Block, Cell, Fill, ReadDocument } from '../domain/reading/blocks'
import { cellPlace, columnName } from './cell-names'
import { shownNumber, type NumberFormat } from './number-formats'
import { readingLimits } from './reading-limits'
import { tidyLines } from './tidy-text'
import { CannotRead } from './unreadable'
import { sheetComments } from './xlsx-comments'
import { cellStyles } from './xlsx-styles'
import { attribute, xmlTokens } from './xml-tags'
import type { ZipParts } from './zip-parts'

/**
 * A workbook: every sheet one table, every row with words a row. It is read here and not by a library because the
 * library gives no number formats (so "Apr-09" and 1 April 2009 would be one), refuses a whole workbook for one
 * formula without a value, and makes a million rows of one cell at the bottom.
 */
export function readXlsx(zip: ZipParts): ReadDocument {
  const book = workbook(zip)
  const shared = sharedStrings(part(zip, book.sharedStrings))
  const { formats, fills } = cellStyles(part(zip, book.styles))
  const blocks: Block[] = []
  let [cells, characters] = [0, 0]
  book.sheets.forEach(({ name, path, hidden }, table) => {
    for (const row of sheetRows(part(zip, path), { shared, formats, fills, since1904: book.since1904 })) {
      cells += row.cells.length
      for (const { text } of row.cells) characters += text.length
      if (cells > readingLimits.sheetCells || characters > readingLimits.textCharacters) throw new CannotRead('tooLong')
      if (blocks.length >= readingLimits.blocks) throw new CannotRead('tooLong')
      const block = rowBlock(row, table, name)
      blocks.push(hidden ? aside(block) : block)
    }
    for (const comment of sheetComments((wanted) => part(zip, wanted), path, name))
      blocks.push(hidden ? aside(comment) : comment)
  })
  const sheets = book.sheets.filter(({ hidden }) => !hidden).map(({ name }) => name)
  return { kind: 'xlsx', pages: null, sheets, blocks }
}

/** What stands on a hidden sheet (lists to choose from, last year's plan) is set aside like a page's running lines. */
const aside = (block: Block): Block => ({
  kind: 'page-furniture',
  text: block.kind === 'row' ? block.cells.flatMap(({ text }) => text || []).join(' | ') : block.text,
  source: block.source,
})

type SheetCell = { column: number; text: string; fill?: Fill }
type SheetRow = { number: number; cells: SheetCell[] }
type Shown = { shared: string[]; formats: NumberFormat[]; fills: (Fill | null)[]; since1904: boolean }

const part = (zip: ZipParts, path: string | null): string => {
  const bytes = path === null ? null : zip.read(path)
  return bytes === null ? '' : Buffer.from(bytes).toString('utf8')
}

function workbook(zip: ZipParts) {
  const targets = new Map<string, { type: string; path: string }>()
  for (const token of xmlTokens(part(zip, 'xl/_rels/workbook.xml.rels')))
    if ('open' in token && token.open === 'Relationship') {
      const target = attribute(token.attributes, 'Target') ?? ''
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      targets.set(attribute(token.attributes, 'Id') ?? '', { type: attribute(token.attributes, 'Type') ?? '', path })
    }
  const ofType = (type: string) => [...targets.values()].find((each) => each.type.endsWith(`/${type}`))?.path ?? null
  const sheets: { name: string; path: string; hidden: boolean }[] = []
  let since1904 = false
  for (const token of xmlTokens(part(zip, 'xl/workbook.xml'))) {
    if (!('open' in token)) continue
    if (token.open === 'workbookPr') since1904 = /^(?:1|true)$/.test(attribute(token.attributes, 'date1904') ?? '')
    if (token.open !== 'sheet') continue
    const target = targets.get(attribute(token.attributes, 'r:id') ?? attribute(token.attributes, 'id') ?? '')
    if (target?.type.endsWith('/worksheet'))
      sheets.push({
        name: attribute(token.attributes, 'name') ?? '',
        path: target.path,
        hidden: /hidden/i.test(attribute(token.attributes, 'state') ?? ''),
      })
  }
  return { sheets, since1904, sharedStrings: ofType('sharedStrings'), styles: ofType('styles') }
}

function sharedStrings(xml: string): string[] {
  const strings: string[] = []
  let text = ''
  let inText = false
  let phonetic = false
  for (const token of xmlTokens(xml)) {
    if ('text' in token) text += inText && !phonetic ? token.text : ''
    else if ('open' in token) {
      if (token.open === 'si') text = ''
      if (token.open === 'si' && token.empty) strings.push('')
      inText = token.open === 't' && !token.empty
      if (token.open === 'rPh') phonetic = !token.empty
    } else {
      if (token.close === 'si') strings.push(tidyLines(unescapeCell(text)))
      if (token.close === 'rPh') phonetic = false
      inText = false
    }
  }
  return strings
}

/** Excel writes characters that XML forbids as _x000D_. */
const unescapeCell = (text: string): string =>
  text.replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

function* sheetRows(xml: string, shown: Shown): Generator<SheetRow> {
  let row: SheetRow = { number: 0, cells: [] }
  let cell: { column: number; type: string; style: number; value: string } | null = null
  let inValue = false
  for (const token of xmlTokens(xml)) {
    if ('text' in token) {
      if (cell !== null && inValue) cell.value += token.text
    } else if ('open' in token) {
      inValue = (token.open === 'v' || token.open === 't') && !token.empty
      if (token.open === 'row') row = { number: Number(attribute(token.attributes, 'r') ?? row.number + 1), cells: [] }
      if (token.open === 'c') cell = startedCell(token.attributes, row)
      if (token.open === 'c' && token.empty) {
        addEmpty(row, cell!, shown)
        cell = null
      }
    } else {
      inValue = false
      if (token.close === 'c' && cell !== null) {
        const text = cellText(cell, shown)
        if (text !== '') row.cells.push({ column: cell.column, text })
        else addEmpty(row, cell, shown)
        if (row.cells.length > readingLimits.sheetCells) throw new CannotRead('tooLong')
        cell = null
      }
      if (token.close === 'row' && row.cells.some(({ text }) => text !== '')) yield row
    }
  }
}

/** A cell without words says something only by its colour. */
function addEmpty(row: SheetRow, { column, style }: { column: number; style: number }, { fills }: Shown): void {
  const fill = fills[style]
  if (fill != null) row.cells.push({ column, text: '', fill })
}

function startedCell(attributes: string, row: SheetRow) {
  const column = cellPlace(attribute(attributes, 'r') ?? '')?.column ?? (row.cells.at(-1)?.column ?? -1) + 1
  return { column, type: attribute(attributes, 't') ?? 'n', style: Number(attribute(attributes, 's') ?? -1), value: '' }
}

function cellText({ type, style, value }: { type: string; style: number; value: string }, shown: Shown): string {
  if (type === 's') return shown.shared[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd') return tidyLines(value.slice(0, 10))
  if (type !== 'n') return tidyLines(unescapeCell(value))
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return tidyLines(value)
  return shownNumber(number, shown.formats[style] ?? 'general', shown.since1904)
}

/** Columns far out to the right are moved up to the others, and keep their own names. */
function rowBlock({ number, cells }: SheetRow, table: number, sheet: string): Block {
  const at = { page: null, line: number, sheet }
  const placed: Cell[] = []
  for (const { column, text, fill } of cells) {
    while (placed.length < Math.min(column, readingLimits.sheetColumns))
      placed.push({ text: '', source: { ...at, cell: `${columnName(placed.length)}${number}`, quote: null } })
    const source = { ...at, cell: `${columnName(column)}${number}`, quote: text === '' ? null : text }
    const cell: Cell = fill === undefined ? { text, source } : { text, source, fill }
    if (column < placed.length && placed[column]!.text === '') placed[column] = cell
    else placed.push(cell)
  }
  const quote = placed.map(({ text }) => text.replace(/\n/g, ' ')).join('\t')
  return { kind: 'row', table, header: false, cells: placed, source: { ...at, cell: null, quote } }
}
