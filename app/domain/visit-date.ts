/**
 * A visit's day or days as somebody enters them: provisional (what the assessor foresees, maybe a whole month), agreed
 * (a few days to come) or actual (a few days gone by). When an agreed visit moves, the reason is asked; every earlier
 * date stays in the history.
 */
import { daysBetween, formatDate, MONTH_NAMES, datePartsOf, firstDayOfMonth, lastDayOfMonth } from './dates'
import type { IsoDate } from './dates'
import { done, refused, type Outcome } from './outcome'
import type { VisitState } from './review-cycle'

/** One day has both ends alike. */
export type VisitSpan = { from: IsoDate; to: IsoDate }

export type VisitEntry = {
  state: VisitState
  from: IsoDate
  /** Null: one day. */
  to: IsoDate | null
  reason: string
  /** The span of the same state that stands now. */
  standing: VisitSpan | null
  today: IsoDate
}
export type CheckedVisit = { span: VisitSpan; reason: string | null; moved: boolean }

/** An assessment of a large council takes two weeks; a provisional date may be a quarter. */
const longest: Readonly<Record<VisitState, number>> = { provisional: 92, agreed: 14, actual: 14 }

export function checkVisit({ state, from, to, reason, standing, today }: VisitEntry): Outcome<CheckedVisit> {
  const span = { from, to: to ?? from }
  if (span.to < span.from) return refused('The last day must not be before the first', 'to')
  if (daysBetween(span.from, span.to) >= longest[state])
    return refused(`From ${formatSpan(span)} is too long: enter at most ${longest[state]} days`, 'to')
  if (state === 'agreed' && span.from < today)
    return refused('This day has passed. If the visit took place, mark it as held', 'from')
  if (state === 'actual' && span.to > today)
    return refused('The visit cannot be marked as held before its last day', 'to')
  const moved = standing !== null && (standing.from !== span.from || standing.to !== span.to)
  const unchanged = standing !== null && !moved
  if (unchanged) return refused(`It is ${formatSpan(span)} already: enter another day`, 'from')
  if (moved && state === 'agreed' && reason.trim() === '') return refused('Say why the visit moves', 'reason')
  return done({ span, reason: reason.trim() || null, moved })
}

/** "3 April 2027", "3 to 5 April 2027", "30 April to 1 May 2027", "October 2027" */
export function formatSpan({ from, to }: VisitSpan): string {
  if (from === to) return formatDate(from)
  const [start, end] = [datePartsOf(from), datePartsOf(to)]
  const sameYear = start.year === end.year
  if (from === firstDayOfMonth(from) && to === lastDayOfMonth(to) && sameYear && start.month === end.month)
    return `${MONTH_NAMES[start.month - 1]} ${start.year}`
  if (!sameYear) return `${formatDate(from)} to ${formatDate(to)}`
  if (start.month !== end.month) return `${start.day} ${MONTH_NAMES[start.month - 1]} to ${formatDate(to)}`
  return `${start.day} to ${formatDate(to)}`
}
