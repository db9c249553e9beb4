/**
 * Spans of time in the words people use: "in five days", "three weeks ago", "five weeks late". Numbers up to twelve are
 * words. Days up to a fortnight, then whole weeks up to twelve, then whole months up to two years, then years: always
 * rounded down, so that nothing is called later than it is.
 */
import { daysBetween, wholeMonthsBetween, type IsoDate } from './dates'

const WORDS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')
const ORDINALS = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')

/** "five", and "13" from there on. */
export const numberInWords = (count: number): string => WORDS[count] ?? String(count)

/** "third", "13th", "22nd". */
export function ordinalInWords(count: number): string {
  const word = ORDINALS[count]
  if (word !== undefined) return word
  const inTeens = count % 100 >= 11 && count % 100 <= 13
  return `${count}${inTeens ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th')}`
}

/** "one week", "five weeks"; `unit` in the singular, plural with s. */
export const countOf = (count: number, unit: string): string =>
  `${numberInWords(count)} ${unit}${count === 1 ? '' : 's'}`

/** "five weeks": the time between two dates, whichever is the later. */
export function spanInWords(from: IsoDate, to: IsoDate): string {
  const [first, last] = from <= to ? [from, to] : [to, from]
  const days = daysBetween(first, last)
  if (days < 14) return countOf(days, 'day')
  if (days < 13 * 7) return countOf(Math.floor(days / 7), 'week')
  const months = wholeMonthsBetween(first, last)
  return months < 24 ? countOf(months, 'month') : countOf(Math.floor(months / 12), 'year')
}

/** "today", "tomorrow", "in five days", "yesterday", "three weeks ago". */
export function relativeDay(date: IsoDate, today: IsoDate): string {
  const days = daysBetween(today, date)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${spanInWords(today, date)}` : `${spanInWords(date, today)} ago`
}

/** "in time", or "five weeks late". */
export const lateness = (due: IsoDate, on: IsoDate): string => (on <= due ? 'in time' : `${spanInWords(due, on)} late`)
