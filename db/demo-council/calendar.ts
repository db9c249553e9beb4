/** Every day of the demo council counted from one: whatever day it is made on, its story is the same. */
import { parseCompletionDate, type CompletionDate } from '~/domain/completion-date'
import {
  addDays,
  addMonths,
  firstDayOfMonth,
  formatDate,
  formatMonth,
  lastDayOfMonth,
  type IsoDate,
} from '~/domain/dates'
import { formatFinancialYear, quarterOf } from '~/domain/financial-year'
import { instantInLondon } from '~/domain/london-time'
import { holdBackToWorkingDay, MONDAY_TO_FRIDAY, type WorkingCalendar } from '~/domain/working-days'

export const demoWorkingCalendar: WorkingCalendar = {
  nation: 'england-and-wales',
  workingWeekdays: MONDAY_TO_FRIDAY,
}

/** The visit to come, and the days on which the committee was told how far things were. */
export const visitIn = 70
export const rounds = [-343, -252, -161, -70] as const

export type DemoCalendar = ReturnType<typeof demoCalendar>

export function demoCalendar(today: IsoDate) {
  /** Held back to a working day: no meeting, visit or document is dated on a weekend or a bank holiday. */
  const day = (days: number): IsoDate => holdBackToWorkingDay(addDays(today, days), demoWorkingCalendar)
  return {
    today,
    /** The demo says of itself how old it is by the day its story is counted from. */
    madeAt: instantInLondon(today, 12),
    day,
    visitOn: day(visitIn),
    rounds: rounds.map(day),
    /** In office hours of that working day. */
    at: (days: number, hour = 10) => instantInLondon(day(days), hour),
    month: (days: number) => formatMonth(addDays(today, days)),
    /** Of the last turn that is over, for an action that is due at the end of every so many months. */
    lastTurn(startDays: number, everyMonths: number): IsoDate | null {
      const start = firstDayOfMonth(addDays(today, startDays))
      let last: IsoDate | null = null
      for (let turn = 0; ; turn++) {
        const end = lastDayOfMonth(addMonths(start, turn * everyMonths))
        if (end > today) return last
        last = end
      }
    },
  }
}

/** When an action is to be complete, as councils write it; counted from the day the demo is made. */
export type Due = (calendar: DemoCalendar) => string

export const onDay =
  (days: number): Due =>
  ({ day }) =>
    formatDate(day(days))
export const inMonth =
  (days: number): Due =>
  ({ month }) =>
    month(days)
export const aboutMonth =
  (days: number): Due =>
  ({ month }) =>
    `${month(days)}*`
export const between =
  (from: number, to: number): Due =>
  ({ month }) =>
    `${month(from)} – ${month(to)}`
export const inQuarter =
  (days: number): Due =>
  ({ today }) => {
    const { year, quarter } = quarterOf(addDays(today, days), 4)
    return `Quarter ${quarter} ${formatFinancialYear(year, 4)}`
  }
export const every =
  (often: 'monthly' | 'six-monthly', start: number): Due =>
  ({ month }) =>
    `${month(start)} and ${often} thereafter`
export const ongoingFrom =
  (days: number): Due =>
  ({ month }) =>
    `${month(days)} Ongoing`
export const toBeAgreed: Due = () => 'TBA'

export const completionFor = (due: Due, calendar: DemoCalendar): CompletionDate => parseCompletionDate(due(calendar))
