/** Everything about one element of a certificate: what it was given, what we think of it, what is in hand, what shows it. */
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Level } from '~/domain/compliance'
import type { IsoDate } from '~/domain/dates'
import type { CouncilScope, Tx } from '../in-council'
import {
  elementOwners,
  elementWordings,
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

export async function getWording(scope: CouncilScope, tx: Tx, standardId: string, element: string) {
  const [row] = await tx
    .select({ text: elementWordings.text, origin: elementWordings.origin })
    .from(elementWordings)
    .where(
      and(
        eq(elementWordings.councilId, scope.councilId),
        eq(elementWordings.standardId, standardId),
        eq(elementWordings.element, element),
      ),
    )
  return row ?? null
}

/** Oldest review first. */
export const listRatingsOfElement = (scope: CouncilScope, tx: Tx, certificationId: string, element: string) =>
  tx
    .select({ rating: ratings, review: reviews })
    .from(ratings)
    .innerJoin(reviews, and(eq(reviews.councilId, ratings.councilId), eq(reviews.id, ratings.reviewId)))
    .where(
      and(
        eq(ratings.councilId, scope.councilId),
        eq(reviews.certificationId, certificationId),
        eq(ratings.element, element),
      ),
    )
    .orderBy(sql`coalesce(${reviews.heldFrom}, ${reviews.reportedOn}, ${reviews.agreedFrom})`)

/** Every rating of a certificate, of the reviews that were held. */
export const listRatingsOver = (scope: CouncilScope, tx: Tx, certificationId: string) =>
  tx
    .select({
      reviewId: ratings.reviewId,
      element: ratings.element,
      level: ratings.level,
      stated: ratings.stated,
      justification: ratings.justification,
    })
    .from(ratings)
    .innerJoin(reviews, and(eq(reviews.councilId, ratings.councilId), eq(reviews.id, ratings.reviewId)))
    .where(
      and(
        eq(ratings.councilId, scope.councilId),
        eq(reviews.councilId, scope.councilId),
        eq(reviews.certificationId, certificationId),
        eq(reviews.state, 'held'),
      ),
    )

/** Newest first. */
export const listSelfAssessmentsOf = (scope: CouncilScope, tx: Tx, certificationId: string, element: string) =>
  tx
    .select({
      id: selfAssessments.id,
      level: selfAssessments.level,
      words: selfAssessments.words,
      asAt: selfAssessments.asAt,
      who: people.name,
      post: people.post,
    })
    .from(selfAssessments)
    .innerJoin(people, and(eq(people.councilId, selfAssessments.councilId), eq(people.id, selfAssessments.personId)))
    .where(
      and(
        eq(selfAssessments.councilId, scope.councilId),
        eq(selfAssessments.certificationId, certificationId),
        eq(selfAssessments.element, element),
      ),
    )
    .orderBy(desc(selfAssessments.asAt), desc(selfAssessments.recordedAt))
    .limit(200)

export type NewSelfAssessment = {
  certificationId: string
  element: string
  level: Level
  words: string
  asAt: IsoDate
  personId: string
  recordedAt: Date
}
export async function insertSelfAssessment(scope: CouncilScope, tx: Tx, given: NewSelfAssessment): Promise<void> {
  await tx.insert(selfAssessments).values({ ...given, councilId: scope.councilId })
}

/** Open ones first, then by due day. */
export const listPointsOfElement = (scope: CouncilScope, tx: Tx, element: string) =>
  tx
    .select({
      id: recommendations.id,
      number: recommendations.number,
      text: recommendations.text,
      state: recommendations.state,
      category: recommendations.category,
      dueOn: recommendations.dueOn,
      closedWay: recommendations.closedWay,
      closedOn: recommendations.closedOn,
      source: sources.title,
      owner: owners.name,
    })
    .from(recommendationElements)
    .innerJoin(
      recommendations,
      and(
        eq(recommendations.councilId, recommendationElements.councilId),
        eq(recommendations.id, recommendationElements.recommendationId),
      ),
    )
    .innerJoin(sources, and(eq(sources.councilId, recommendations.councilId), eq(sources.id, recommendations.sourceId)))
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
    .where(and(eq(recommendationElements.councilId, scope.councilId), eq(recommendationElements.element, element)))
    .orderBy(desc(recommendations.state), asc(recommendations.dueOn), asc(recommendations.position))
    .limit(200)

/** Newest document first. */
export const listEvidenceOfElement = (scope: CouncilScope, tx: Tx, element: string) =>
  tx
    .select({ id: evidenceItems.id, title: evidenceItems.title, documentOn: evidenceItems.documentOn })
    .from(evidenceElements)
    .innerJoin(
      evidenceItems,
      and(eq(evidenceItems.councilId, evidenceElements.councilId), eq(evidenceItems.id, evidenceElements.itemId)),
    )
    .where(and(eq(evidenceElements.councilId, scope.councilId), eq(evidenceElements.element, element)))
    .orderBy(desc(evidenceItems.documentOn), asc(evidenceItems.title))
    .limit(200)

export const listQueriesOfElement = (scope: CouncilScope, tx: Tx, certificationId: string, element: string) =>
  tx
    .select({ query: queries })
    .from(queries)
    .innerJoin(reviews, and(eq(reviews.councilId, queries.councilId), eq(reviews.id, queries.reviewId)))
    .where(
      and(
        eq(queries.councilId, scope.councilId),
        eq(reviews.certificationId, certificationId),
        sql`${queries.elements} @> ${JSON.stringify([element])}::jsonb`,
      ),
    )
    .orderBy(asc(queries.createdAt))
    .limit(100)

/** The newest evidence of each element, with its title. */
export const listNewestEvidence = (scope: CouncilScope, tx: Tx) =>
  tx
    .selectDistinctOn([evidenceElements.element], {
      element: evidenceElements.element,
      id: evidenceItems.id,
      title: evidenceItems.title,
      documentOn: evidenceItems.documentOn,
    })
    .from(evidenceElements)
    .innerJoin(
      evidenceItems,
      and(eq(evidenceItems.councilId, evidenceElements.councilId), eq(evidenceItems.id, evidenceElements.itemId)),
    )
    .where(eq(evidenceElements.councilId, scope.councilId))
    .orderBy(asc(evidenceElements.element), desc(evidenceItems.documentOn), asc(evidenceItems.title))

const ownerOf = (scope: CouncilScope, certificationId: string, element: string) =>
  and(
    eq(elementOwners.councilId, scope.councilId),
    eq(elementOwners.certificationId, certificationId),
    eq(elementOwners.element, element),
  )

export async function getElementOwner(scope: CouncilScope, tx: Tx, certificationId: string, element: string) {
  const [row] = await tx
    .select({ ownerId: elementOwners.ownerId, name: owners.name })
    .from(elementOwners)
    .innerJoin(owners, and(eq(owners.councilId, elementOwners.councilId), eq(owners.id, elementOwners.ownerId)))
    .where(ownerOf(scope, certificationId, element))
  return row ?? null
}

/** Null: nobody any more. */
export async function setElementOwner(
  scope: CouncilScope,
  tx: Tx,
  certificationId: string,
  element: string,
  ownerId: string | null,
): Promise<void> {
  if (ownerId === null) {
    await tx.delete(elementOwners).where(ownerOf(scope, certificationId, element))
    return
  }
  await tx
    .insert(elementOwners)
    .values({ councilId: scope.councilId, certificationId, element, ownerId })
    .onConflictDoUpdate({
      target: [elementOwners.councilId, elementOwners.certificationId, elementOwners.element],
      set: { ownerId },
    })
}
