/**
 * A point of a plan from its rows: its number and words as printed, elements, actions with owners and dates, and the
 * progress that was given, as it was given. Columns that are none of these are kept as notes under their heading.
 */
import { findRevisedCompletion, parseCompletionDate } from '../completion-date'
import type { IsoDate } from '../dates'
import type { Cell } from './blocks'
import type { MappedColumn } from './action-plan-columns'
import type { PlanField } from './action-plan-fields'
import { pairEntries, type Paired } from './action-plan-pairing'
import {
  categoryOf,
  cellsOf,
  isCategory,
  textOf,
  type PlanCell,
  type PlanRecord,
  type PlanRow,
} from './action-plan-records'
import type { DraftProgress, DraftRecommendation } from './draft'
import { readElements } from './element-references'
import { findDates } from './report-dates'

export type ReadPoint = {
  recommendation: DraftRecommendation
  /** Words before the first numbered action, or none of its own. */
  wordsMissing: boolean
  unknownElements: string[]
  hasCategoryColumn: boolean
  leftOver: Cell[]
}
export type ReadingContext = { place: number; asAt: IsoDate | null; flattened: boolean }

export function readPoint(record: PlanRecord, { place, asAt, flattened }: ReadingContext): ReadPoint {
  const columns = record.rows[0]!.cells.map(({ column }) => column)
  const hasWords = columns.some(({ field }) => field === 'recommendation')
  const words = joinedText(record, hasWords ? 'recommendation' : 'actions')
  const printed = numberOf(record)
  const { number, text } =
    printed === null ? leadingNumber(words, place) : { number: printed, text: withoutNumber(words, printed) }
  const paired = pairedActions(record, { hasWords, flattened })
  const named = readElements([joinedText(record, 'elements'), record.section?.text ?? '', text].join('\n'))
  const category = categoriesOf(record)
  return {
    recommendation: {
      number,
      text,
      responsibility: paired.owners,
      elements: elementsOf(record, text),
      actions: paired.actions,
      completions: paired.completions,
      notes: [...paired.notes, ...otherNotes(record)],
      progress: progressOf(record, columns, asAt, category.byColumn),
      source: sourceOf(record),
    },
    wordsMissing: paired.fragment || (paired.actions.length > 0 && saysNoMoreThan(text, paired, hasWords)),
    unknownElements: named.unknown,
    hasCategoryColumn: columns.some(({ field }) => field === 'category'),
    leftOver: category.leftOver,
  }
}

const sourceOf = ({ rows }: PlanRecord) => {
  const row = rows[0]!
  const cell =
    cellsOf(row, 'recommendation')[0] ?? cellsOf(row, 'actions')[0] ?? row.cells.find(({ text }) => text !== '')
  return { ...row.block.source, ...(cell?.source ?? {}), quote: cell?.source.quote ?? row.block.source.quote }
}

/** As printed, without its closing dot or bracket. */
const numberOf = (record: PlanRecord): string | null => {
  const printed = textOf(record.rows[0]!, 'number').replace(/\s+/g, ' ')
  const bare = printed.replace(/[.:)]+$/, '').replace(/^\((?=[^)]*$)/, '')
  return bare === '' ? null : bare
}

/** "3. Answer the phone": the number stands in the words where there is no column for it. */
function leadingNumber(words: string, place: number): { number: string; text: string } {
  const match =
    /^(?:(?:rec(?:ommendation)?|point|action)\s*)?\(?(\d{1,2}|[A-Z]{1,3}\d{1,3})(?:[.):]|\s*[-–])\s+(?=\p{Lu})/u.exec(
      words,
    )
  return match === null
    ? { number: String(place), text: words }
    : { number: match[1]!, text: words.slice(match[0].length) }
}

/** The number that stands again before the words. */
function withoutNumber(words: string, number: string): string {
  const rest = words.startsWith(number) ? words.slice(number.length) : ''
  return /^[.):]\s+\S/.test(rest) ? rest.slice(1).trim() : words
}

/** The text of a field over all rows: lines of one broken text are one, other rows stay lines of their own. */
function joinedText(record: PlanRecord, field: PlanField): string {
  const texts = record.rows.flatMap((row) => cellsOf(row, field).map(({ text }) => text))
  const distinct = texts.filter((text, index) => texts.indexOf(text) === index)
  return record.broken ? distinct.reduce(withBrokenLine, '') : distinct.join('\n')
}

const withBrokenLine = (above: string, below: string): string =>
  above === '' ? below : /\w-$/.test(above) && /^\w/.test(below) ? above + below : `${above} ${below}`

const elementsOf = (record: PlanRecord, text: string): string[] => {
  const own = readElements(joinedText(record, 'elements')).elements
  const said = readElements(text).elements
  const section = own.length + said.length === 0 ? readElements(record.section?.text ?? '').elements : []
  return [...new Set([...own, ...said, ...section])]
}

function pairedActions(record: PlanRecord, { hasWords, flattened }: { hasWords: boolean; flattened: boolean }): Paired {
  const rowsWithActions = record.rows.filter((row) => textOf(row, 'actions') !== '')
  const field = rowsWithActions.length > 0 ? 'actions' : hasWords ? 'actions' : 'recommendation'
  const separate = !record.broken && rowsWithActions.length > 1
  const rowIsAction = !hasWords || separate
  if (separate && ownRows(record, 'responsibility', rowsWithActions) && ownRows(record, 'completion', rowsWithActions))
    return byRows(record.rows, flattened)
  const all = (each: PlanField) => record.rows.flatMap((row) => cellsOf(row, each).map(({ text }) => text)).join('\n')
  const lines = (each: PlanField) =>
    record.rows.flatMap((row) => cellsOf(row, each).flatMap((cell) => cell.lines ?? cell.text.split('\n')))
  const paired = pairEntries(
    {
      actions: all(field),
      owners: all('responsibility'),
      dates: all('completion'),
      ownerLines: lines('responsibility'),
      dateLines: lines('completion'),
    },
    { flattened: flattened || record.broken, rowIsAction: rowIsAction && record.rows.length === 1 },
  )
  return { ...paired, actions: numberedBy(record.rows, paired.actions) }
}

/** Every row with an action has an entry of its own, or none has: the rows say what belongs together. */
const ownRows = ({ rows }: PlanRecord, field: PlanField, rowsWithActions: PlanRow[]): boolean => {
  const filled = rows.filter((row) => textOf(row, field) !== '')
  return (
    filled.length === 0 ||
    (filled.length === rowsWithActions.length && filled.every((row) => rowsWithActions.includes(row)))
  )
}

function byRows(rows: PlanRow[], flattened: boolean): Paired {
  const all: Paired = { actions: [], owners: [], completions: [], notes: [], fragment: false }
  rows.forEach((row, index) => {
    const texts = {
      actions: textOf(row, 'actions'),
      owners: textOf(row, 'responsibility'),
      dates: textOf(row, 'completion'),
    }
    const paired = pairEntries(texts, { flattened, rowIsAction: true })
    const single = paired.actions.length === 1 && !startsWithNumber(texts.actions)
    const placed = single ? [{ ...paired.actions[0]!, number: String(all.actions.length + 1) }] : paired.actions
    all.actions.push(...numberedBy([row], placed))
    all.owners = [...new Set([...all.owners, ...paired.owners])]
    all.completions.push(...paired.completions)
    all.notes.push(...paired.notes)
    all.fragment ||= index === 0 && paired.fragment
  })
  return all
}

const startsWithNumber = (text: string): boolean => /^\(?(?:\d{1,2}|[a-z])[.)]\s/i.test(text)

/** The numbers of a column for them, where there is one for each action; parts of a number ("3.2") too. */
function numberedBy(rows: PlanRow[], actions: Paired['actions']): Paired['actions'] {
  const first = textOf(rows[0]!, 'number')
  const numbers = rows.map((row) => {
    const own = textOf(row, 'action-number')
    return (own === '' && row !== rows[0] && textOf(row, 'number') !== first ? textOf(row, 'number') : own).replace(
      /[.):]+$/,
      '',
    )
  })
  const printed = numbers.filter((number) => number !== '')
  if (printed.length !== actions.length) return actions
  return actions.map((action, index) => ({ ...action, number: printed[index]! }))
}

function progressOf(
  record: PlanRecord,
  columns: MappedColumn[],
  asAt: IsoDate | null,
  categories: Map<number, DraftProgress['category']>,
): DraftProgress[] {
  const evidence = columns.filter(({ field }) => field === 'progress')
  const judged = columns.filter(({ field }) => field === 'category' || field === 'status')
  const revised = joinedText(record, 'revised')
  const updated = findDates(joinedText(record, 'as-at')).at(-1)?.to ?? null
  const dates = [...new Set([...evidence, ...judged].map((column) => column.asAt))]
  const known = dates.filter((date) => date !== null)
  const groups = known.length > 1 ? dates : [known[0] ?? null]
  return groups
    .map((date, index): DraftProgress => {
      const mine = (column: MappedColumn) => groups.length === 1 || column.asAt === date
      const text = evidence
        .filter(mine)
        .map((column) => columnText(record, column))
        .filter((each) => each !== '')
        .join('\n')
      const marks = judged.filter(mine)
      const category = marks.map(({ index: at }) => categories.get(at) ?? null).find((each) => each !== null) ?? null
      const words = marks.filter(({ index: at, field }) => field === 'status' || (categories.get(at) ?? null) === null)
      const status = words
        .map((column) => columnText(record, column))
        .filter((each) => each !== '')
        .join('; ')
      const isLast = index === groups.length - 1
      return {
        asAt: date ?? updated ?? asAt,
        category,
        evidence: text,
        revisedCompletion: isLast && revised !== '' ? revision(revised) : announced(text),
        status: status === '' ? null : status,
      }
    })
    .filter(
      ({ evidence: text, category, revisedCompletion, status }) =>
        text !== '' || category !== null || revisedCompletion !== null || status !== null,
    )
}

function columnText(record: PlanRecord, { index }: MappedColumn): string {
  const texts = record.rows
    .map(({ cells }) => cells.find(({ column }) => column.index === index)?.text ?? '')
    .filter((text) => text !== '')
  const distinct = texts.filter((text, place) => texts.indexOf(text) === place)
  return record.broken ? distinct.reduce(withBrokenLine, '') : distinct.join('\n')
}

function revision(text: string): DraftProgress['revisedCompletion'] {
  const { from, to } = parseCompletionDate(text)
  return { text, from, to }
}

function announced(evidence: string): DraftProgress['revisedCompletion'] {
  const found = evidence === '' ? null : findRevisedCompletion(evidence)
  return found === null ? null : { text: found.text, from: found.from, to: found.to }
}

/** The category of each column for it, and what else stands under one: a stray letter is for a person to look at. */
function categoriesOf(record: PlanRecord): { byColumn: Map<number, DraftProgress['category']>; leftOver: PlanCell[] } {
  const byColumn = new Map<number, DraftProgress['category']>()
  const leftOver: PlanCell[] = []
  for (const column of record.rows[0]!.cells.map((cell) => cell.column).filter(({ field }) => field === 'category')) {
    const cells = record.rows.flatMap(({ cells: all }) =>
      all.filter((cell) => cell.column.index === column.index && cell.text !== ''),
    )
    const found = [...new Set(cells.map(({ text }) => categoryOf(text)).filter((category) => category !== null))]
    byColumn.set(column.index, found.length === 1 ? found[0]! : null)
    if (found.length === 1) leftOver.push(...cells.filter(({ text }) => !isCategory(text)))
  }
  return { byColumn, leftOver }
}

/** The heading beside the words, because a column that is not known is only understood with its name. */
function otherNotes(record: PlanRecord): string[] {
  return record.rows.flatMap(({ cells }) =>
    cells
      .filter(({ column, text }) => column.field === 'other' && text !== '')
      .map(({ column, text }) => (column.heading === '' ? text : `${column.heading}: ${text}`)),
  )
}

/** No words of its own, or only those of its actions: they were lost, and the actions stand in their place. */
function saysNoMoreThan(text: string, { actions }: Paired, hasWords: boolean): boolean {
  if (!hasWords) return false
  const plain = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return (
    plain(text) === '' || (actions.length > 1 && plain(text) === plain(actions.map((action) => action.text).join('')))
  )
}
