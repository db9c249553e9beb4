/**
 * The whole of what confirming a draft would do, from the draft, what a person chose so far and what we have: shown on
 * the confirm screens, and written when they confirm. A choice stands over a proposal; a proposal is never silent.
 */
import { assessmentBody, reviewTitle } from './assessment-body'
import { formatDate, type IsoDate } from './dates'
import {
  asAtOf,
  sourceTitleOf,
  type ImportChoices,
  type LineChoice,
  type OldPointChoice,
  type ReviewFacts,
  type SourceChoice,
} from './import-choices'
import { linesOf, ratingsOf, type ImportLine } from './import-lines'
import { matchesOf, type KnownPoint, type Match } from './import-matching'
import { suggestOwner, type SuggestedOwner } from './import-owners'
import {
  changedValues,
  dayOfFacts,
  dayOfReview,
  factsOf,
  matchReview,
  plusQueries,
  walkOldPoint,
  type ChangedValue,
  type KnownReview,
  type OldPoint,
  type RaisedBefore,
  type ReviewMatch,
} from './report-confirmation'
import type { ClosedBy, RecommendationKind } from './recommendation'
import type { Draft, DraftQuery, DraftRating, Layout } from './reading/draft'
import { capitalised, listed } from './sentence'

export type PointFacts = KnownPoint & {
  kind: RecommendationKind
  source: string
  reviewId: string | null
  closedBy: ClosedBy
  unfinishedActions: number
  /** Its answering owner, as a choice of the owners' list. */
  owner: string | null
  /** The service it was given to, where that has a head. */
  service: { name: string; head: string } | null
}
export type CertificationFacts = { id: string; name: string; body: string }
export type ImportFacts = {
  points: PointFacts[]
  certifications: CertificationFacts[]
  reviews: KnownReview[]
  elementOwners: { certificationId: string; element: string; owner: string }[]
  openQueries: { id: string; reviewId: string | null; code: string; elements: string[] }[]
}

export type PlannedLine = ImportLine & {
  candidates: (Match & { point: PointFacts })[]
  /** Lines of an earlier review of the document that this one may raise again. */
  earlierLines: { key: string; number: string; text: string; why: string }[]
  choice: LineChoice
  isProposed: boolean
  /** As a person chose; empty is nobody yet. */
  owner: string
  /** Who owned it, or its element, before. Nothing comes of it without a person's say. */
  suggestedOwner: SuggestedOwner | null
}
export type PlannedReview = {
  index: number
  facts: ReviewFacts
  title: string
  match: ReviewMatch | null
  ratings: DraftRating[]
  changes: ChangedValue[]
  kept: string[]
}
export type PlannedQuery = DraftQuery & { index: number; leftOut: boolean }
export type ImportPlan = {
  certification: { id: string | null; name: string; body: string } | null
  reviews: PlannedReview[]
  lines: PlannedLine[]
  oldPoints: (OldPoint & { choice: OldPointChoice })[]
  queries: PlannedQuery[]
  /** By review; a tracker has one, "plan". */
  sources: Record<string, SourceChoice>
}

const bodyOfLayout: Partial<Record<Layout, string>> = {
  'assessment-services': 'assessment-services',
  'centre-for-assessment': 'centre-for-assessment',
}

export function importPlan(draft: Draft, choices: ImportChoices, facts: ImportFacts, fileName: string): ImportPlan {
  const certification = certificationOf(draft, choices, facts)
  const reviews = plannedReviews(draft, choices, facts, certification)
  const lines = plannedLines(draft, choices, facts, reviews, certification)
  const oldPoints = oldPointsOf(choices, facts, reviews, lines, certification)
  return {
    certification,
    reviews,
    lines,
    oldPoints,
    queries: plannedQueries(draft, choices, facts, reviews, certification, oldPoints),
    sources: sourcesOf(draft, choices, reviews, fileName),
  }
}

function certificationOf(draft: Draft, choices: ImportChoices, facts: ImportFacts): ImportPlan['certification'] {
  if (draft.reviews.length === 0) return null
  const chosen = choices.certification
  if (chosen !== undefined && (chosen.id === null || facts.certifications.some(({ id }) => id === chosen.id)))
    return chosen.id === null ? chosen : facts.certifications.find(({ id }) => id === chosen.id)!
  const body = bodyOfLayout[draft.layout] ?? 'other'
  const ofBody = facts.certifications.filter((each) => each.body === body)
  return ofBody[0] ?? { id: null, name: nameFrom(draft, facts), body }
}

/** "STOCKTON-ON-TEES BOROUGH COUNCIL" is written for a cover; a name that is taken is told apart. */
function nameFrom({ organisation }: Draft, { certifications }: ImportFacts): string {
  const given = organisation?.trim() || 'Whole council'
  const small = new Set(['on', 'of', 'the', 'and', 'upon', 'in'])
  const name =
    given === given.toUpperCase()
      ? given
          .toLowerCase()
          .replace(/\p{L}+/gu, (word, at: number) => (at > 0 && small.has(word) ? word : capitalised(word)))
      : given
  const taken = new Set(certifications.map((each) => each.name))
  return taken.has(name) ? `${name} (from a report)` : name
}

function plannedReviews(
  draft: Draft,
  choices: ImportChoices,
  facts: ImportFacts,
  certification: ImportPlan['certification'],
): PlannedReview[] {
  const body = assessmentBody(certification?.body ?? 'other')
  const known = facts.reviews.filter(({ certificationId }) => certificationId === certification?.id)
  const taken = new Set<string>()
  return draft.reviews.map((read, index) => {
    const its = choices.reviews?.[index] ?? factsOf(read)
    const match = matchReview(
      its,
      known.filter(({ id }) => !taken.has(id)),
    )
    if (match) taken.add(match.review.id)
    const ratings = ratingsOf(draft, choices, index)
    return {
      index,
      facts: its,
      title: reviewTitle(body, its.kind),
      match,
      ratings,
      changes: match?.how === 'same-report' ? changedValues(match.review, its, ratings, read.totals) : [],
      kept: choices.keptValues?.[index] ?? [],
    }
  })
}

function plannedLines(
  draft: Draft,
  choices: ImportChoices,
  facts: ImportFacts,
  reviews: PlannedReview[],
  certification: ImportPlan['certification'],
): PlannedLine[] {
  const lines = linesOf(draft, choices)
  const own = new Set(facts.reviews.filter((each) => each.certificationId === certification?.id).map(({ id }) => id))
  const points = facts.points.filter(
    ({ reviewId }) => draft.reviews.length === 0 || reviewId === null || own.has(reviewId),
  )
  const candidatesOf = new Map(lines.map((line) => [line.key, candidates(line, points)]))
  const last = draft.reviews.length - 1
  const earlier = lines.filter(({ review }) => review !== null && review < last)
  const planned: PlannedLine[] = []
  for (const line of lines) {
    const its = candidatesOf.get(line.key)!
    const again = line.review === last && last > 0 ? earlierLinesOf(line, earlier) : []
    const said = choices.lines[line.key]
    const isCovered = line.coveredBy.some((key) => {
      const choice = planned.find((other) => other.key === key)?.choice
      return choice !== undefined && choice.do !== 'leave'
    })
    const reviewId = line.review === null ? null : (reviews[line.review]?.match?.review.id ?? null)
    const choice =
      said !== undefined && isPossible(said, facts, lines)
        ? said
        : isCovered
          ? ({ do: 'leave' } as const)
          : proposalOf(line, its, again, reviewId, own, candidatesOf)
    planned.push({
      ...line,
      coveredBy: isCovered ? line.coveredBy : [],
      candidates: its,
      earlierLines: again,
      choice,
      isProposed: said === undefined,
      owner: choices.owners?.[line.key] ?? '',
      suggestedOwner: suggestOwner(line, facts, certification?.id ?? null),
    })
  }
  return planned
}

const isPossible = (choice: LineChoice, { points }: ImportFacts, lines: readonly ImportLine[]): boolean => {
  if (choice.do === 'same') return points.some(({ id }) => id === choice.id)
  if (choice.do === 'again')
    return points.some(({ id }) => id === choice.id) || lines.some(({ key }) => key === choice.id)
  return choice.do !== 'merge' || lines.some(({ key }) => key === choice.into)
}

/** By its words; a partial compliance by its element too, because its words are the assessor's finding of that year. */
function candidates(line: ImportLine, points: readonly PointFacts[]): (Match & { point: PointFacts })[] {
  const byWords = matchesOf(line, points) as (Match & { point: PointFacts })[]
  if (line.kind !== 'partial-compliance') return byWords.slice(0, 5)
  const byElement = points
    .filter(({ kind, elements }) => kind === 'partial-compliance' && elements.includes(line.elements[0]!))
    .map((point) => ({ point, likeness: 0.9, certain: true, why: 'the same element, partial before' }))
  return [...byElement, ...byWords.filter(({ point }) => !byElement.some((each) => each.point.id === point.id))].slice(
    0,
    5,
  )
}

const earlierLinesOf = (line: ImportLine, earlier: readonly ImportLine[]): PlannedLine['earlierLines'] =>
  matchesOf(
    line,
    earlier.map(({ key, number, text, elements }) => ({
      id: key,
      number,
      text,
      elements,
      sourceId: '',
      state: 'open',
    })),
  )
    .slice(0, 2)
    .map(({ point, why }) => ({ key: point.id, number: point.number, text: point.text, why }))

function proposalOf(
  line: ImportLine,
  its: readonly (Match & { point: PointFacts })[],
  again: PlannedLine['earlierLines'],
  reviewId: string | null,
  ownReviews: ReadonlySet<string>,
  all: ReadonlyMap<string, readonly (Match & { point: PointFacts })[]>,
): LineChoice {
  const [best] = its
  if (best === undefined) return again[0] === undefined ? { do: 'new' } : { do: 'again', id: again[0].key }
  if (line.review === null) return { do: 'same', id: best.point.id }
  const ofAnotherReview = best.point.reviewId !== null && best.point.reviewId !== reviewId
  // A line that the document repeats from an earlier review is that review's point, and raises nothing again.
  const repeats = line.response !== null || reviewId === null
  if (ofAnotherReview && ownReviews.has(best.point.reviewId!) && !(repeats && isEarlierLine(line, all)))
    return { do: 'again', id: best.point.id }
  if (best.point.reviewId === null && best.point.state === 'closed') return { do: 'again', id: best.point.id }
  const also = its
    .slice(1)
    .filter(
      ({ point, likeness }) =>
        point.state === 'open' &&
        point.sourceId === best.point.sourceId &&
        point.reviewId === null &&
        isBestOf(line.key, point.id, likeness, all),
    )
    .map(({ point }) => point.id)
  return { do: 'same', id: best.point.id, ...(also.length > 0 ? { also } : {}) }
}

const isEarlierLine = (line: ImportLine, all: ReadonlyMap<string, unknown>): boolean =>
  [...all.keys()].some((key) => {
    const review = /^r(\d+)/.exec(key)?.[1]
    return review !== undefined && line.review !== null && Number(review) > line.review
  })

function isBestOf(
  key: string,
  pointId: string,
  likeness: number,
  all: ReadonlyMap<string, readonly (Match & { point: PointFacts })[]>,
): boolean {
  // A partial's words are the assessor's finding on its element: they compete with no area for a row of a tracker.
  for (const [other, matches] of all)
    if (
      other !== key &&
      !/^r\d+p/.test(other) &&
      matches.some(({ point, likeness: theirs }) => point.id === pointId && theirs > likeness)
    )
      return false
  return true
}

function oldPointsOf(
  choices: ImportChoices,
  facts: ImportFacts,
  reviews: PlannedReview[],
  lines: PlannedLine[],
  certification: ImportPlan['certification'],
): ImportPlan['oldPoints'] {
  const last = reviews.at(-1)
  if (last === undefined) return []
  const day = dayOfFacts(last.facts)
  const before = new Set(
    facts.reviews
      .filter((review) => {
        const on = dayOfReview(review)
        const isEarlier = review.state === 'held' && (day === null || on === null || on < day)
        return review.certificationId === certification?.id && review.id !== last.match?.review.id && isEarlier
      })
      .map(({ id }) => id),
  )
  const known = facts.points.filter((point) => point.state === 'open' && before.has(point.reviewId ?? ''))
  const raised: RaisedBefore[] = [
    ...known.map((point) => {
      const told = lines.find((line) => line.choice.do === 'same' && line.choice.id === point.id)
      return {
        ...point,
        key: point.id,
        finding: told?.response ?? null,
        ...againOf(point.id, lines),
        committeeCloses: point.closedBy === 'committee',
      }
    }),
    ...lines
      .filter(({ review, choice }) => review !== null && review < last.index && ['new', 'again'].includes(choice.do))
      .map((line) => ({
        ...line,
        finding: line.response,
        ...againOf(line.key, lines),
        unfinishedActions: 0,
        committeeCloses: false,
      })),
  ]
  const levels = new Map(last.ratings.map(({ element, level }) => [element, level]))
  const name = `${last.title}${day === null ? '' : ` of ${formatDate(day)}`}`
  return raised
    .map((point) => walkOldPoint(point, levels, name))
    .filter(({ how }) => last.match?.how !== 'same-report' || how !== 'not-mentioned')
    .map((point) => ({ ...point, choice: choices.oldPoints?.[point.key] ?? point.proposal }))
}

const againOf = (id: string, lines: readonly PlannedLine[]) => ({
  raisedAgainAs: lines.find(({ choice }) => choice.do === 'again' && choice.id === id)?.number ?? null,
})

function plannedQueries(
  draft: Draft,
  choices: ImportChoices,
  facts: ImportFacts,
  reviews: PlannedReview[],
  certification: ImportPlan['certification'],
  oldPoints: ImportPlan['oldPoints'],
): PlannedQuery[] {
  const last = reviews.at(-1)
  const found = [...draft.queries]
  if (last !== undefined && reviews.length === 1 && certification?.id) {
    const day = dayOfFacts(last.facts)
    const previous = facts.reviews
      .filter(
        ({ id, certificationId, state }) =>
          certificationId === certification.id && state === 'held' && id !== last.match?.review.id,
      )
      .filter((review) => day === null || (dayOfReview(review) ?? day) < day)
      .sort((a, b) => (dayOfReview(a) ?? '').localeCompare(dayOfReview(b) ?? ''))
      .at(-1)
    const body = assessmentBody(certification.body)
    if (previous && !found.some(({ code }) => code === 'plus-not-carried'))
      found.push(
        ...plusQueries(previous.ratings, last.ratings, draft.reviews[0]!.scope, {
          before: reviewTitle(body, previous.kind),
          now: last.title,
        }).map((query) => ({ ...query, review: last.index })),
      )
  }
  const unmentioned = oldPoints.filter(({ how }) => how === 'not-mentioned')
  if (last !== undefined && unmentioned.length > 0) found.push(notMentioned(unmentioned, last))
  const left = new Set(choices.leftQueries ?? [])
  return found.map((query, index) => ({ ...query, index, leftOut: left.has(index) }))
}

/** One question for all of them, ready to send. */
function notMentioned(points: readonly OldPoint[], { index, title }: PlannedReview): DraftQuery {
  const short = (text: string) => (text.length > 90 ? `${text.slice(0, 87).replace(/\s+\S*$/, '')} …` : text)
  const named = listed(points.map(({ number, text }) => `point ${number} (“${short(text)}”)`))
  return {
    code: 'point-not-mentioned',
    review: index,
    elements: [...new Set(points.flatMap(({ elements }) => elements))],
    audience: 'assessor',
    decides: false,
    message: `The report of the ${title} says nothing of ${named}, raised before. ${points.length === 1 ? 'Is it' : 'Are they'} answered, or still open?`,
    alternatives: [],
  }
}

/** A committee is only proposed where the document names it. */
function closerOf(title: string): Pick<SourceChoice, 'closesBy' | 'committee'> {
  const committee = /(?:\p{Lu}[\p{L}'’-]*,? (?:and |& )?)*(?:Select |Scrutiny )?Committee/u.exec(title)?.[0] ?? null
  return committee === null ? { closesBy: 'lead', committee } : { closesBy: 'committee', committee }
}

function sourcesOf(draft: Draft, choices: ImportChoices, reviews: PlannedReview[], fileName: string) {
  const said = choices.sources ?? {}
  if (reviews.length === 0) {
    const plan: SourceChoice = {
      title: sourceTitleOf(draft, fileName),
      kind: 'scrutiny-review',
      ...closerOf(draft.title ?? ''),
      datedOn: asAtOf(draft) as IsoDate | null,
    }
    return { plan: said.plan ?? plan }
  }
  return Object.fromEntries(
    reviews.map(({ index, title, facts }): [string, SourceChoice] => {
      const day = facts.reportedOn ?? facts.visitFrom
      const named = `Report of the ${title}${day === null ? '' : `, ${formatDate(day)}`}`
      const proposed: SourceChoice = {
        title: named,
        kind: 'assessment-report',
        closesBy: 'next-review',
        committee: null,
        datedOn: day,
      }
      return [String(index), said[index] ?? proposed]
    }),
  )
}
