/**
 * The rows of a plan put together to its points. A point is one row, or several: one for each action, or as many as
 * its text was broken into. What begins a new one is its number, or its own words where there are no numbers.
 */
import type { Cell } from './blocks'
import type { MappedColumn } from './action-plan-columns'
import type { PlanField } from './action-plan-fields'
import { numberPattern } from './action-plan-contents'
import { GROUP, rowsOf, textsOf, type PlanTable, type RowBlock } from './action-plan-tables'

export type PlanCell = Cell & { column: MappedColumn }
export type PlanRow = { block: RowBlock; cells: PlanCell[] }
export type PlanRecord = {
  rows: PlanRow[]
  /** The heading of the group in which it stands: "Criterion 2". */
  section: PlanCell | null
  /** Rows are lines of one text that was broken, not rows of their own. */
  broken: boolean
}
export type SortedRows = {
  records: PlanRecord[]
  /** Rows above the headings, headings themselves, headings of groups, rows of dashes. */
  above: RowBlock[]
  headings: RowBlock[]
  sections: PlanCell[]
  empty: RowBlock[]
  footnotes: Cell[]
  strays: RowBlock[]
}

export const cellsOf = (row: PlanRow, field: PlanField): PlanCell[] =>
  row.cells.filter(({ column, text }) => column.field === field && text !== '')
export const textOf = (row: PlanRow, field: PlanField): string => cellsOf(row, field)[0]?.text ?? ''

export function sortRows(table: PlanTable): SortedRows {
  const { mapping } = table
  const last = mapping.headerRows.at(-1) ?? -1
  const sorted: SortedRows = {
    records: [],
    above: [],
    headings: [],
    sections: [],
    empty: [],
    footnotes: [],
    strays: [],
  }
  const headings = new Set(mapping.headerRows.map((index) => key(rowsOf(table)[index]!)))
  let section: PlanCell | null = null
  rowsOf(table).forEach((block, index) => {
    if (mapping.headerRows.includes(index)) sorted.headings.push(block)
    else if (index < last) sorted.above.push(block)
    else if (headings.has(key(block))) sorted.headings.push(block)
    else if (!/[\p{L}\p{N}]/u.test(textsOf(block).join(''))) sorted.empty.push(block)
    else section = place(planRow(block, table), section, sorted, table)
  })
  takeOutGroups(sorted)
  for (const record of sorted.records) record.broken = isBroken(record)
  return sorted
}

const key = (row: RowBlock): string => textsOf(row).join('\t').toLowerCase().trim()

const NOWHERE: MappedColumn = { index: -1, heading: '', field: 'other', asAt: null, by: 'nothing' }

/** A cell for every column, because a row ends with its last cell that is filled. */
function planRow(block: RowBlock, { mapping }: PlanTable): PlanRow {
  const width = Math.max(block.cells.length, mapping.columns.length)
  const cells = Array.from({ length: width }, (_, index): PlanCell => {
    const cell = block.cells[index] ?? { text: '', source: { ...block.source, cell: null, quote: null } }
    const column = mapping.columns[index] ?? NOWHERE
    // A state that is told by a colour alone; a person says what the colour stands for.
    const isColour = cell.text === '' && cell.fill !== undefined && column.field === 'status'
    return { ...cell, text: isColour ? `${cell.fill} fill` : cell.text, column }
  })
  return { block, cells }
}

function place(row: PlanRow, section: PlanCell | null, sorted: SortedRows, table: PlanTable): PlanCell | null {
  const before = sorted.records.at(-1)
  const filled = row.cells.filter(({ text }) => text !== '')
  const only = filled.length === 1 ? filled[0]! : null
  if (isTotals(filled)) sorted.empty.push(row.block)
  else if (only !== null && isFootnote(only.text, before) && only.column.field !== 'completion')
    sorted.footnotes.push(only)
  else if (only !== null && isSection(only, before, table)) {
    sorted.sections.push(only)
    return only
  } else if (before !== undefined && !beginsRecord(row, before, table)) before.rows.push(row)
  else if (
    filled.some(
      ({ column }) => column.field === 'recommendation' || column.field === 'actions' || column.field === 'number',
    )
  )
    sorted.records.push({ rows: [row], section, broken: false })
  else if (table.mapping.columns.some(({ field }) => field === 'recommendation' || field === 'actions'))
    sorted.strays.push(row.block)
  else sorted.records.push({ rows: [row], section, broken: false })
  return section
}

/** "Total", "Total actions: 14": a sum under the rows, with nothing but figures beside it. */
const isTotals = ([first, ...others]: PlanCell[]): boolean =>
  first !== undefined &&
  /^(?:(?:grand|sub|overall)[ -]?)?totals?\b/i.test(first.text) &&
  first.text.length < 40 &&
  others.every(({ text }) => /^[£$]?[\d.,]+ ?%?$/.test(text) || text.length < 25)

/** "* Indicative dates", "Note: …", "Key: …": about rows above, and no row itself. */
export const FOOTNOTE =
  /^(?:[*†‡]|(?:(?:foot)?notes?|nb|n\.b\.?|(?:rag |status |colour )?(?:key|legend))(?:\s*[:.-]|$))/i
const isFootnote = (text: string, before: PlanRecord | undefined): boolean =>
  before !== undefined && FOOTNOTE.test(text)

/** One cell with words, which goes on from nothing above and belongs to no column that it stands in. */
function isSection(only: PlanCell, before: PlanRecord | undefined, { mapping }: PlanTable): boolean {
  if (only.text.length > 160 || only.text.includes('\n')) return false
  const { field } = only.column
  if (field === 'number') return !numberPattern.test(only.text)
  if (GROUP.test(only.text)) return true
  if (only.column.index > firstTextColumn(mapping.columns) || goesOnFrom(before, only)) return false
  const numbered = mapping.columns.some((column) => column.field === 'number')
  return (
    (field === 'recommendation' || field === 'other') && numbered && !/[.;,]$/.test(only.text) && only.text.length < 80
  )
}

const firstTextColumn = (columns: MappedColumn[]): number =>
  Math.min(
    ...columns.filter(({ field }) => field === 'recommendation' || field === 'actions').map(({ index }) => index),
  )

function goesOnFrom(before: PlanRecord | undefined, cell: PlanCell): boolean {
  if (before === undefined) return false
  const above = before.rows.findLast((row) => textOf(row, cell.column.field) !== '')
  return above !== undefined && isMidSentence(textOf(above, cell.column.field), cell.text)
}

/** Text that stopped before its end, and text that begins after its beginning. */
export const isMidSentence = (above: string, below: string): boolean =>
  above !== '' && !/[.!?:;…]["')]?$/.test(above) && /^[\p{Ll}(&]/u.test(below)

function beginsRecord(row: PlanRow, before: PlanRecord, { mapping }: PlanTable): boolean {
  const has = (field: PlanField) => mapping.columns.some((column) => column.field === field)
  const number = textOf(row, 'number')
  const words = textOf(row, 'recommendation')
  const first = before.rows[0]!
  if (number !== '') {
    if (words === '' && has('recommendation')) return !isPartOf(number, textOf(first, 'number'))
    return number !== textOf(first, 'number') || (words !== '' && !sameWords(words, textOf(first, 'recommendation')))
  }
  if (!has('recommendation') && !has('actions')) return beginsRightHalf(row, before)
  const main = has('recommendation') ? words : textOf(row, 'actions')
  if (main === '' || (has('recommendation') && sameWords(main, textOf(first, 'recommendation')))) return false
  const above = before.rows.findLast(
    (each) => textOf(each, has('recommendation') ? 'recommendation' : 'actions') !== '',
  )
  const field = has('recommendation') ? 'recommendation' : 'actions'
  if (above !== undefined && isMidSentence(textOf(above, field), main)) return false
  if (textOf(first, 'number') === '') return true
  // In a numbered plan a row without a number is a point of its own only where it has all that a point has.
  return (
    has('recommendation') &&
    ['responsibility', 'completion', 'actions'].filter((each) => textOf(row, each as PlanField) !== '').length >= 2
  )
}

const sameWords = (one: string, other: string): boolean =>
  one.replace(/\W+/g, ' ').trim().toLowerCase() === other.replace(/\W+/g, ' ').trim().toLowerCase()

/** "3.2" and "3b" are parts of "3". */
const isPartOf = (part: string, whole: string): boolean => {
  const [a, b] = [part, whole].map((number) => number.replace(/[.)\s]+$/, ''))
  return b !== '' && a !== b && new RegExp(`^${b!.replace(/[^\w]/g, '\\$&')}(?:[.)-]?[a-z]|[.-]\\d+)$`, 'i').test(a!)
}

/** A half without numbers and words: a point is whole once it has its category; what has none then goes on from it. */
function beginsRightHalf(row: PlanRow, before: PlanRecord): boolean {
  const isWhole = before.rows.some((each) => isCategory(textOf(each, 'category')))
  const progress = textOf(row, 'progress')
  const above = before.rows.findLast((each) => textOf(each, 'progress') !== '')
  if (isCategory(textOf(row, 'category'))) return isWhole
  const goesOn = progress === '' || (above !== undefined && isMidSentence(textOf(above, 'progress'), progress))
  return row.cells.some(({ column }) => column.field === 'category') ? isWhole && !goesOn : !goesOn
}

export const isCategory = (text: string): boolean => categoryOf(text) !== null

/** "2", "2 – On track", "Category 3": the number; words alone are for a person to say. */
export function categoryOf(text: string): 1 | 2 | 3 | 4 | null {
  const match = /^(?:cat(?:egory)?\.?\s*)?([1-4])(?![\d.%/])\b/i.exec(text.trim())
  return match === null ? null : (Number(match[1]) as 1 | 2 | 3 | 4)
}

const PROSE = new Set<PlanField>(['recommendation', 'actions', 'progress', 'other'])

/** "2 | CULTURE" over "2.1 | …": a numbered name in capitals with nothing beside it is the name of a group. */
function takeOutGroups(sorted: SortedRows): void {
  let group: PlanCell | null = null
  sorted.records = sorted.records.filter((record, index) => {
    const [row, ...others] = record.rows
    const number = textOf(row!, 'number')
    const words = cellsOf(row!, 'recommendation')[0] ?? cellsOf(row!, 'actions')[0]
    const next = sorted.records[index + 1]
    const isName =
      others.length === 0 &&
      row!.cells.filter(({ text }) => text !== '').length === 2 &&
      words !== undefined &&
      /\p{Lu}{2}/u.test(words.text) &&
      words.text === words.text.toUpperCase() &&
      next !== undefined &&
      isPartOf(textOf(next.rows[0]!, 'number'), number)
    if (isName) {
      group = { ...words, source: row!.block.source }
      sorted.sections.push(group)
    } else if (group !== null) record.section = group
    return !isName
  })
}

/** Lines of a text that fell apart begin in the middle of a sentence, or end in the middle of a word. */
function isBroken({ rows }: PlanRecord): boolean {
  return rows.slice(1).some((row, index) =>
    row.cells.some(({ text, column }) => {
      if (text === '' || !PROSE.has(column.field)) return false
      const above = rows.slice(0, index + 1).findLast((each) => textOf(each, column.field) !== '')
      return (
        above !== undefined &&
        (isMidSentence(textOf(above, column.field), text) || /\w-$/.test(textOf(above, column.field)))
      )
    }),
  )
}

/** The text of a field over all rows: lines of one broken text are one, other rows stay lines of their own. */
export function joinedText(record: PlanRecord, field: PlanField): string {
  const texts = record.rows.flatMap((row) => cellsOf(row, field).map(({ text }) => text))
  const distinct = texts.filter((text, index) => texts.indexOf(text) === index)
  return record.broken ? distinct.reduce(withBrokenLine, '') : distinct.join('\n')
}

export const withBrokenLine = (above: string, below: string): string =>
  above === '' ? below : /\w-$/.test(above) && /^\w/.test(below) ? above + below : `${above} ${below}`
