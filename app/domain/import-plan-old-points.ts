/**
 * What earlier reviews raised, as a new report leaves it: answered, raised again, or not mentioned, which is asked.
 */
import { assessmentBody, reviewTitle } from './assessment-body'
import { formatDate } from './dates'
import type { ImportChoices } from './import-choices'
import type { ImportFacts, ImportPlan, PlannedLine, PlannedQuery, PlannedReview } from './import-facts'
import type { Draft, DraftQuery } from './reading/draft'
import {
  dayOfFacts,
  dayOfReview,
  plusQueries,
  walkOldPoint,
  type OldPoint,
  type RaisedBefore,
} from './report-confirmation'
import { listed } from './sentence'

export function oldPointsOf(
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

export function plannedQueries(
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
