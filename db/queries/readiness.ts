/**
 * What the readiness of one certificate is worked out from, in one pipelined read: the home page, the readiness page,
 * the member's page and the packs all take it from here.
 */
import { and, asc, desc, eq, isNull, not, sql, type SQL } from 'drizzle-orm'
import type { DatedEvidence, ElementRating, LevelQuery, OpenPoint, ReadinessFacts } from '~/domain/element-readiness'
import type { IsoDate } from '~/domain/dates'
import type { Standard } from '~/domain/standard'
import type { CouncilScope, Tx } from '../in-council'
import {
  actions,
  certifications,
  elementOwners,
  evidenceElements,
  evidenceItems,
  owners,
  people,
  queries,
  ratings,
  recommendationElements,
  recommendationOwners,
  recommendations,
  reviews,
  selfAssessments,
  sources,
} from '../schema'
import { getStandard } from './standards'

export type Certification = typeof certifications.$inferSelect
export type Review = typeof reviews.$inferSelect

/** The day a review's levels count from: the last day of the visit, or the best that is known of it. */
const ratedOn = sql<IsoDate>`coalesce(${reviews.heldTo}, ${reviews.heldFrom}, ${reviews.reportedOn}, ${reviews.agreedTo},
  ${reviews.agreedFrom}, ${reviews.createdAt}::date)::text`
export const ratedOnOf = (review: Review): IsoDate =>
  review.heldTo ??
  review.heldFrom ??
  review.reportedOn ??
  review.agreedTo ??
  review.agreedFrom ??
  review.createdAt.toISOString().slice(0, 10)

export type ReadinessOf = {
  certification: Certification
  standard: Standard
  /** Oldest first. */
  reviews: Review[]
  lastReview: Review | null
  comingReview: Review | null
  facts: ReadinessFacts
}

export const listCertifications = (scope: CouncilScope, tx: Tx) =>
  tx
    .select()
    .from(certifications)
    .where(eq(certifications.councilId, scope.councilId))
    .orderBy(asc(certifications.createdAt), asc(certifications.name))

/** One certificate, or the council's first where no id is given; null where there is none. */
export async function getCertification(scope: CouncilScope, tx: Tx, id: string | null): Promise<Certification | null> {
  const own = eq(certifications.councilId, scope.councilId)
  const [row] = await tx
    .select()
    .from(certifications)
    .where(id === null ? own : and(own, eq(certifications.id, id)))
    .orderBy(asc(certifications.createdAt), asc(certifications.name))
    .limit(1)
  return row ?? null
}

/** Held ones by the day they were held, then the coming ones by the day that is known; those without a day last. */
export const listReviewsOf = (scope: CouncilScope, tx: Tx, certificationId: string): Promise<Review[]> =>
  tx
    .select()
    .from(reviews)
    .where(and(eq(reviews.councilId, scope.councilId), eq(reviews.certificationId, certificationId)))
    .orderBy(
      sql`${reviews.state} <> 'held'`,
      sql`coalesce(${reviews.heldFrom}, ${reviews.agreedFrom}, ${reviews.provisionalFrom}, ${reviews.reportedOn}) nulls last`,
      asc(reviews.createdAt),
    )

/** The two a readiness stands between. */
export const lastHeld = (all: readonly Review[]): Review | null =>
  all.findLast((review) => review.state === 'held') ?? null
export const coming = (all: readonly Review[]): Review | null => all.find((review) => review.state !== 'held') ?? null

/** Null where the council has no such certificate, or none at all. */
export async function readReadinessFacts(
  scope: CouncilScope,
  tx: Tx,
  certificationId: string | null,
  asAt: IsoDate,
): Promise<ReadinessOf | null> {
  const certification = await getCertification(scope, tx, certificationId)
  if (certification === null) return null
  const { id } = certification
  const [standard, all, rated, assessed, open, points, evidence, answering] = await Promise.all([
    getStandard(scope, tx, certification.standardId),
    listReviewsOf(scope, tx, id),
    listRatings(scope, tx, id),
    listSelfAssessments(scope, tx, id),
    listLevelQueries(scope, tx, id),
    listOpenPoints(scope, tx, id),
    listEvidenceDates(scope, tx),
    listElementOwners(scope, tx, id),
  ])
  const lastReview = lastHeld(all)
  const comingReview = coming(all)
  const facts: ReadinessFacts = {
    asAt,
    lastVisitOn: lastReview === null ? null : (lastReview.heldTo ?? lastReview.heldFrom ?? lastReview.reportedOn),
    nextVisitOn: comingReview?.agreedFrom ?? comingReview?.provisionalFrom ?? null,
    ratings: rated,
    selfAssessments: assessed,
    queries: levelQueries(open, rated),
    openPoints: points,
    evidence,
    owners: answering,
  }
  return { certification, standard, reviews: all, lastReview, comingReview, facts }
}

const ofCertification = (scope: CouncilScope, id: string) =>
  and(eq(reviews.councilId, scope.councilId), eq(reviews.certificationId, id))

function listRatings(scope: CouncilScope, tx: Tx, id: string): Promise<ElementRating[]> {
  return tx
    .select({ element: ratings.element, level: ratings.level, ratedOn })
    .from(ratings)
    .innerJoin(reviews, and(eq(reviews.councilId, ratings.councilId), eq(reviews.id, ratings.reviewId)))
    .where(and(eq(ratings.councilId, scope.councilId), ofCertification(scope, id)))
}

function listSelfAssessments(scope: CouncilScope, tx: Tx, id: string) {
  return tx
    .select({
      element: selfAssessments.element,
      level: selfAssessments.level,
      assessedOn: selfAssessments.asAt,
      who: people.name,
    })
    .from(selfAssessments)
    .innerJoin(people, and(eq(people.councilId, selfAssessments.councilId), eq(people.id, selfAssessments.personId)))
    .where(and(eq(selfAssessments.councilId, scope.councilId), eq(selfAssessments.certificationId, id)))
    .orderBy(desc(selfAssessments.asAt), desc(selfAssessments.recordedAt))
    .limit(5_000)
}

type OpenQuery = Pick<typeof queries.$inferSelect, 'elements' | 'message' | 'alternatives'> & { ratedOn: IsoDate }

function listLevelQueries(scope: CouncilScope, tx: Tx, id: string): Promise<OpenQuery[]> {
  return tx
    .select({ elements: queries.elements, message: queries.message, alternatives: queries.alternatives, ratedOn })
    .from(queries)
    .innerJoin(reviews, and(eq(reviews.councilId, queries.councilId), eq(reviews.id, queries.reviewId)))
    .where(
      and(
        eq(queries.councilId, scope.councilId),
        ofCertification(scope, id),
        isNull(queries.settledAt),
        eq(queries.decides, true),
      ),
    )
    .orderBy(asc(queries.createdAt), asc(queries.id))
}

/** One for each element, with the levels it may have instead. An element that a later review rated anew is no longer
 * disputed by what the earlier report left unclear. */
function levelQueries(open: readonly OpenQuery[], rated: readonly ElementRating[]): LevelQuery[] {
  const lastRatedOn = new Map<string, IsoDate>()
  for (const { element, ratedOn: on } of rated) if (on > (lastRatedOn.get(element) ?? '')) lastRatedOn.set(element, on)
  return open.flatMap(({ elements, message, alternatives, ratedOn: on }) =>
    [...new Set([...elements, ...alternatives.map(({ element }) => element)])]
      .filter((element) => (lastRatedOn.get(element) ?? '') <= on)
      .map((element) => ({
        elements: [element],
        message,
        readings: alternatives.filter((each) => each.element === element).map(({ level }) => level),
        who: null,
      })),
  )
}

/** Open points of the elements that are or were held to be less than full, a row for each: no other point bears on
 * readiness. Those of another certificate's reports are left out; those of a scrutiny review or an audit count for
 * every certificate. */
async function listOpenPoints(scope: CouncilScope, tx: Tx, id: string): Promise<OpenPoint[]> {
  const council = scope.councilId
  const short = sql`${recommendationElements.element} in (
    select g.element from ${ratings} g join ${reviews} v on v.council_id = g.council_id and v.id = g.review_id
    where g.council_id = ${council} and v.certification_id = ${id} and g.level in ('non', 'partial')
    union select s.element from ${selfAssessments} s
    where s.council_id = ${council} and s.certification_id = ${id} and s.level in ('non', 'partial'))`
  const elsewhere = sql`${recommendations.sourceId} in (
    select o.id from ${sources} o join ${reviews} v on v.council_id = o.council_id and v.id = o.review_id
    where o.council_id = ${council} and v.certification_id <> ${id})`
  const its = (states: SQL) => sql`exists (select 1 from ${actions} a where a.council_id = ${council}
    and a.recommendation_id = ${recommendations.id} and a.state in (${states}))`
  const rows = await tx
    .select({
      number: recommendations.number,
      element: recommendationElements.element,
      category: recommendations.category,
      dueOn: recommendations.dueOn,
      actionsDone: sql<boolean>`(not ${its(sql`'not-started', 'under-way'`)} and ${its(sql`'done'`)})`,
      who: owners.name,
    })
    .from(recommendationElements)
    .innerJoin(
      recommendations,
      and(
        eq(recommendations.councilId, recommendationElements.councilId),
        eq(recommendations.id, recommendationElements.recommendationId),
      ),
    )
    .leftJoin(
      recommendationOwners,
      and(
        eq(recommendationOwners.councilId, recommendations.councilId),
        eq(recommendationOwners.recommendationId, recommendations.id),
        eq(recommendationOwners.answering, true),
      ),
    )
    .leftJoin(
      owners,
      and(eq(owners.councilId, recommendationOwners.councilId), eq(owners.id, recommendationOwners.ownerId)),
    )
    .where(
      and(
        eq(recommendationElements.councilId, council),
        eq(recommendations.councilId, council),
        eq(recommendations.state, 'open'),
        short,
        not(elsewhere),
      ),
    )
  return rows.map(({ actionsDone, element, ...point }) => ({
    ...point,
    elements: [element],
    // What slipped or was given up is not done, whatever became of its actions.
    workDone: point.category === 1 || (actionsDone && point.category !== 3 && point.category !== 4),
  }))
}

/** The newest of each element. */
function listEvidenceDates(scope: CouncilScope, tx: Tx): Promise<DatedEvidence[]> {
  return tx
    .select({ element: evidenceElements.element, asAt: sql<IsoDate>`max(${evidenceItems.documentOn})::text` })
    .from(evidenceElements)
    .innerJoin(
      evidenceItems,
      and(eq(evidenceItems.councilId, evidenceElements.councilId), eq(evidenceItems.id, evidenceElements.itemId)),
    )
    .where(eq(evidenceElements.councilId, scope.councilId))
    .groupBy(evidenceElements.element)
}

function listElementOwners(scope: CouncilScope, tx: Tx, id: string) {
  return tx
    .select({ element: elementOwners.element, who: owners.name })
    .from(elementOwners)
    .innerJoin(owners, and(eq(owners.councilId, elementOwners.councilId), eq(owners.id, elementOwners.ownerId)))
    .where(and(eq(elementOwners.councilId, scope.councilId), eq(elementOwners.certificationId, id)))
}
