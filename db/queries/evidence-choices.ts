/** What forms about evidence offer: owners, requests of coming visits, elements, open points with their actions. */
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { CouncilScope, Tx } from '../in-council'
import { actions, documentRequests, owners, recommendations, reviews, sources } from '../schema'

const most = 500

export const listOwnersToChoose = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({ id: owners.id, name: owners.name })
    .from(owners)
    .where(and(eq(owners.councilId, scope.councilId), ne(owners.kind, 'name')))
    .orderBy(asc(sql`lower(${owners.name})`))
    .limit(most)

/** Of the reviews that are not held yet. */
export const listOpenRequests = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({
      id: documentRequests.id,
      title: documentRequests.title,
      state: documentRequests.state,
      visitOn: sql<string | null>`coalesce(${reviews.agreedFrom}, ${reviews.provisionalFrom})::text`,
    })
    .from(documentRequests)
    .innerJoin(
      reviews,
      and(eq(reviews.councilId, documentRequests.councilId), eq(reviews.id, documentRequests.reviewId)),
    )
    .where(and(eq(documentRequests.councilId, scope.councilId), ne(reviews.state, 'held')))
    .orderBy(sql`coalesce(${reviews.agreedFrom}, ${reviews.provisionalFrom})`, asc(documentRequests.position))
    .limit(most)

export const listOpenPointsToChoose = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({
      id: recommendations.id,
      number: recommendations.number,
      text: sql<string>`left(${recommendations.text}, 90)`,
      source: sources.title,
    })
    .from(recommendations)
    .innerJoin(sources, and(eq(sources.councilId, recommendations.councilId), eq(sources.id, recommendations.sourceId)))
    .where(and(eq(recommendations.councilId, scope.councilId), eq(recommendations.state, 'open')))
    .orderBy(asc(sql`lower(${sources.title})`), asc(recommendations.position))
    .limit(most)

export async function getActionOfPoint(scope: CouncilScope, tx: Tx, id: string) {
  const [row] = await tx
    .select({ id: actions.id, number: actions.number, text: actions.text, recommendationId: actions.recommendationId })
    .from(actions)
    .where(and(eq(actions.councilId, scope.councilId), eq(actions.id, id)))
  return row ?? null
}
