/**
 * From full assessment to recertification: by when the next review must be, which documents are wanted and by which
 * day, counted by the assessment body's own rules and held back to a working day. Provisional, agreed and actual dates
 * of a visit are kept apart with their history, because visits move while the later latest dates do not. What is not
 * known is asked, never worked out from a report's date.
 */
import { reviewRule } from './assessment-body'
import type { AssessmentBody, CountedFrom, PeriodWanted, RequestCode, RequestRule, ReviewKind } from './assessment-body'
import { addDays, addMonths, formatDate, lastDayOfMonth, type IsoDate } from './dates'
import { spanInWords } from './date-words'
import type { Period } from './evidence'
import { counted } from './sentence'
import { holdBackToWorkingDay, onOrNextWorkingDay, type WorkingCalendar } from './working-days'

export type VisitState = 'provisional' | 'agreed' | 'actual'
/** One entry of a visit's history; append-only, the last of each state counts. */
export type VisitDateEntry = { state: VisitState; on: IsoDate; recordedOn: IsoDate; why: string | null }
export type VisitDates = { provisionalOn: IsoDate | null; agreedOn: IsoDate | null; actualOn: IsoDate | null }

/** In the order recorded: a later entry of the same state stands for it, and the earlier one stays in the history. */
export function visitDatesOf(history: readonly VisitDateEntry[]): VisitDates {
  const last = (state: VisitState) => history.findLast((entry) => entry.state === state)?.on ?? null
  return { provisionalOn: last('provisional'), agreedOn: last('agreed'), actualOn: last('actual') }
}

/** What a review keeps of them, each a day or several: the first day counts. */
export type VisitDaysOfReview = {
  provisionalFrom: IsoDate | null
  agreedFrom: IsoDate | null
  heldFrom: IsoDate | null
}
export const visitDatesOfReview = ({ provisionalFrom, agreedFrom, heldFrom }: VisitDaysOfReview): VisitDates => ({
  provisionalOn: provisionalFrom,
  agreedOn: agreedFrom,
  actualOn: heldFrom,
})

export type KnownVisit = { on: IsoDate; state: VisitState }

/** The date to count from: the actual one, else the agreed, else the provisional. */
export function visitOf({ provisionalOn, agreedOn, actualOn }: VisitDates): KnownVisit | null {
  if (actualOn !== null) return { on: actualOn, state: 'actual' }
  if (agreedOn !== null) return { on: agreedOn, state: 'agreed' }
  return provisionalOn === null ? null : { on: provisionalOn, state: 'provisional' }
}

export function visitSentence(dates: VisitDates): string {
  const visit = visitOf(dates)
  if (visit === null) return 'No visit date yet: agree one with the assessor.'
  if (visit.state === 'actual') return `Visited on ${formatDate(visit.on)}.`
  if (visit.state === 'agreed') return `Visit agreed for ${formatDate(visit.on)}.`
  return `Visit expected on ${formatDate(visit.on)}, not agreed yet.`
}

export type CycleDates = {
  certificateOn: IsoDate | null
  decidedOn: IsoDate | null
  expiresOn: IsoDate | null
  /** The actual visit of the review before, in this cycle. */
  previousVisitOn: IsoDate | null
}

/** `to` is the latest date the body allows, `from` the start of the time in which such a visit is usually held. */
export type ReviewWindow =
  { known: true; from: IsoDate; to: IsoDate; sentence: string } | { known: false; sentence: string }

const countedFromWords: Readonly<Record<CountedFrom, string>> = {
  'certificate-date': 'the date on the certificate',
  'committee-decision': 'the date of the committee’s decision',
  'certificate-expiry': 'the expiry date of the certificate',
  'previous-visit': 'the date of the visit before',
}

function countedFromDate(from: CountedFrom, cycle: CycleDates): IsoDate | null {
  if (from === 'certificate-date') return cycle.certificateOn
  if (from === 'committee-decision') return cycle.decidedOn
  return from === 'certificate-expiry' ? cycle.expiresOn : cycle.previousVisitOn
}

/** Both ends are working days inside what the rule allows. */
export function reviewWindow(
  body: AssessmentBody,
  kind: ReviewKind,
  cycle: CycleDates,
  calendar: WorkingCalendar,
): ReviewWindow {
  const latest = reviewRule(body, kind)?.latest ?? null
  if (latest === null)
    return { known: false, sentence: 'A full assessment opens a cycle: its date is for you to agree.' }
  const from = countedFromDate(latest.from, cycle)
  if (from === null)
    return { known: false, sentence: `Unknown: ask ${body.name} for ${countedFromWords[latest.from]}.` }
  const limit = addMonths(from, latest.months)
  const to = holdBackToWorkingDay(limit, calendar)
  const start = onOrNextWorkingDay(addMonths(limit, -body.windowMonths), calendar)
  const after = latest.months === 0 ? '' : `${counted(latest.months, 'month')} after `
  const sentence = `Not later than ${formatDate(limit)}: ${after}${countedFromWords[latest.from]}.`
  return { known: true, from: start < to ? start : to, to, sentence }
}

export const latestDateFor = (...args: Parameters<typeof reviewWindow>): IsoDate | null => {
  const window = reviewWindow(...args)
  return window.known ? window.to : null
}

/** A visit beyond its body's rule is a note on the review's page; the later latest dates do not move with it. */
export function lateReviewNote(window: ReviewWindow, visit: KnownVisit | null): string | null {
  if (!window.known || visit === null || visit.on <= window.to) return null
  const held = visit.state === 'actual' ? 'The visit was' : 'The visit is'
  return `${held} ${spanInWords(window.to, visit.on)} later than the rule allows (${formatDate(window.to)}).`
}

export type ReviewToPrepare = {
  visit: KnownVisit | null
  /** Where the body reviews documents on a day of its own and that day is agreed. */
  documentReviewOn: IsoDate | null
  previousVisitOn: IsoDate | null
}
export type PointRaised = { id: string; number: string }
export type DocumentRequest = {
  code: RequestCode
  title: string
  period: Period | null
  periodWords: string
  dueOn: IsoDate | null
  alreadyPast: boolean
  /** What to do about a date that is missing or gone by. */
  note: string | null
  /** Of the answers: every point to answer. */
  points: PointRaised[]
}

/** In the body's order. `asAt` decides whether a due day is already past. */
export function requestsFor(
  body: AssessmentBody,
  review: ReviewToPrepare,
  pointsRaisedLastTime: readonly PointRaised[],
  calendar: WorkingCalendar,
  asAt: IsoDate,
): DocumentRequest[] {
  return body.requests.map((rule) => {
    const dueOn = requestDueOn(rule, review, calendar)
    const alreadyPast = dueOn !== null && dueOn < asAt && review.visit?.state !== 'actual'
    const points = rule.code === 'answers' ? [...pointsRaisedLastTime] : []
    return {
      code: rule.code,
      title: rule.title,
      period: periodWanted(rule.period, review, dueOn),
      periodWords: periodWords(rule.period, review),
      dueOn,
      alreadyPast,
      note: requestNote(rule, dueOn, alreadyPast, points),
      points,
    }
  })
}

/** The last working day that still gives the body its notice. For a span of days the earliest end is taken, unless the
 * day of the document review is agreed. */
export function requestDueOn(rule: RequestRule, review: ReviewToPrepare, calendar: WorkingCalendar): IsoDate | null {
  const { visit, documentReviewOn } = review
  if (rule.wanted.unit === 'days' && documentReviewOn !== null) return holdBackToWorkingDay(documentReviewOn, calendar)
  if (visit === null) return null
  const { wanted } = rule
  const day = wanted.unit === 'months' ? addMonths(visit.on, -wanted.months) : addDays(visit.on, -wanted.most)
  return holdBackToWorkingDay(day, calendar)
}

/** The days on which the body reviews documents before a visit; null where it wants them at a date instead. */
export function documentReviewWindow(body: AssessmentBody, visitOn: IsoDate): Period | null {
  const wanted = body.requests.map((rule) => rule.wanted).find((each) => each.unit === 'days')
  if (wanted?.unit !== 'days') return null
  return { from: addDays(visitOn, -wanted.most), to: addDays(visitOn, -wanted.fewest) }
}

function requestNote(rule: RequestRule, dueOn: IsoDate | null, past: boolean, points: PointRaised[]): string | null {
  if (dueOn === null) return 'No visit date yet: the due day follows when one is agreed.'
  if (past) return `Already past (${formatDate(dueOn)}): agree a new date with the assessor.`
  if (rule.code === 'answers' && points.length === 0) return 'Nothing was raised last time.'
  return null
}

/** Whole months up to the one before the due day, which is the newest a council can have figures for. */
function periodWanted(
  wanted: PeriodWanted,
  { previousVisitOn }: ReviewToPrepare,
  dueOn: IsoDate | null,
): Period | null {
  if (dueOn === null) return null
  if (wanted === 'since-last-visit')
    return previousVisitOn === null || previousVisitOn >= dueOn
      ? null
      : { from: addDays(previousVisitOn, 1), to: dueOn }
  if (wanted !== 'last-twelve-months') return null
  const to = lastDayOfMonth(addMonths(dueOn, -1))
  return { from: addDays(lastDayOfMonth(addMonths(to, -12)), 1), to }
}

function periodWords(wanted: PeriodWanted, { previousVisitOn }: ReviewToPrepare): string {
  if (wanted === 'latest') return 'the latest there is'
  if (wanted === 'as-it-stands') return 'as it stands now'
  if (wanted === 'last-twelve-months') return 'the last twelve months'
  return previousVisitOn === null
    ? 'since the last visit (its date is not known)'
    : `since the last visit (${formatDate(previousVisitOn)})`
}
