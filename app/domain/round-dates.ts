/**
 * The dates as at which a plan was reported as a whole. Where no monitoring round says so, they are the days on which
 * many points were answered together; where there are none, the ends of the quarters gone by. The next is expected
 * after the usual time between them: expected, and never called agreed.
 */
import { addDays, addMonths, daysBetween, lastDayOfMonth, type IsoDate } from './dates'

/** How many points were answered as at a day. */
export type AnsweredTogether = { asAt: IsoDate; points: number }

const most = 6
const usualDays = 91

/** Oldest first, before `today`; at most six. `raisedOn` is the day the first point was raised. */
export function roundDates(answered: readonly AnsweredTogether[], raisedOn: IsoDate | null, today: IsoDate): IsoDate[] {
  const past = answered.filter(({ asAt }) => asAt < today)
  const fullest = Math.max(0, ...past.map(({ points }) => points))
  const together = past.filter(({ points }) => points > 1 && points * 2 >= fullest).map(({ asAt }) => asAt)
  const dates = together.length > 0 ? [...new Set(together)].sort() : quarterEnds(raisedOn, today)
  return dates.slice(-most)
}

function quarterEnds(raisedOn: IsoDate | null, today: IsoDate): IsoDate[] {
  if (raisedOn === null) return []
  const ends: IsoDate[] = []
  const month = Number(today.slice(5, 7))
  let end = lastDayOfMonth(addMonths(`${today.slice(0, 7)}-01`, -(month % 3 || 3)))
  while (end >= raisedOn && ends.length < most) {
    ends.unshift(end)
    end = lastDayOfMonth(addMonths(`${end.slice(0, 7)}-01`, -3))
  }
  return ends
}

/** The first day after today at the usual distance from the last one; null where there was none. */
export function nextRoundExpected(dates: readonly IsoDate[], today: IsoDate): IsoDate | null {
  const last = dates.at(-1)
  if (last === undefined) return null
  const gaps = dates.slice(1).map((date, index) => daysBetween(dates[index]!, date))
  const sorted = [...gaps].sort((a, b) => a - b)
  const usual = sorted[Math.floor(sorted.length / 2)] ?? usualDays
  let next = addDays(last, usual)
  while (next <= today) next = addDays(next, usual)
  return next
}

type Answers = { progress: readonly { asAt: IsoDate }[] }

/** How many points were answered as at each day. */
export function answeredTogether(points: readonly Answers[]): AnsweredTogether[] {
  const counts = new Map<IsoDate, number>()
  for (const { progress } of points)
    for (const asAt of new Set(progress.map((said) => said.asAt))) counts.set(asAt, (counts.get(asAt) ?? 0) + 1)
  return [...counts].map(([asAt, count]) => ({ asAt, points: count }))
}
