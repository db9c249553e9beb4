/**
 * A point of a plan from its rows: its number and words as printed, elements, actions with owners and dates, and the
 * progress that was given, as it was given. Columns that are none of these are kept as notes under their heading.
 */
import { parseCompletionDate } from '../completion-date'
import type { IsoDate } from '../dates'
import type { Cell } from './blocks'
import type { PlanField } from './action-plan-fields'
import { notesOf } from './action-plan-notes'
import { pairEntries, type Paired } from './action-plan-pairing'
import { progressOf, strayMarks } from './action-plan-progress'
import { cellsOf, joinedText, textOf, type PlanRecord, type PlanRow } from './action-plan-records'
import type { DraftRecommendation } from './draft'
import { readElements } from './element-references'

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
  const recommendation: DraftRecommendation = {
    number,
    text,
    responsibility: paired.owners,
    elements: elementsOf(record, text),
    actions: paired.actions,
    completions: paired.completions,
    notes: paired.notes,
    progress: progressOf(record, columns, asAt),
    source: sourceOf(record),
  }
  const strays = strayMarks(record)
  return {
    recommendation: { ...recommendation, notes: [...paired.notes, ...notesOf(record, recommendation, strays)] },
    wordsMissing: paired.fragment || (paired.actions.length > 0 && saysNoMoreThan(text, paired, hasWords)),
    unknownElements: named.unknown,
    hasCategoryColumn: columns.some(({ field }) => field === 'category'),
    leftOver: strays,
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
  const shared = all('completion') === '' ? ownersWithDates(all('responsibility')) : null
  const paired = pairEntries(
    shared === null
      ? {
          actions: all(field),
          owners: all('responsibility'),
          dates: all('completion'),
          ownerLines: lines('responsibility'),
          dateLines: lines('completion'),
        }
      : { actions: all(field), ...shared },
    { flattened: flattened || record.broken, rowIsAction: rowIsAction && record.rows.length === 1 },
  )
  return { ...paired, actions: numberedBy(record.rows, paired.actions) }
}

/** "B Elm, June 2026" in one column for who and when: null where no part of it is a date. */
function ownersWithDates(text: string): { owners: string; dates: string } | null {
  const lines = text.split('\n').map((line) => {
    const parts = line.split(/\s*[,;]\s*|\s+[-–]\s+|\s*\((?=[^)]*\)$)|\)$/).filter((part) => part.trim() !== '')
    const isDate = (part: string) => /\d/.test(part) && parseCompletionDate(part).kind !== 'unknown'
    return { owners: parts.filter((part) => !isDate(part)).join(', '), dates: parts.filter(isDate).join(', ') }
  })
  if (lines.every(({ dates }) => dates === '')) return null
  const joined = (texts: string[]) => texts.filter((each) => each !== '').join('\n')
  return { owners: joined(lines.map(({ owners }) => owners)), dates: joined(lines.map(({ dates }) => dates)) }
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

/** No words of its own, or only those of its actions: they were lost, and the actions stand in their place. */
function saysNoMoreThan(text: string, { actions }: Paired, hasWords: boolean): boolean {
  if (!hasWords) return false
  const plain = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return (
    plain(text) === '' || (actions.length > 1 && plain(text) === plain(actions.map((action) => action.text).join('')))
  )
}
