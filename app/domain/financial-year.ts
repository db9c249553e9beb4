/**
 * A council's financial year: 1 April to 31 March unless the council says otherwise, and its four quarters of three
 * months, counted from its first month. A year is known by the calendar year in which it starts: 2026 is 2026/27.
 */
import { addDays, addMonths, datePartsOf, isoDate, type IsoDate } from './dates'

export const APRIL = 4
export type Quarter = 1 | 2 | 3 | 4
export type Span = { from: IsoDate; to: IsoDate }

const startOf = (year: number, firstMonth: number): IsoDate => {
  const start = isoDate(year, firstMonth, 1)
  if (start === null) throw new Error(`No financial year starts in month ${firstMonth} of ${year}`)
  return start
}

export function financialYearOf(date: IsoDate, firstMonth = APRIL): number {
  const { year, month } = datePartsOf(date)
  return month >= firstMonth ? year : year - 1
}
export function financialYearSpan(year: number, firstMonth = APRIL): Span {
  const from = startOf(year, firstMonth)
  return { from, to: addDays(addMonths(from, 12), -1) }
}
export function quarterOf(date: IsoDate, firstMonth = APRIL): { year: number; quarter: Quarter } {
  const months = (datePartsOf(date).month - firstMonth + 12) % 12
  return { year: financialYearOf(date, firstMonth), quarter: (Math.floor(months / 3) + 1) as Quarter }
}
export function quarterSpan(year: number, quarter: Quarter, firstMonth = APRIL): Span {
  const from = addMonths(startOf(year, firstMonth), (quarter - 1) * 3)
  return { from, to: addDays(addMonths(from, 3), -1) }
}
/** "2026/27", and "2026" where the year is the calendar's. */
export const formatFinancialYear = (year: number, firstMonth = APRIL): string =>
  firstMonth === 1 ? String(year) : `${year}/${String((year + 1) % 100).padStart(2, '0')}`
