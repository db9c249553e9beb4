/**
 * A recommendation is one point to answer. It falls due on the latest due day among its unfinished actions; when none
 * of them has one it says "no date", a gap. It is closed in one of six ways: all but "achieved and signed off" need a
 * reason and, where a committee closes the source's points, a minute. The same point raised again is counted.
 */
import { dueDay, type CompletionDate } from './completion-date'
import { latestOf, type IsoDate } from './dates'
import { isFinished, type ActionState } from './action'
import { ordinalInWords } from './date-words'
import { done, refused, refusedFor, type Outcome, type Refusal } from './outcome'

export const RECOMMENDATION_KINDS = ['recommendation', 'area-for-development', 'partial-compliance'] as const
export type RecommendationKind = (typeof RECOMMENDATION_KINDS)[number]
export const RECOMMENDATION_KIND_LABELS: Record<RecommendationKind, string> = {
  recommendation: 'Recommendation',
  'area-for-development': 'Area for development',
  'partial-compliance': 'Partial compliance to close',
}

export type ActionDue = {
  state: ActionState
  completion: CompletionDate | null
  /** The last occurrence that was done, of a recurring action. */
  doneFor?: IsoDate | null
}
/** `no-date` is a gap to be filled; `finished` has nothing left to fall due. */
export type RecommendationDue = { kind: 'due'; day: IsoDate } | { kind: 'no-date' } | { kind: 'finished' }

/** `forTheWhole`: dates given for the point and not for one of its actions; they count until all of these are finished. */
export function recommendationDue(
  actions: readonly ActionDue[],
  today: IsoDate,
  forTheWhole: readonly CompletionDate[] = [],
): RecommendationDue {
  const unfinished = actions.filter(({ state }) => !isFinished(state))
  const whole = unfinished.length > 0 || actions.length === 0 ? forTheWhole : []
  const day = latestOf([
    ...unfinished.map(({ completion, doneFor }) => dueDay(completion, today, doneFor ?? null)),
    ...whole.map((completion) => dueDay(completion, today)),
  ])
  if (day !== null) return { kind: 'due', day }
  return unfinished.length === 0 && actions.length > 0 ? { kind: 'finished' } : { kind: 'no-date' }
}

/** Late by the recommendation's own day; the actions under it may be overdue before that. */
export const isRecommendationOverdue = (due: RecommendationDue, today: IsoDate): boolean =>
  due.kind === 'due' && due.day < today

export const CLOSINGS = [
  'achieved-and-signed-off',
  'answered-at-a-review',
  'accepted-as-not-achieved',
  'superseded',
  'withdrawn',
  'declined',
] as const
export type ClosingWay = (typeof CLOSINGS)[number]
export const CLOSING_LABELS: Record<ClosingWay, string> = {
  'achieved-and-signed-off': 'Achieved and signed off',
  'answered-at-a-review': 'Answered at a review',
  'accepted-as-not-achieved': 'Accepted as not achieved',
  superseded: 'Superseded',
  withdrawn: 'Withdrawn',
  declined: 'Declined',
}
/** Who closes the points of a source. */
export type ClosedBy = 'committee' | 'lead' | 'next-review'

export const closingNeedsReason = (way: ClosingWay): boolean => way !== 'achieved-and-signed-off'
export const closingNeedsMinute = (way: ClosingWay, closedBy: ClosedBy): boolean =>
  closedBy === 'committee' && closingNeedsReason(way)

export type ClosingRequest = {
  way: ClosingWay
  kind: RecommendationKind
  /** The source gives it as advice, which may be declined. */
  adviceOnly: boolean
  closedBy: ClosedBy
  /** The latest progress category. */
  category: 1 | 2 | 3 | 4 | null
  reason: string
  minute: string | null
  /** The recommendation that takes its place. */
  supersededBy: string | null
}
export type Closing = { way: ClosingWay; reason: string | null; minute: string | null; supersededBy: string | null }

const REASONS: Record<Exclude<ClosingWay, 'achieved-and-signed-off'>, string> = {
  'answered-at-a-review': 'Say at which review it was answered, and what was found',
  'accepted-as-not-achieved': 'Say why it is accepted that this will not be achieved',
  superseded: 'Say why another point takes its place',
  withdrawn: 'Say why it is withdrawn',
  declined: 'Say why the advice is declined: the reason appears in the answers to the assessor',
}

function closingRefusals(request: ClosingRequest): Refusal[] {
  const { way, category, closedBy } = request
  const refusals: Refusal[] = []
  if (way === 'achieved-and-signed-off' && category !== 1) {
    const message = 'Only a recommendation in category 1, Achieved, can be signed off: record its progress first'
    refusals.push({ field: 'way', message })
  }
  if (way === 'declined' && (request.kind === 'partial-compliance' || !request.adviceOnly)) {
    const message = 'Only a point that is advice can be declined: choose another way to close it'
    refusals.push({ field: 'way', message })
  }
  if (way === 'superseded' && (request.supersededBy ?? '').trim() === '') {
    refusals.push({ field: 'supersededBy', message: 'Choose the recommendation that takes its place' })
  }
  if (way !== 'achieved-and-signed-off' && request.reason.trim() === '') {
    refusals.push({ field: 'reason', message: REASONS[way] })
  }
  if (closingNeedsMinute(way, closedBy) && (request.minute ?? '').trim() === '') {
    refusals.push({ field: 'minute', message: 'Enter the reference of the minute in which the committee closed it' })
  }
  return refusals
}

export function checkClosing(request: ClosingRequest): Outcome<Closing> {
  const refusals = closingRefusals(request)
  if (refusals.length > 0) return refusedFor(refusals)
  return done({
    way: request.way,
    reason: request.reason.trim() || null,
    minute: request.minute?.trim() || null,
    supersededBy: request.way === 'superseded' ? request.supersededBy!.trim() : null,
  })
}

export function checkReopening(reason: string): Outcome<{ reason: string }> {
  return reason.trim() === '' ? refused('Say why it is opened again', 'reason') : done({ reason: reason.trim() })
}

/** How many reviews in a row have raised the point, this one included; `earlier` links a point to the one before. */
export function reviewsRunning(id: string, earlier: ReadonlyMap<string, string | null>): number {
  const seen = new Set<string>()
  for (let point: string | null | undefined = id; point != null && !seen.has(point); point = earlier.get(point)) {
    seen.add(point)
  }
  return seen.size
}

/** "third review running"; nothing to say of a point that is raised for the first time. */
export const lineageInWords = (running: number): string | null =>
  running < 2 ? null : `${ordinalInWords(running)} review running`
