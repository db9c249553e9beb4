/**
 * Calendar days, as councils use them: a date is a day in London, never an instant, and is kept as 'YYYY-MM-DD', so
 * that text order is date order. Months and years are added the way people count them: the same day of the month,
 * or the last one where that month is shorter (two months before 30 April is the last day of February).
 */
export type IsoDate = string
export type DateParts = { year: number; month: number; day: number }
/** 0 is Monday, 6 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
export const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const pad = (value: number, width = 2) => String(value).padStart(width, '0')

export const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The date, or null where no calendar has it (31 June, 29 February 2027) or its year is not four digits. */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  if (![year, month, day].every(Number.isInteger)) return null
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return `${year}-${pad(month)}-${pad(day)}`
}

export function isIsoDate(value: unknown): value is IsoDate {
  if (typeof value !== 'string') return false
  const match = ISO.exec(value)
  return match !== null && isoDate(Number(match[1]), Number(match[2]), Number(match[3])) !== null
}

/** Throws on anything that is not a date: text from outside goes through parseTypedDate or isIsoDate first. */
export function datePartsOf(date: IsoDate): DateParts {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
  const inCalendar = year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  if (!inCalendar || !ISO.test(date)) throw new Error(`Not a date: ${date}`)
  return { year, month, day }
}

const DAY_MS = 86_400_000

/** Days since 1 January 1970. */
function dayNumber(date: IsoDate): number {
  const { year, month, day } = datePartsOf(date)
  return Date.UTC(year, month - 1, day) / DAY_MS
}

const FIRST_DAY = Date.UTC(1000, 0, 1) / DAY_MS
const LAST_DAY = Date.UTC(9999, 11, 31) / DAY_MS

function fromDayNumber(number: number): IsoDate {
  if (!(number >= FIRST_DAY && number <= LAST_DAY)) throw new Error(`Outside the calendar: ${number} days from 1970`)
  return new Date(number * DAY_MS).toISOString().slice(0, 10)
}

export const addDays = (date: IsoDate, days: number): IsoDate => fromDayNumber(dayNumber(date) + days)
/** Positive when `to` is later. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from)

export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = datePartsOf(date)
  const count = year * 12 + (month - 1) + months
  const inYear = Math.floor(count / 12)
  const inMonth = count - inYear * 12 + 1
  const result = isoDate(inYear, inMonth, Math.min(day, daysInMonth(inYear, inMonth)))
  if (result === null) throw new Error(`Outside the calendar: ${date} and ${months} months`)
  return result
}

export const addYears = (date: IsoDate, years: number): IsoDate => addMonths(date, years * 12)
/** Calendar months, as a deadline "two months before" is counted; not held back to a working day. */
export const monthsBefore = (date: IsoDate, months: number): IsoDate => addMonths(date, -months)

/** Whole months that have gone by from one date to a later one; the last day of a month completes a month. */
export function wholeMonthsBetween(from: IsoDate, to: IsoDate): number {
  if (to < from) return -wholeMonthsBetween(to, from) + 0
  const start = datePartsOf(from)
  const end = datePartsOf(to)
  const months = (end.year - start.year) * 12 + end.month - start.month
  return addMonths(from, months) > to ? months - 1 : months
}

export const firstDayOfMonth = (date: IsoDate): IsoDate => `${date.slice(0, 7)}-01`
export function lastDayOfMonth(date: IsoDate): IsoDate {
  const { year, month } = datePartsOf(date)
  return `${date.slice(0, 7)}-${pad(daysInMonth(year, month))}`
}

/** 1 January 1970 was a Thursday. */
export const weekdayOf = (date: IsoDate): Weekday => ((((dayNumber(date) + 3) % 7) + 7) % 7) as Weekday
export const isWeekend = (date: IsoDate): boolean => weekdayOf(date) >= 5

/** For sort(); a missing date comes last. */
export function compareDates(a: IsoDate | null, b: IsoDate | null): -1 | 0 | 1 {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}
const present = (dates: readonly (IsoDate | null)[]) => dates.filter((date): date is IsoDate => date !== null)
export const latestOf = (dates: readonly (IsoDate | null)[]): IsoDate | null =>
  present(dates).reduce<IsoDate | null>((latest, date) => (latest === null || date > latest ? date : latest), null)
export const earliestOf = (dates: readonly (IsoDate | null)[]): IsoDate | null =>
  present(dates).reduce<IsoDate | null>((first, date) => (first === null || date < first ? date : first), null)

/** "3 April 2027" */
export function formatDate(date: IsoDate): string {
  const { year, month, day } = datePartsOf(date)
  return `${day} ${MONTH_NAMES[month - 1]} ${year}`
}
/** "3 Apr 2027", for narrow table cells. */
export function formatShortDate(date: IsoDate): string {
  const { year, month, day } = datePartsOf(date)
  return `${day} ${MONTH_NAMES[month - 1]!.slice(0, 3)} ${year}`
}
/** "Saturday 3 April 2027" */
export const formatDateWithWeekday = (date: IsoDate): string => `${WEEKDAY_NAMES[weekdayOf(date)]} ${formatDate(date)}`
/** "April 2027" */
export function formatMonth(date: IsoDate): string {
  const { year, month } = datePartsOf(date)
  return `${MONTH_NAMES[month - 1]} ${year}`
}
