/** What the assessment body wants before a visit, with who answers for it and what was linked to it. */
import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { IsoDate } from '~/domain/dates'
import type { CouncilScope, Tx } from '../in-council'
import { documentRequests, evidenceItems, evidenceRequests, owners, recommendations, reviews, sources } from '../schema'

export type Request = typeof documentRequests.$inferSelect
export type NewRequest = Omit<typeof documentRequests.$inferInsert, 'councilId' | 'id'>

const withOwner = and(eq(owners.councilId, documentRequests.councilId), eq(owners.id, documentRequests.ownerId))
const evidenceCount = sql<number>`(select count(*)::int from ${evidenceRequests} l
  where l.council_id = ${documentRequests.councilId} and l.request_id = ${documentRequests.id})`

/** In the body's order. */
export const listRequestsOf = (scope: CouncilScope, tx: Tx, reviewId: string) =>
  tx
    .select({ request: documentRequests, owner: owners.name, evidenceCount })
    .from(documentRequests)
    .leftJoin(owners, withOwner)
    .where(and(eq(documentRequests.councilId, scope.councilId), eq(documentRequests.reviewId, reviewId)))
    .orderBy(asc(documentRequests.position))

export async function getRequest(scope: CouncilScope, tx: Tx, id: string) {
  const [row] = await tx
    .select({ request: documentRequests, owner: owners.name, review: reviews })
    .from(documentRequests)
    .innerJoin(
      reviews,
      and(eq(reviews.councilId, documentRequests.councilId), eq(reviews.id, documentRequests.reviewId)),
    )
    .leftJoin(owners, withOwner)
    .where(and(eq(documentRequests.councilId, scope.councilId), eq(documentRequests.id, id)))
  return row ?? null
}

export async function lockRequest(scope: CouncilScope, tx: Tx, id: string): Promise<Request | null> {
  const [row] = await tx
    .select()
    .from(documentRequests)
    .where(and(eq(documentRequests.councilId, scope.councilId), eq(documentRequests.id, id)))
    .for('update')
  return row ?? null
}

/** The person behind its owner, a team's contact too, and who stands in for them while they are away. */
export async function listPeopleBehindRequest(scope: CouncilScope, tx: Tx, id: string, today: IsoDate) {
  const rows = await tx.execute<{ id: string }>(sql`
    select who.id from document_requests d
    join owners o on o.council_id = d.council_id and o.id = d.owner_id
    join people p on p.council_id = o.council_id and p.id = o.person_id
    cross join lateral (values (p.id), (case when p.away_from <= ${today} and (p.away_until is null or p.away_until >= ${today})
      then p.deputy_id end)) who (id)
    where d.council_id = ${scope.councilId} and d.id = ${id} and who.id is not null`)
  return rows.map((row) => row.id)
}

export async function insertRequests(scope: CouncilScope, tx: Tx, requests: readonly NewRequest[]): Promise<void> {
  if (requests.length === 0) return
  await tx.insert(documentRequests).values(requests.map((request) => ({ ...request, councilId: scope.councilId })))
}

export const updateRequest = (scope: CouncilScope, tx: Tx, id: string, values: Partial<NewRequest>): Promise<unknown> =>
  tx
    .update(documentRequests)
    .set(values)
    .where(and(eq(documentRequests.councilId, scope.councilId), eq(documentRequests.id, id)))

/** Newest document first. */
export const listEvidenceOfRequest = (scope: CouncilScope, tx: Tx, requestId: string) =>
  tx
    .select({ item: evidenceItems, owner: owners.name })
    .from(evidenceRequests)
    .innerJoin(
      evidenceItems,
      and(eq(evidenceItems.councilId, evidenceRequests.councilId), eq(evidenceItems.id, evidenceRequests.itemId)),
    )
    .leftJoin(owners, and(eq(owners.councilId, evidenceItems.councilId), eq(owners.id, evidenceItems.ownerId)))
    .where(and(eq(evidenceRequests.councilId, scope.councilId), eq(evidenceRequests.requestId, requestId)))
    .orderBy(desc(evidenceItems.documentOn))

export async function countEvidenceOfRequest(scope: CouncilScope, tx: Tx, requestId: string): Promise<number> {
  const rows = await tx
    .select({ itemId: evidenceRequests.itemId })
    .from(evidenceRequests)
    .where(and(eq(evidenceRequests.councilId, scope.councilId), eq(evidenceRequests.requestId, requestId)))
  return rows.length
}

/** Who answered for the same documents before the earlier visits of this certificate; the latest of each kind. */
export async function earlierRequestOwners(
  scope: CouncilScope,
  tx: Tx,
  certificationId: string,
  exceptReviewId: string,
): Promise<Map<string, string>> {
  const rows = await tx
    .select({ kind: documentRequests.kind, ownerId: documentRequests.ownerId })
    .from(documentRequests)
    .innerJoin(
      reviews,
      and(eq(reviews.councilId, documentRequests.councilId), eq(reviews.id, documentRequests.reviewId)),
    )
    .where(
      and(
        eq(documentRequests.councilId, scope.councilId),
        eq(reviews.certificationId, certificationId),
        ne(documentRequests.reviewId, exceptReviewId),
      ),
    )
    .orderBy(asc(documentRequests.createdAt))
  return new Map(rows.flatMap(({ kind, ownerId }) => (ownerId === null ? [] : [[kind, ownerId] as const])))
}

/** Every point that a review's report raised, closed ones too: sign-off takes none out of the answers. */
export const listPointsRaisedAt = (scope: CouncilScope, tx: Tx, reviewIds: readonly string[]) =>
  reviewIds.length === 0
    ? Promise.resolve([])
    : tx
        .select({ id: recommendations.id, number: recommendations.number, reviewId: sources.reviewId })
        .from(recommendations)
        .innerJoin(
          sources,
          and(eq(sources.councilId, recommendations.councilId), eq(sources.id, recommendations.sourceId)),
        )
        .where(and(eq(recommendations.councilId, scope.councilId), inArray(sources.reviewId, [...reviewIds])))
        .orderBy(asc(recommendations.position))
