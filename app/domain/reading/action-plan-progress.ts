/**
 * The progress that a plan gives for a point, as it was given: the words, the category where a number says it, and the
 * source's own word for the state beside it, which only a person turns into a category.
 */
import { findRevisedCompletion, parseCompletionDate } from '../completion-date'
import type { IsoDate } from '../dates'
import type { MappedColumn } from './action-plan-columns'
import {
  categoryOf,
  isCategory,
  joinedText,
  withBrokenLine,
  type PlanCell,
  type PlanRecord,
} from './action-plan-records'
import type { DraftProgress } from './draft'
import { findDates } from './report-dates'

export function progressOf(record: PlanRecord, columns: MappedColumn[], asAt: IsoDate | null): DraftProgress[] {
  const revised = joinedText(record, 'revised')
  const updated = findDates(joinedText(record, 'as-at')).at(-1)?.to ?? null
  const told = tellings(columns)
  return told
    .map(({ date, evidence, judged }, index): DraftProgress => {
      const text = textsOf(record, evidence).join('\n')
      const isLast = index === told.length - 1
      return {
        asAt: date ?? updated ?? asAt,
        category: judged.map((column) => categoryIn(record, column)).find((category) => category !== null) ?? null,
        evidence: text,
        revisedCompletion: isLast && revised !== '' ? revision(revised) : announced(text),
        status: statusIn(
          record,
          judged.filter((column) => saysMore(record, column)),
        ),
      }
    })
    .filter(
      ({ evidence, category, revisedCompletion, status }) =>
        evidence !== '' || category !== null || revisedCompletion !== null || status !== null,
    )
}

/** What is told together: the words of one date, and the category or the colour that stands beside them. */
type Telling = { date: IsoDate | null; evidence: MappedColumn[]; judged: MappedColumn[] }

function tellings(columns: MappedColumn[]): Telling[] {
  const told: Telling[] = []
  const of = (date: IsoDate | null): Telling => {
    const known = told.find((each) => each.date === date)
    if (known !== undefined) return known
    told.push({ date, evidence: [], judged: [] })
    return told.at(-1)!
  }
  for (const column of columns) if (column.field === 'progress') of(column.asAt).evidence.push(column)
  for (const column of columns) {
    if (column.field !== 'category' && column.field !== 'status') continue
    const beside = column.asAt === null ? besides(told, column) : null
    ;(beside ?? of(column.asAt)).judged.push(column)
  }
  return told.length === 0 ? [{ date: null, evidence: [], judged: [] }] : told
}

/** The words that stand nearest before it, or else after it. */
function besides(told: Telling[], { index }: MappedColumn): Telling | null {
  const places = told.flatMap((each) => each.evidence.map((column) => ({ each, at: column.index })))
  const before = places.filter(({ at }) => at < index).sort((a, b) => b.at - a.at)[0]
  const after = places.filter(({ at }) => at > index).sort((a, b) => a.at - b.at)[0]
  return (before ?? after)?.each ?? null
}

const textsOf = (record: PlanRecord, columns: MappedColumn[]): string[] =>
  columns.map((column) => columnText(record, column)).filter((text) => text !== '')

/** A line for each row's word where the rows of a point differ: whose it is a person sees, and none is taken for all. */
const statusIn = (record: PlanRecord, columns: MappedColumn[]): string | null =>
  textsOf(record, columns)
    .flatMap((text) => text.split('\n'))
    .filter((word, at, all) => all.indexOf(word) === at)
    .join('\n') || null

const categoryCells = (record: PlanRecord, { index }: MappedColumn): PlanCell[] =>
  record.rows.flatMap(({ cells }) => cells.filter(({ column, text }) => column.index === index && text !== ''))

/** The one category that a column gives for a point; none where its rows differ. */
function categoryIn(record: PlanRecord, column: MappedColumn): DraftProgress['category'] {
  if (column.field !== 'category') return null
  const found = new Set(
    categoryCells(record, column)
      .map(({ text }) => categoryOf(text))
      .filter((each) => each !== null),
  )
  return found.size === 1 ? [...found][0]! : null
}

/** A word for the state, or words beside the number: "2 – On track". */
const saysMore = (record: PlanRecord, column: MappedColumn): boolean =>
  column.field === 'status' ||
  categoryIn(record, column) === null ||
  categoryCells(record, column).some(
    ({ text }) => isCategory(text) && /\p{L}{2}/u.test(text.replace(/^cat(?:egory)?/i, '')),
  )

/** What else stands under a category: a stray letter is for a person to look at. */
export const strayMarks = (record: PlanRecord): PlanCell[] =>
  record.rows[0]!.cells.map(({ column }) => column)
    .filter((column) => column.field === 'category' && categoryIn(record, column) !== null)
    .flatMap((column) => categoryCells(record, column).filter(({ text }) => !isCategory(text)))

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
