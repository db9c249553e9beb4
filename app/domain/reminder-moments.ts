/**
 * The days on which something is asked, counted back from the day it is due and always on a working day: before the
 * date held back, after it moved on. Planning a day takes every such day since the last planned one, so that an outage
 * gives one mail and not a replay; who reads weekly gets on one day what the week to come would have asked.
 */
import { addDays, daysBetween, weekdayOf, type IsoDate, type Weekday } from './dates'
import type { EscalationStep, Frequency } from './reminder-people'
import { addWorkingDays, holdBackToWorkingDay, onOrNextWorkingDay, type WorkingCalendar } from './working-days'

/** All counts are calendar days. */
export type ReminderPolicy = {
  askBefore: readonly number[]
  /** After the date, so often, from the day after it. */
  lateEvery: number
  /** Each before the date; never after it. */
  escalateBefore: readonly { to: EscalationStep; days: number }[]
  /** An answer so fresh is not followed by a question. */
  quietDays: number
  floor: Frequency
  weeklyOn: Weekday
}

export const defaultPolicy: ReminderPolicy = {
  askBefore: [28, 14, 7, 1],
  lateEvery: 7,
  escalateBefore: [
    { to: 'deputy', days: 10 },
    { to: 'head-of-service', days: 5 },
    { to: 'lead', days: 2 },
  ],
  quietDays: 3,
  floor: 'weekly',
  weeklyOn: 0,
}

/** Days after `after`, up to and including `upTo`. */
export type Span = { after: IsoDate; upTo: IsoDate }
export const isWithin = (day: IsoDate, span: Span): boolean => span.after < day && day <= span.upTo

export type DaySpans = { daily: Span; /** null on days without a weekly mail. */ weekly: Span | null }

/** What a plan for `today` takes in. A `lastPlannedOn` of today or later counts as the working day before: planning a
 * day again gives the same plan. */
export function spansFor(
  today: IsoDate,
  lastPlannedOn: IsoDate | null,
  weeklyOn: Weekday,
  calendar: WorkingCalendar,
): DaySpans {
  const dayBefore = addWorkingDays(today, -1, calendar)
  const after = lastPlannedOn === null || lastPlannedOn > dayBefore ? dayBefore : lastPlannedOn
  const weekStart = addDays(today, -((weekdayOf(today) - weeklyOn + 7) % 7))
  const weekly = (weeks: number) => onOrNextWorkingDay(addDays(weekStart, weeks * 7), calendar)
  const before = weekly(-1) < after ? weekly(-1) : after
  const isDay = after < weekly(0) && weekly(0) <= today
  return { daily: { after, upTo: today }, weekly: isDay ? { after: before, upTo: addDays(weekly(1), -1) } : null }
}

/** `quietFrom`: an answer on or after this day makes the question needless. */
export type Moment = { day: IsoDate; quietFrom: IsoDate }
export type Escalation = { day: IsoDate; to: EscalationStep }
export type Moments = { ask: readonly Moment[]; escalate: readonly Escalation[] }

/** Worked out once for each due day, because a thousand items share a few dozen. `relevant` bounds the days looked at:
 * nothing older than a few turns before it, nothing later than its end. */
export function momentsCounter(policy: ReminderPolicy, calendar: WorkingCalendar, relevant: Span) {
  const known = new Map<IsoDate, Moments>()
  const moment = (day: IsoDate): Moment => ({ day, quietFrom: addDays(day, -policy.quietDays) })
  const before = (on: IsoDate, days: number) => holdBackToWorkingDay(addDays(on, -days), calendar)
  const late = (on: IsoDate): IsoDate[] => {
    const days: IsoDate[] = []
    const skipped = Math.floor(daysBetween(on, relevant.after) / policy.lateEvery) - 2
    for (let turn = Math.max(0, skipped); ; turn++) {
      const day = onOrNextWorkingDay(addDays(on, 1 + turn * policy.lateEvery), calendar)
      if (day > relevant.upTo) return days
      days.push(day)
    }
  }
  return (on: IsoDate): Moments => {
    const found = known.get(on)
    if (found !== undefined) return found
    const days = new Set([...policy.askBefore.map((count) => before(on, count)), ...late(on)])
    const ask = [...days].sort().map(moment)
    const escalate = policy.escalateBefore
      .map(({ to, days: count }) => ({ to, day: before(on, Math.max(1, count)) }))
      .filter(({ day }) => day < on)
    const moments = { ask, escalate }
    known.set(on, moments)
    return moments
  }
}
