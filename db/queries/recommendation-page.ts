/** Everything that stands beside one recommendation, for its own page. Each is a list of its own: they travel together. */
import { and, asc, desc, eq, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { CouncilScope, Tx } from '../in-council'
import {
  actionOwners,
  actions,
  auditEntries,
  dateRequests,
  elements,
  evidenceItems,
  owners,
  people,
  recommendationElements,
  recommendationOwners,
  recommendations,
  services,
  sources,
} from '../schema'

const whole = 500

/** With its source and service. Null where there is none in this council. */
export async function getRecommendationWithSource(scope: CouncilScope, tx: Tx, id: string) {
  const [row] = await tx
    .select({ recommendation: recommendations, source: sources, service: services.name })
    .from(recommendations)
    .innerJoin(sources, and(eq(sources.councilId, recommendations.councilId), eq(sources.id, recommendations.sourceId)))
    .leftJoin(
      services,
      and(eq(services.councilId, recommendations.councilId), eq(services.id, recommendations.serviceId)),
    )
    .where(and(eq(recommendations.councilId, scope.councilId), eq(recommendations.id, id)))
  return row ?? null
}

/** In order; the first named is the answering one unless another was chosen. */
export const listOwnersOf = (scope: CouncilScope, tx: Tx, recommendationId: string) =>
  tx
    .select({
      id: owners.id,
      kind: owners.kind,
      name: owners.name,
      answering: recommendationOwners.answering,
      personId: owners.personId,
      contact: people.name,
    })
    .from(recommendationOwners)
    .innerJoin(
      owners,
      and(eq(owners.councilId, recommendationOwners.councilId), eq(owners.id, recommendationOwners.ownerId)),
    )
    .leftJoin(people, and(eq(people.councilId, owners.councilId), eq(people.id, owners.personId)))
    .where(
      and(
        eq(recommendationOwners.councilId, scope.councilId),
        eq(recommendationOwners.recommendationId, recommendationId),
      ),
    )
    .orderBy(asc(recommendationOwners.position))

/** Owners of every action of a recommendation, in order. */
export const listActionOwnersOf = (scope: CouncilScope, tx: Tx, recommendationId: string) =>
  tx
    .select({ actionId: actionOwners.actionId, id: owners.id, name: owners.name, kind: owners.kind })
    .from(actionOwners)
    .innerJoin(actions, and(eq(actions.councilId, actionOwners.councilId), eq(actions.id, actionOwners.actionId)))
    .innerJoin(owners, and(eq(owners.councilId, actionOwners.councilId), eq(owners.id, actionOwners.ownerId)))
    .where(and(eq(actionOwners.councilId, scope.councilId), eq(actions.recommendationId, recommendationId)))
    .orderBy(asc(actionOwners.position))

/** With the short title of the standard where it has one. */
export const listElementsOf = (scope: CouncilScope, tx: Tx, recommendationId: string) =>
  tx
    .select({ number: recommendationElements.element, title: sql<string | null>`min(${elements.title})` })
    .from(recommendationElements)
    .leftJoin(elements, eq(elements.number, recommendationElements.element))
    .where(
      and(
        eq(recommendationElements.councilId, scope.councilId),
        eq(recommendationElements.recommendationId, recommendationId),
      ),
    )
    .groupBy(recommendationElements.element)

const askedBy = alias(people, 'asked_by')
const decidedBy = alias(people, 'decided_by')

/** Newest first, decided ones too. */
export const listDateRequestsOf = (scope: CouncilScope, tx: Tx, recommendationId: string) =>
  tx
    .select({ request: dateRequests, askedBy: askedBy.name, decidedBy: decidedBy.name })
    .from(dateRequests)
    .leftJoin(askedBy, and(eq(askedBy.councilId, dateRequests.councilId), eq(askedBy.id, dateRequests.askedBy)))
    .leftJoin(decidedBy, and(eq(decidedBy.councilId, dateRequests.councilId), eq(decidedBy.id, dateRequests.decidedBy)))
    .where(and(eq(dateRequests.councilId, scope.councilId), eq(dateRequests.recommendationId, recommendationId)))
    .orderBy(desc(dateRequests.askedAt))
    .limit(whole)

/** Linked to the recommendation or to one of its actions; newest document first. */
export const listEvidenceOf = (scope: CouncilScope, tx: Tx, recommendationId: string) =>
  tx
    .select({ id: evidenceItems.id, title: evidenceItems.title, documentOn: evidenceItems.documentOn })
    .from(evidenceItems)
    .where(
      and(
        eq(evidenceItems.councilId, scope.councilId),
        sql`${evidenceItems.id} in (
          select item_id from evidence_recommendations
          where council_id = ${scope.councilId} and recommendation_id = ${recommendationId}
          union
          select ea.item_id from evidence_actions ea
          join actions a on a.council_id = ea.council_id and a.id = ea.action_id
          where ea.council_id = ${scope.councilId} and a.recommendation_id = ${recommendationId})`,
      ),
    )
    .orderBy(desc(evidenceItems.documentOn))
    .limit(whole)

export type LineagePoint = {
  id: string
  earlierId: string | null
  number: string
  source: string
  state: string
  depth: number
}

/** The same point at earlier reviews (depth below 0), itself (0), and later ones. */
export const listLineageOf = async (scope: CouncilScope, tx: Tx, recommendationId: string): Promise<LineagePoint[]> => [
  ...(await tx.execute<LineagePoint>(sql`
    with recursive before as (
      select id, earlier_id, 0 as depth from recommendations
      where council_id = ${scope.councilId} and id = ${recommendationId}
      union all
      select r.id, r.earlier_id, before.depth - 1 from recommendations r join before on r.id = before.earlier_id
      where r.council_id = ${scope.councilId} and before.depth > -50
    ), after as (
      select id, 0 as depth from recommendations where council_id = ${scope.councilId} and id = ${recommendationId}
      union all
      select r.id, after.depth + 1 from recommendations r join after on r.earlier_id = after.id
      where r.council_id = ${scope.councilId} and after.depth < 50
    )
    select r.id, r.earlier_id as "earlierId", r.number, s.title as source, r.state, line.depth
    from (select id, depth from before union select id, depth from after) line
    join recommendations r on r.council_id = ${scope.councilId} and r.id = line.id
    join sources s on s.council_id = ${scope.councilId} and s.id = r.source_id
    order by line.depth, r.id`)),
]

/** Its own history, and that of names which were found to be people and stood on it. Newest first. */
export const listHistoryOf = (scope: CouncilScope, tx: Tx, recommendationId: string, most = whole) =>
  tx
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.councilId, scope.councilId),
        or(
          and(eq(auditEntries.thingKind, 'recommendation'), eq(auditEntries.thingId, recommendationId)),
          and(
            eq(auditEntries.thingKind, 'owner'),
            sql`jsonb_exists(${auditEntries.after}->'recommendations', ${recommendationId})`,
          ),
        ),
      ),
    )
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(most)

export async function replaceElementsOf(
  scope: CouncilScope,
  tx: Tx,
  recommendationId: string,
  numbers: readonly string[],
): Promise<void> {
  await tx
    .delete(recommendationElements)
    .where(
      and(
        eq(recommendationElements.councilId, scope.councilId),
        eq(recommendationElements.recommendationId, recommendationId),
      ),
    )
  if (numbers.length === 0) return
  await tx
    .insert(recommendationElements)
    .values(numbers.map((element) => ({ councilId: scope.councilId, recommendationId, element })))
}
