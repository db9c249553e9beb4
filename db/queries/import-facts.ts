/** What a draft is held against before it is confirmed: every point, review, certificate, open query and owner there is. */
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { ImportFacts, PointFacts } from '~/domain/import-plan'
import type { KnownReview } from '~/domain/report-confirmation'
import type { CouncilScope, Tx } from '../in-council'
import {
  actions,
  certifications,
  elementOwners,
  owners,
  queries,
  ratings,
  recommendationElements,
  recommendationOwners,
  recommendations,
  reviews,
  services,
  sources,
} from '../schema'

export async function readImportFacts(scope: CouncilScope, tx: Tx): Promise<ImportFacts> {
  const council = scope.councilId
  const [points, elements, answering, unfinished, certs, known, rated, owning, open] = await Promise.all([
    listPoints(scope, tx),
    tx
      .select({ id: recommendationElements.recommendationId, element: recommendationElements.element })
      .from(recommendationElements)
      .where(eq(recommendationElements.councilId, council))
      .orderBy(asc(recommendationElements.element)),
    tx
      .select({
        id: recommendationOwners.recommendationId,
        ownerId: owners.id,
        kind: owners.kind,
        personId: owners.personId,
      })
      .from(recommendationOwners)
      .innerJoin(
        owners,
        and(eq(owners.councilId, recommendationOwners.councilId), eq(owners.id, recommendationOwners.ownerId)),
      )
      .where(and(eq(recommendationOwners.councilId, council), eq(recommendationOwners.answering, true))),
    tx
      .select({ id: actions.recommendationId, state: actions.state })
      .from(actions)
      .where(eq(actions.councilId, council)),
    tx
      .select({ id: certifications.id, name: certifications.name, body: certifications.body })
      .from(certifications)
      .where(eq(certifications.councilId, council))
      .orderBy(asc(certifications.createdAt)),
    tx.select().from(reviews).where(eq(reviews.councilId, council)).orderBy(asc(reviews.createdAt)),
    tx
      .select({
        reviewId: ratings.reviewId,
        element: ratings.element,
        level: ratings.level,
        stated: ratings.stated,
        justification: ratings.justification,
      })
      .from(ratings)
      .where(eq(ratings.councilId, council)),
    tx
      .select({
        certificationId: elementOwners.certificationId,
        element: elementOwners.element,
        ownerId: owners.id,
        kind: owners.kind,
        personId: owners.personId,
      })
      .from(elementOwners)
      .innerJoin(owners, and(eq(owners.councilId, elementOwners.councilId), eq(owners.id, elementOwners.ownerId)))
      .where(eq(elementOwners.councilId, council)),
    tx
      .select({ id: queries.id, reviewId: queries.reviewId, code: queries.code, elements: queries.elements })
      .from(queries)
      .where(and(eq(queries.councilId, council), isNull(queries.settledAt))),
  ])
  const grouped = <T, V>(rows: readonly T[], key: (row: T) => string, value: (row: T) => V): Map<string, V[]> => {
    const groups = new Map<string, V[]>()
    for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), value(row)])
    return groups
  }
  const elementsOf = grouped(
    elements,
    ({ id }) => id,
    ({ element }) => element,
  )
  const ownerOf = new Map(answering.map((row) => [row.id, choiceOf(row)]))
  const left = new Map<string, number>()
  for (const { id, state } of unfinished)
    if (state === 'not-started' || state === 'under-way') left.set(id, (left.get(id) ?? 0) + 1)
  const levels = grouped(
    rated,
    ({ reviewId }) => reviewId,
    ({ reviewId: _, ...rating }) => rating,
  )
  return {
    points: points.map(({ serviceName, serviceHead, ...point }): PointFacts => ({
      ...point,
      elements: elementsOf.get(point.id) ?? [],
      otherWords: point.notes.flatMap((note) => /“([\s\S]+)”$/.exec(note)?.[1] ?? []),
      unfinishedActions: left.get(point.id) ?? 0,
      owner: ownerOf.get(point.id) ?? null,
      service:
        serviceName === null || serviceHead === null ? null : { name: serviceName, head: `person:${serviceHead}` },
    })),
    certifications: certs,
    reviews: known.map((review): KnownReview => ({ ...review, ratings: levels.get(review.id) ?? [] })),
    elementOwners: owning.map((row) => ({
      certificationId: row.certificationId,
      element: row.element,
      owner: choiceOf(row),
    })),
    openQueries: open,
  }
}

/** As db/queries/owner-choices.ts names a choice. */
const choiceOf = ({ kind, personId, ownerId }: { kind: string; personId: string | null; ownerId: string }): string =>
  kind === 'person' && personId !== null ? `person:${personId}` : `owner:${ownerId}`

const listPoints = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({
      id: recommendations.id,
      number: recommendations.number,
      text: recommendations.text,
      kind: recommendations.kind,
      notes: recommendations.notes,
      sourceId: recommendations.sourceId,
      state: recommendations.state,
      supersededById: recommendations.supersededById,
      source: sources.title,
      reviewId: sources.reviewId,
      closedBy: sources.closesBy,
      serviceName: services.name,
      serviceHead: services.headId,
    })
    .from(recommendations)
    .innerJoin(sources, and(eq(sources.councilId, recommendations.councilId), eq(sources.id, recommendations.sourceId)))
    .leftJoin(
      services,
      and(eq(services.councilId, recommendations.councilId), eq(services.id, recommendations.serviceId)),
    )
    .where(eq(recommendations.councilId, scope.councilId))
    .orderBy(asc(recommendations.createdAt), asc(recommendations.position))
