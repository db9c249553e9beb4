/**
 * When an action is to be complete: the words as they were written, and beside them what could be read from them. A
 * month is due on its last day, a period and a quarter on their last; a recurring action at its next occurrence;
 * ongoing, unknown and start-only dates have no due day and are never overdue.
 */
import { addMonths, formatDate, formatMonth, lastDayOfMonth, firstDayOfMonth, type IsoDate } from './dates'
import { APRIL, formatFinancialYear, quarterOf } from './financial-year'
import { countOf } from './date-words'
import type { CompletionKind, DraftCompletion } from './reading/draft'

export { parseCompletionDate, findRevisedCompletion } from './completion-text'
export { isOutOfOrder } from './date-phrases'
export type CompletionDate = DraftCompletion
export type { CompletionKind }

/** Of an action for which nobody has given one. */
export const noCompletion: CompletionDate = {
  text: '',
  kind: 'unknown',
  from: null,
  to: null,
  everyMonths: null,
  indicative: false,
}

/** The completion date that a single day is, as a form or a calendar gives it. */
export const completionOn = (day: IsoDate): CompletionDate => ({
  text: formatDate(day),
  kind: 'day',
  from: day,
  to: day,
  everyMonths: null,
  indicative: false,
})

/** A start on the first of a month stands for the month, so each occurrence is due on the last day of its month. */
function occurrence(from: IsoDate, months: number): IsoDate {
  const day = addMonths(from, months)
  return from === firstDayOfMonth(from) ? lastDayOfMonth(day) : day
}

/** The due day of the first occurrence on or after this day; null where none is known or none is left. */
export function nextOccurrence(completion: CompletionDate, onOrAfter: IsoDate): IsoDate | null {
  const { from, to, everyMonths } = completion
  if (completion.kind !== 'recurring' || from === null || everyMonths === null || everyMonths < 1) return null
  const monthsApart =
    (Number(onOrAfter.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    (Number(onOrAfter.slice(5, 7)) - Number(from.slice(5, 7)))
  let turn = Math.max(0, Math.floor(monthsApart / everyMonths))
  while (occurrence(from, turn * everyMonths) < onOrAfter) turn++
  const day = occurrence(from, turn * everyMonths)
  return to !== null && day > to ? null : day
}

/** The occurrence that follows one that was done, past or to come. */
export function occurrenceAfter(completion: CompletionDate, doneFor: IsoDate): IsoDate | null {
  const { from, everyMonths } = completion
  if (completion.kind !== 'recurring' || from === null || everyMonths === null || everyMonths < 1) return null
  for (let turn = 0; ; turn++) {
    const day = occurrence(from, turn * everyMonths)
    if (day > doneFor) return completion.to !== null && day > completion.to ? null : day
  }
}

/**
 * The day on which it is due, or null. `doneFor` is the last occurrence of a recurring action that was done: the next
 * one then stays due until it is done as well; without it, the next from today.
 */
export function dueDay(completion: CompletionDate | null, today: IsoDate, doneFor: IsoDate | null = null) {
  if (completion === null) return null
  switch (completion.kind) {
    case 'day':
    case 'month':
    case 'period':
    case 'quarter':
      return completion.to
    case 'recurring':
      return doneFor === null ? nextOccurrence(completion, today) : occurrenceAfter(completion, doneFor)
    case 'start':
    case 'ongoing':
    case 'unknown':
      return null
  }
}

export function isOverdue(completion: CompletionDate | null, today: IsoDate, doneFor: IsoDate | null = null): boolean {
  const due = dueDay(completion, today, doneFor)
  return due !== null && due < today
}

const isWholeMonths = (from: IsoDate, to: IsoDate) => from === firstDayOfMonth(from) && to === lastDayOfMonth(to)
/** A day that is the first of a month is written as the month. */
const monthOrDay = (from: IsoDate) => (from === firstDayOfMonth(from) ? formatMonth(from) : formatDate(from))

function formatPeriod(from: IsoDate, to: IsoDate): string {
  if (!isWholeMonths(from, to)) return `${formatDate(from)} to ${formatDate(to)}`
  return formatMonth(from) === formatMonth(to) ? formatMonth(to) : `${formatMonth(from)} to ${formatMonth(to)}`
}

function formatQuarter(from: IsoDate, firstMonth: number): string {
  const { year, quarter } = quarterOf(from, firstMonth)
  return `quarter ${quarter} of ${formatFinancialYear(year, firstMonth)}`
}

function formatRecurring({ from, to, everyMonths }: CompletionDate): string {
  const months = everyMonths ?? 1
  const often = months === 1 ? 'every month' : months === 12 ? 'every year' : `every ${countOf(months, 'month')}`
  return often + (from === null ? '' : ` from ${monthOrDay(from)}`) + (to === null ? '' : ` until ${formatDate(to)}`)
}

function formatKind(completion: CompletionDate, firstMonth: number): string {
  const { kind, from, to, text } = completion
  if (kind === 'recurring') return formatRecurring(completion)
  if (kind === 'ongoing') return from === null ? 'ongoing' : `ongoing from ${monthOrDay(from)}`
  if (kind === 'unknown' || from === null) return text.trim() === '' ? 'no date' : `“${text.trim()}”, no date yet`
  if (kind === 'start') return `starts ${monthOrDay(from)}`
  if (kind === 'day' || to === null) return formatDate(from)
  return kind === 'quarter' ? formatQuarter(from, firstMonth) : formatPeriod(from, to)
}

/** In words, for people; the text as written is kept beside it. */
export function formatCompletion(completion: CompletionDate | null, firstMonth = APRIL): string {
  if (completion === null) return 'no date'
  const words = formatKind(completion, firstMonth)
  return completion.indicative && completion.kind !== 'unknown' ? `${words} (indicative)` : words
}
