/**
 * Working days: the council's working weekdays (Monday to Friday unless it says otherwise) without the bank holidays
 * of its nation and the days on which the council itself is closed. Deadlines are held back to a working day, never
 * pushed on. "Clear" days count neither the day of the notice nor the day of the meeting (Local Government Act 1972).
 */
import { bankHolidayOn, type Nation } from './bank-holidays'
import { addDays, weekdayOf, type IsoDate, type Weekday } from './dates'

export type WorkingCalendar = {
  nation: Nation
  /** Monday is 0; at least one. */
  workingWeekdays: readonly Weekday[]
  /** The council's own closed days: local holidays, days between Christmas and New Year. */
  closedOn?: readonly IsoDate[]
}

export const MONDAY_TO_FRIDAY: readonly Weekday[] = [0, 1, 2, 3, 4]

export function isWorkingDay(date: IsoDate, calendar: WorkingCalendar): boolean {
  return (
    calendar.workingWeekdays.includes(weekdayOf(date)) &&
    bankHolidayOn(date, calendar.nation) === null &&
    !(calendar.closedOn ?? []).includes(date)
  )
}

/** A year of closed days in a row is a wrong setting: it stops here, and does not loop for ever. */
const FARTHEST = 366

function nearestWorkingDay(date: IsoDate, calendar: WorkingCalendar, step: 1 | -1): IsoDate {
  let day = date
  for (let tried = 0; tried <= FARTHEST; tried++) {
    if (isWorkingDay(day, calendar)) return day
    day = addDays(day, step)
  }
  throw new Error('The calendar has no working day in a whole year')
}

/** The day itself where it is a working day, else the working day before it. */
export const holdBackToWorkingDay = (date: IsoDate, calendar: WorkingCalendar): IsoDate =>
  nearestWorkingDay(date, calendar, -1)

/** The day itself where it is a working day, else the next. */
export const onOrNextWorkingDay = (date: IsoDate, calendar: WorkingCalendar): IsoDate =>
  nearestWorkingDay(date, calendar, 1)

/**
 * The day itself never counts: one working day after a Friday, or after the Saturday that follows, is the Monday. A
 * negative count goes back, and nought is the day itself, working or not.
 */
export function addWorkingDays(date: IsoDate, count: number, calendar: WorkingCalendar): IsoDate {
  const step = count < 0 ? -1 : 1
  let day = date
  for (let left = Math.abs(count); left > 0; left--) day = nearestWorkingDay(addDays(day, step), calendar, step)
  return day
}

/** The working days after `from` up to and including `to`; negative when `to` is the earlier. */
export function workingDaysBetween(from: IsoDate, to: IsoDate, calendar: WorkingCalendar): number {
  if (to < from) return 0 - workingDaysBetween(to, from, calendar)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count++
  return count
}

/** The last working day that leaves `count` whole working days between it and the meeting. */
export const clearWorkingDaysBefore = (meeting: IsoDate, count: number, calendar: WorkingCalendar): IsoDate =>
  addWorkingDays(meeting, -(count + 1), calendar)
