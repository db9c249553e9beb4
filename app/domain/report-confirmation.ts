/**
 * What a new report, confirmed, does to the plan: which review it is of; what becomes of the points raised before (with
 * a finding, raised again, a partial that is full now, or not mentioned); which plus awards are lost or not named; and
 * what a corrected issue of the same report changes. All of it is proposed, with why, and a person decides.
 */
import { countsSentence, levelLabels } from './compliance'
import { daysBetween, formatDate, type IsoDate } from './dates'
import type { ReviewFacts } from './import-choices'
import type { DraftQuery, DraftReview, Level, LevelCounts, ReviewKind } from './reading/draft'
import { hasOrHave, listed } from './sentence'
import { compareElements } from './standard'

export type RatedElement = { element: string; level: Level; stated: boolean; justification: string | null }
export type KnownReview = {
  id: string
  certificationId: string
  kind: ReviewKind
  state: 'planned' | 'agreed' | 'held'
  provisionalFrom: IsoDate | null
  agreedFrom: IsoDate | null
  heldFrom: IsoDate | null
  heldTo: IsoDate | null
  documentReviewOn: IsoDate | null
  reportedOn: IsoDate | null
  assessors: string[]
  projectNumber: string | null
  clientId: string | null
  printedTotals: LevelCounts | null
  ratings: RatedElement[]
}

export const factsOf = (review: DraftReview): ReviewFacts => ({
  kind: review.kind,
  assessors: review.assessors,
  reportedOn: review.reportedOn,
  documentReviewOn: review.documentReviewOn,
  visitFrom: review.visitDates[0] ?? null,
  visitTo: review.visitDates.at(-1) ?? null,
  projectNumber: review.projectNumber,
  clientId: review.clientId,
  planNext: review.nextReview !== null,
})

export const dayOfReview = (review: Pick<KnownReview, 'heldFrom' | 'reportedOn'>): IsoDate | null =>
  review.heldFrom ?? review.reportedOn
export const dayOfFacts = (facts: ReviewFacts): IsoDate | null => facts.visitFrom ?? facts.reportedOn

/** The same report again, or the review that was to come. */
export type ReviewMatch = { review: KnownReview; how: 'same-report' | 'coming' }

/** An issue is corrected within weeks; a visit moves by months. */
const sameReportDays = 92
const movedVisitDays = 270

export function matchReview(facts: ReviewFacts, known: readonly KnownReview[]): ReviewMatch | null {
  const day = dayOfFacts(facts)
  const near = (other: IsoDate | null, most: number) =>
    day !== null && other !== null && Math.abs(daysBetween(day, other)) <= most
  const ofKind = known.filter(({ kind }) => kind === facts.kind)
  const held = ofKind.find(
    (review) =>
      review.state === 'held' &&
      (near(dayOfReview(review), sameReportDays) ||
        (facts.projectNumber !== null && review.projectNumber === facts.projectNumber)),
  )
  if (held) return { review: held, how: 'same-report' }
  const coming = ofKind.find((review) => {
    const expected = review.agreedFrom ?? review.provisionalFrom
    return review.state !== 'held' && (expected === null || day === null || near(expected, movedVisitDays))
  })
  return coming ? { review: coming, how: 'coming' } : null
}

const countsOf = (counts: LevelCounts | null): string => (counts === null ? '' : countsSentence(counts))

export type ChangedValue = { key: string; name: string; before: string; after: string }

/** What a corrected issue says otherwise: old beside new, each to be accepted. */
export function changedValues(
  known: KnownReview,
  facts: ReviewFacts,
  ratings: readonly RatedElement[],
  totals: LevelCounts | null,
): ChangedValue[] {
  const date = (value: IsoDate | null) => (value === null ? 'not given' : formatDate(value))
  const values: [string, string, string, string][] = [
    ['reportedOn', 'Date of the report', date(known.reportedOn), date(facts.reportedOn)],
    ['documentReviewOn', 'Document review', date(known.documentReviewOn), date(facts.documentReviewOn)],
    ['heldFrom', 'First day of the visit', date(known.heldFrom), date(facts.visitFrom)],
    ['heldTo', 'Last day of the visit', date(known.heldTo), date(facts.visitTo)],
    ['assessors', 'Assessors', known.assessors.join(', '), facts.assessors.join(', ')],
    ['projectNumber', 'Project number', known.projectNumber ?? '', facts.projectNumber ?? ''],
    ['clientId', 'Client number', known.clientId ?? '', facts.clientId ?? ''],
    ['printedTotals', 'Printed totals', countsOf(known.printedTotals), countsOf(totals)],
  ]
  // What the new issue does not print takes nothing away.
  const changed = values
    .filter(([, , before, after]) => before !== after && after !== '' && after !== 'not given')
    .map(([key, name, before, after]) => ({ key, name, before: before === '' ? 'not given' : before, after }))
  const before = new Map(known.ratings.map((rating) => [rating.element, rating]))
  const levels = ratings.flatMap((rating) => {
    const old = before.get(rating.element)
    if (old?.level === rating.level) return []
    const name = `Level of ${rating.element}`
    const was = old === undefined ? 'not rated' : levelLabels[old.level]
    return [{ key: `rating ${rating.element}`, name, before: was, after: levelLabels[rating.level] }]
  })
  return [...changed, ...levels]
}

export type RaisedBefore = {
  /** The id of a point of ours, or the key of a line of the document's earlier review. */
  key: string
  number: string
  text: string
  kind: 'recommendation' | 'area-for-development' | 'partial-compliance'
  elements: readonly string[]
  /** What the new report says under it. */
  finding: string | null
  /** The number under which the new report raises it again. */
  raisedAgainAs: string | null
  unfinishedActions: number
  /** A committee closes it, by sign-off: a report does not. */
  committeeCloses: boolean
}
export type OldPoint = RaisedBefore & {
  how: 'finding' | 'raised-again' | 'partial-now-full' | 'not-mentioned'
  proposal: 'close' | 'keep'
  why: string
  /** As it will be written under a closed point. */
  reason: string | null
}

export function walkOldPoint(point: RaisedBefore, levels: ReadonlyMap<string, Level>, review: string): OldPoint {
  const keeps = point.committeeCloses
    ? ' A committee signs its points off, so it stays open until that is minuted.'
    : ''
  const proposal = point.committeeCloses ? 'keep' : 'close'
  if (point.raisedAgainAs !== null) {
    const why = `Raised again, as ${point.raisedAgainAs}: it goes on under the new point, with its owners and unfinished actions.`
    return { ...point, how: 'raised-again', proposal: 'close', why, reason: `Raised again at the ${review}.` }
  }
  const full = point.elements.filter((element) => ['full', 'plus'].includes(levels.get(element) ?? ''))
  if (point.kind === 'partial-compliance' && full.length > 0 && full.length === point.elements.length) {
    const said = full.map((element) => `${element} is ${levelLabels[levels.get(element)!]}`)
    const finding = point.finding === null ? '' : ` ${point.finding}`
    const reason = `At the ${review}: ${listed(said)}.${finding}`
    return { ...point, how: 'partial-now-full', proposal, why: `${listed(said)} now.${keeps}`, reason }
  }
  if (point.finding !== null) {
    const why = `The assessor’s finding is printed under it.${keeps}`
    return { ...point, how: 'finding', proposal, why, reason: `At the ${review}: ${point.finding}` }
  }
  const why = 'The report does not mention it: it stays open, and is a question for the assessor.'
  return { ...point, how: 'not-mentioned', proposal: 'keep', why, reason: null }
}

/** Plus last time, and now less or named nowhere. Never a threat to the certificate, so it decides nothing. */
export function plusQueries(
  before: readonly RatedElement[],
  now: readonly RatedElement[],
  scope: 'all' | readonly string[],
  names: { before: string; now: string },
): Omit<DraftQuery, 'review'>[] {
  const levels = new Map(now.map((rating) => [rating.element, rating]))
  const plus = before
    .filter(({ level, element }) => level === 'plus' && (scope === 'all' || scope.includes(element)))
    .map(({ element }) => element)
    .sort(compareElements)
  const unnamed = plus.filter(
    (element) => levels.get(element)?.stated !== true && levels.get(element)?.level !== 'plus',
  )
  const lower = plus.filter((element) => levels.get(element)?.stated === true && levels.get(element)!.level !== 'plus')
  const common = { audience: 'assessor' as const, decides: false, alternatives: [] }
  const were = (elements: string[]) =>
    `${listed(elements)} ${elements.length === 1 ? 'was' : 'were'} compliance plus at the ${names.before}`
  return [
    ...(unnamed.length === 0
      ? []
      : [
          {
            ...common,
            code: 'plus-not-carried' as const,
            elements: unnamed,
            message: `${were(unnamed)}, and the ${names.now} names ${unnamed.length === 1 ? 'it' : 'them'} nowhere. ${unnamed.length === 1 ? 'Is it' : 'Are they'} still compliance plus?`,
          },
        ]),
    ...(lower.length === 0
      ? []
      : [
          {
            ...common,
            code: 'plus-lost' as const,
            elements: lower,
            message: `${were(lower)}, and ${hasOrHave(lower)} a lower level at the ${names.now}. Is that meant, and what was missing?`,
          },
        ]),
  ]
}

/** A few days are a visit that can be agreed; a month is only foreseen. */
export const isSpanOfDays = (from: IsoDate | null, to: IsoDate | null): boolean =>
  from !== null && daysBetween(from, to ?? from) < 14
