/** Everything one pack is decided from, read in one snapshot. */
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { ACTION_STATE_LABELS } from '~/domain/action'
import { assessmentBodies, reviewRule } from '~/domain/assessment-body'
import { formatDate, type IsoDate } from '~/domain/dates'
import type { PackFacts, PointAnswered } from '~/domain/pack-contents'
import { CLOSING_LABELS } from '~/domain/recommendation'
import { categoryLabels, type CategoryLabels } from '~/domain/progress'
import { visitDatesOfReview, visitSentence } from '~/domain/review-cycle'
import { capitalised } from '~/domain/sentence'
import type { CouncilScope, Tx } from '../in-council'
import {
  actions,
  documentRequests,
  elementWordings,
  people,
  progressUpdates,
  ratings,
  recommendationElements,
  recommendations,
  selfAssessments,
  sources,
} from '../schema'
import { getCouncil } from './councils'
import { listPackItems } from './pack-items'
import type { getPack } from './packs'
import { lastHeld, listReviewsOf, type Certification, type Review } from './readiness'
import { getStandard } from './standards'

/** "Second annual review, 29 January 2027": how a pack and its review are called. */
export function packTitle(review: Review, certification: Certification): string {
  const body = assessmentBodies.find(({ id }) => id === certification.body)
  const name = capitalised((body && reviewRule(body, review.kind)?.title) ?? 'review')
  const on = review.heldFrom ?? review.agreedFrom ?? review.provisionalFrom
  return on === null ? name : `${name}, ${formatDate(on)}`
}

export async function readPackFacts(
  scope: CouncilScope,
  tx: Tx,
  { pack, review, certification }: NonNullable<Awaited<ReturnType<typeof getPack>>>,
  asAt: IsoDate,
): Promise<PackFacts> {
  const [council, standard, reviews] = await Promise.all([
    getCouncil(scope, tx),
    getStandard(scope, tx, certification.standardId),
    listReviewsOf(scope, tx, certification.id),
  ])
  const last = lastHeld(reviews.filter(({ id }) => id !== review.id))
  const [requests, items, views, lastRatings, points, wording] = await Promise.all([
    listRequests(scope, tx, review.id),
    listPackItems(scope, tx, review.id),
    listViews(scope, tx, certification.id),
    listLastRatings(scope, tx, reviews),
    last === null ? [] : listPoints(scope, tx, last.id, categoryLabels(council.categoryLabels)),
    listWording(scope, tx, certification.standardId),
  ])
  const title = packTitle(review, certification)
  return {
    pack: { number: pack.number, title, council: council.name, marking: council.marking, asAt },
    standard,
    scope: review.scope,
    wording,
    review: {
      title,
      visit: visitSentence(visitDatesOfReview(review)),
      body: assessmentBodies.find(({ id }) => id === certification.body)?.name ?? certification.body,
      certificate: certification.name,
    },
    lastVisitOn: last === null ? null : (last.heldTo ?? last.heldFrom ?? last.reportedOn),
    requests,
    items,
    views,
    lastRatings,
    points,
    markLastTime: last?.marks ?? null,
  }
}

async function listRequests(scope: CouncilScope, tx: Tx, reviewId: string): Promise<PackFacts['requests']> {
  const rows = await tx
    .select()
    .from(documentRequests)
    .where(and(eq(documentRequests.councilId, scope.councilId), eq(documentRequests.reviewId, reviewId)))
    .orderBy(asc(documentRequests.position))
  return rows.map(({ id, title, state, stateReason, kind, periodFrom, periodTo }) => ({
    id,
    title,
    state,
    why: stateReason,
    kind,
    period: periodFrom && periodTo ? `${formatDate(periodFrom)} to ${formatDate(periodTo)}` : null,
  }))
}

/** The newest of each element. */
async function listViews(scope: CouncilScope, tx: Tx, certificationId: string): Promise<PackFacts['views']> {
  return tx
    .selectDistinctOn([selfAssessments.element], {
      element: selfAssessments.element,
      level: selfAssessments.level,
      words: selfAssessments.words,
      asAt: selfAssessments.asAt,
      who: people.name,
    })
    .from(selfAssessments)
    .innerJoin(people, and(eq(people.councilId, selfAssessments.councilId), eq(people.id, selfAssessments.personId)))
    .where(and(eq(selfAssessments.councilId, scope.councilId), eq(selfAssessments.certificationId, certificationId)))
    .orderBy(asc(selfAssessments.element), desc(selfAssessments.asAt), desc(selfAssessments.recordedAt))
}

/** Each element's newest: one outside a review's scope carries the rating it had before. */
async function listLastRatings(
  scope: CouncilScope,
  tx: Tx,
  reviews: readonly Review[],
): Promise<PackFacts['lastRatings']> {
  const held = reviews.filter(({ state }) => state === 'held').map(({ id }) => id)
  if (held.length === 0) return []
  const rows = await tx
    .select()
    .from(ratings)
    .where(and(eq(ratings.councilId, scope.councilId), inArray(ratings.reviewId, held)))
  const newest = new Map<string, (typeof rows)[number]>()
  for (const reviewId of held) for (const row of rows) if (row.reviewId === reviewId) newest.set(row.element, row)
  return [...newest.values()].map(({ element, level, justification }) => ({ element, level, justification }))
}

async function listPoints(
  scope: CouncilScope,
  tx: Tx,
  reviewId: string,
  labels: CategoryLabels,
): Promise<PointAnswered[]> {
  const points = await tx
    .select({ point: recommendations })
    .from(recommendations)
    .innerJoin(sources, and(eq(sources.councilId, recommendations.councilId), eq(sources.id, recommendations.sourceId)))
    .where(and(eq(recommendations.councilId, scope.councilId), eq(sources.reviewId, reviewId)))
    .orderBy(asc(recommendations.position))
    .then((rows) => rows.map(({ point }) => point))
  if (points.length === 0) return []
  const ids = points.map(({ id }) => id)
  const [elements, itsActions, updates] = await Promise.all([
    tx
      .select()
      .from(recommendationElements)
      .where(
        and(
          eq(recommendationElements.councilId, scope.councilId),
          inArray(recommendationElements.recommendationId, ids),
        ),
      ),
    tx
      .select()
      .from(actions)
      .where(and(eq(actions.councilId, scope.councilId), inArray(actions.recommendationId, ids)))
      .orderBy(asc(actions.position)),
    tx
      .selectDistinctOn([progressUpdates.recommendationId])
      .from(progressUpdates)
      .where(
        and(
          eq(progressUpdates.councilId, scope.councilId),
          inArray(progressUpdates.recommendationId, ids),
          sql`${progressUpdates.evidence} <> ''`,
        ),
      )
      .orderBy(asc(progressUpdates.recommendationId), desc(progressUpdates.asAt), desc(progressUpdates.recordedAt)),
  ])
  return points.map((point) => {
    const last = updates.find((update) => update.recommendationId === point.id)
    return {
      id: point.id,
      number: point.number,
      text: point.text,
      elements: elements.filter((each) => each.recommendationId === point.id).map(({ element }) => element),
      state: pointState(point),
      why: point.closedReason,
      category: point.category === null ? null : (last?.printed ?? labels[point.category]),
      words: last?.evidence ?? null,
      asAt: last?.asAt ?? null,
      actions: itsActions
        .filter((action) => action.recommendationId === point.id)
        .map(({ number, text, state, doneOn }) => ({
          number,
          text,
          state: `${ACTION_STATE_LABELS[state].toLowerCase()}${doneOn === null ? '' : ` on ${formatDate(doneOn)}`}`,
        })),
    }
  })
}

function pointState({ state, closedWay, closedOn }: typeof recommendations.$inferSelect): string {
  if (state === 'open' || closedWay === null) return 'Open'
  return `${capitalised(CLOSING_LABELS[closedWay])}${closedOn === null ? '' : ` on ${formatDate(closedOn)}`}`
}

async function listWording(scope: CouncilScope, tx: Tx, standardId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .select({ element: elementWordings.element, text: elementWordings.text })
    .from(elementWordings)
    .where(and(eq(elementWordings.councilId, scope.councilId), eq(elementWordings.standardId, standardId)))
  return new Map(rows.map(({ element, text }) => [element, text]))
}
