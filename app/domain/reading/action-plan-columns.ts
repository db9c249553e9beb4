/**
 * Which column of a tracker is which, as data: recognised by what it is called and by what stands in it, shown to a
 * person who can change it, and remembered by its headings for the council's next file.
 */
import { parseCompletionDate } from '../completion-date'
import type { IsoDate } from '../dates'
import { contentsOf, corrected, fieldOfContents, type Contents } from './action-plan-contents'
import { fieldOfHeading, plainHeading, plainness, type PlanField } from './action-plan-fields'
import { findDates } from './report-dates'

export type MappedColumn = {
  index: number
  heading: string
  field: PlanField
  /** The date that a heading carries: "Evidence of progress 01/06/09". */
  asAt: IsoDate | null
  by: 'heading' | 'contents' | 'person' | 'nothing'
}
export type ColumnMapping = {
  /** The rows that hold the headings, counted from 0; everything before the last one stands above the table. */
  headerRows: number[]
  columns: MappedColumn[]
}
/** What a person chose, or what was remembered: by heading, or by place where there are no headings. */
export type ChosenColumns = { index?: number; heading?: string; field: PlanField; asAt?: IsoDate | null }[]

const MOST_ROWS_ABOVE = 25
/** Two columns without headings could be anything. */
const FEWEST_WITHOUT_HEADINGS = 3
/** Headings can be whole questions; sentences in cells are longer. */
const LONGEST_HEADING = 90
/** One column each; of progress, and of the categories beside it, there may be one for each date. */
const REPEATED = new Set<PlanField>(['progress', 'category', 'status', 'other'])

export function mapColumns(rows: string[][], chosen: ChosenColumns = []): ColumnMapping {
  const headerRows = headerRowsOf(rows, chosen)
  const headings = headingsOf(rows, headerRows)
  const body = rows.slice((headerRows.at(-1) ?? -1) + 1)
  const width = Math.max(0, ...rows.map((row) => row.length))
  const contents = Array.from({ length: width }, (_, column) => contentsOf(body.map((row) => row[column] ?? '')))
  const columns = contents.map((content, index) => mapped(index, headings[index] ?? NO_HEADING, content, chosen))
  keepOneEach(columns)
  if (headerRows.length > 0 || width >= FEWEST_WITHOUT_HEADINGS) mapByContents(columns, contents)
  return { headerRows, columns }
}

/** A row of headings: several short cells that name different things. A second one below or above completes it. */
function headerRowsOf(rows: string[][], chosen: ChosenColumns): number[] {
  const scores = rows.slice(0, MOST_ROWS_ABOVE).map((row) => headerScore(row, chosen))
  const best = scores.reduce((at, score, index) => (score > (scores[at] ?? 0) ? index : at), 0)
  if ((scores[best] ?? 0) < 2) return []
  const found = [best]
  if (isHeadingsBelow(rows[best + 1], rows[best]!)) found.push(best + 1)
  else if (best > 0 && isHeadingsAbove(rows[best - 1]!)) found.unshift(best - 1)
  return found
}

function headerScore(row: string[], chosen: ChosenColumns): number {
  const texts = row.filter((text) => text !== '')
  if (texts.length < 2 || texts.some((text) => text.length > LONGEST_HEADING) || /^\d+[.)]?$/.test(texts[0]!)) return 0
  const fields = texts.map((text) => chosenField(text, chosen) ?? fieldOfHeading(text))
  const distinct = new Set(fields.filter((field) => field !== null && field !== 'other'))
  const named = fields.filter((field) => field !== null).length
  return named >= texts.length * 0.5 ? distinct.size : 0
}

/** The rest of two-line headings: no data yet, and most of it names something or is a date. */
function isHeadingsBelow(row: string[] | undefined, above: string[]): boolean {
  const texts = row?.filter((text) => text !== '') ?? []
  if (texts.length === 0 || texts.some((text) => text.length > 60)) return false
  if (row!.some((text, column) => text !== '' && (above[column] ?? '') === '' && fieldOfHeading(text) !== null))
    return true
  const telling = texts.filter((text) => fieldOfHeading(text) !== null || isDateOnly(text))
  return telling.length === texts.length && !/\d/.test(row![0] ?? '')
}

/** Headings of groups stand over more than one column, so there are few of them. */
function isHeadingsAbove(row: string[]): boolean {
  const texts = row.filter((text) => text !== '')
  return (
    texts.length >= 2 && texts.every((text) => text.length < 60 && (fieldOfHeading(text) !== null || isDateOnly(text)))
  )
}

const isDateOnly = (text: string): boolean => {
  const bare = text.replace(/^(?:as at|at|to|update)\s+/i, '').trim()
  const [date] = findDates(text)
  return (date !== undefined && date.text.length >= bare.length - 2) || parseCompletionDate(bare).kind === 'quarter'
}

/** What stands over a column: its own heading, and that of the group in which it stands. */
type Heading = { own: string; group: string }
const NO_HEADING: Heading = { own: '', group: '' }

function headingsOf(rows: string[][], headerRows: number[]): Heading[] {
  const [first, second] = headerRows.map((index) => rows[index]!)
  if (first === undefined) return []
  if (second === undefined) return first.map((own) => ({ own, group: '' }))
  let group = ''
  return Array.from({ length: Math.max(first.length, second.length) }, (_, column) => {
    const [above, below] = [first[column] ?? '', second[column] ?? '']
    group = above !== '' ? above : below === '' ? '' : group
    return below === '' ? { own: above, group: '' } : { own: below, group }
  })
}

function mapped(index: number, { own, group }: Heading, contents: Contents, chosen: ChosenColumns): MappedColumn {
  const whole = `${group} ${own}`.trim()
  const heading = own === '' || isDateOnly(own) ? whole : own
  const asAt = asAtOf(own) ?? asAtOf(group)
  const byPerson = chosen.find((each) =>
    (each.heading ?? '') !== '' ? sameHeading(each.heading!, heading) : each.index === index,
  )
  if (byPerson !== undefined)
    return { index, heading, field: byPerson.field, asAt: byPerson.asAt ?? asAt, by: 'person' }
  const named = fieldOfHeading(own) ?? fieldOfHeading(whole) ?? (isDateOnly(own) ? fieldOfHeading(group) : null)
  if (named === null) return { index, heading, field: 'other', asAt, by: 'nothing' }
  return { index, heading, field: corrected(named, contents), asAt, by: 'heading' }
}

const sameHeading = (one: string, other: string): boolean =>
  plainHeading(withoutDates(one)) === plainHeading(withoutDates(other)) && plainHeading(one) !== ''

const chosenField = (heading: string, chosen: ChosenColumns): PlanField | null =>
  chosen.find((each) => each.heading !== undefined && sameHeading(each.heading, heading))?.field ?? null

/** A remembered "Update June 2026" is the same column as this quarter's "Update September 2026". */
const withoutDates = (heading: string): string =>
  findDates(heading).reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), heading)

/** The last day that a heading's date covers. */
export const asAtOf = (heading: string): IsoDate | null =>
  findDates(heading).at(-1)?.to ?? quarterIn(heading)?.to ?? null

const QUARTER = /\b(?:q|qtr|quarter) ?[1-4][ ,-]+(?:of )?\d{4}(?:[/-]\d{2,4})?/i
function quarterIn(heading: string): { to: IsoDate | null } | null {
  const said = QUARTER.exec(heading)
  return said === null ? null : parseCompletionDate(said[0])
}

function keepOneEach(columns: MappedColumn[]): void {
  for (const column of columns) {
    if (REPEATED.has(column.field) || column.by === 'person') continue
    const rivals = columns.filter((other) => other.field === column.field)
    const best = rivals.reduce((kept, other) => (weight(other) < weight(kept) ? other : kept))
    for (const rival of rivals) if (rival !== best) rival.field = 'other'
  }
  // "Notes" tell how far it is only where no column says so by its name.
  const told = columns.filter(({ field, by }) => field === 'progress' && by !== 'person')
  if (told.some(({ heading }) => !isRemark(heading)))
    for (const column of told) if (isRemark(column.heading)) column.field = 'other'
}

const isRemark = (heading: string): boolean => /^(?:notes?|remarks?|.*\binformation)$/.test(plainHeading(heading))

const weight = ({ field, heading, by }: MappedColumn): number => (by === 'person' ? -1 : plainness(field, heading))

/** Columns whose heading says nothing, by what stands in them; prose goes to what is missing, from the left. */
function mapByContents(columns: MappedColumn[], contents: Contents[]): void {
  const has = (field: PlanField) => columns.some((column) => column.field === field)
  const hasHeadings = columns.some(({ heading }) => heading !== '')
  for (const column of columns) {
    if (column.by !== 'nothing') continue
    const found = fieldOfContents(contents[column.index]!, column.index === 0)
    if (found !== null && !has(found)) Object.assign(column, { field: found, by: 'contents' })
  }
  const wanted: PlanField[] = ['recommendation', 'actions', 'progress']
  const prose = columns.filter(
    ({ by, index }) => by === 'nothing' && contents[index]!.length > 25 && contents[index]!.filled > 0,
  )
  for (const column of prose) {
    const next = wanted.find((field) => !has(field))
    if (next === undefined || (hasHeadings && has('recommendation') && has('actions'))) return
    Object.assign(column, { field: next, by: 'contents' })
  }
}

/** Whether these columns make a plan: something to do or to answer, and who, when, or how far. */
export function isPlan({ columns }: ColumnMapping): boolean {
  const has = (...fields: PlanField[]) => columns.some(({ field }) => fields.includes(field))
  return (
    has('recommendation', 'actions') && has('responsibility', 'completion', 'revised', 'progress', 'category', 'status')
  )
}
