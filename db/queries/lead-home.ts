/** What the lead needs to see first: how far the plan and the coming visit are, who is silent, what is nobody's. */
import { and, asc, count, eq, isNotNull, sql } from 'drizzle-orm'
import type { IsoDate } from '~/domain/dates'
import type { CouncilScope, Tx } from '../in-council'
import {
  answerLinks,
  certifications,
  dateRequests,
  documentRequests,
  imports,
  packs,
  recommendations,
  sources,
} from '../schema'

export async function countPlanState(scope: CouncilScope, tx: Tx, today: IsoDate) {
  const [row] = await tx
    .select({
      all: count(),
      open: sql<number>`count(*) filter (where ${recommendations.state} = 'open')::int`,
      overdue: sql<number>`count(*) filter (where ${recommendations.state} = 'open' and ${recommendations.dueOn} < ${today})::int`,
    })
    .from(recommendations)
    .where(eq(recommendations.councilId, scope.councilId))
  return row!
}

export type SilentOwner = {
  ownerId: string
  name: string
  points: number
  /** The oldest last answer among those points; null where one of them was never answered. */
  since: IsoDate | null
  /** The nearest due day among them. */
  dueOn: IsoDate | null
}

/** The rule of app/domain/silence.ts, for every open point at once; names that are nobody yet are listed apart. */
export async function listSilentOwners(
  scope: CouncilScope,
  tx: Tx,
  { today, askedDaysBefore, most }: { today: IsoDate; askedDaysBefore: number; most: number },
): Promise<SilentOwner[]> {
  const rows = await tx.execute<{
    id: string
    name: string
    points: number
    since: string | null
    due: string | null
  }>(sql`
    select o.id, o.name, count(*)::int as points,
      case when bool_or(r.last_answer_on is null) then null else min(r.last_answer_on)::text end as since,
      min(r.due_on)::text as due
    from recommendations r
    join recommendation_owners ro on ro.council_id = r.council_id and ro.recommendation_id = r.id and ro.answering
    join owners o on o.council_id = ro.council_id and o.id = ro.owner_id and o.kind <> 'name'
    where r.council_id = ${scope.councilId} and r.state = 'open'
      and (r.last_answer_on is null
        or (r.due_on - ${askedDaysBefore}::int <= ${today}::date and r.last_answer_on < r.due_on - ${askedDaysBefore}::int))
    group by o.id, o.name
    order by min(r.due_on) nulls last, o.name
    limit ${most}`)
  return rows.map(({ id, due, ...row }) => ({ ...row, ownerId: id, dueOn: due }))
}

export type NameNobodyYet = { id: string; name: string; points: number }

/** Names as documents wrote them, with the open points that wait for somebody. */
export async function listNamesWithPoints(scope: CouncilScope, tx: Tx): Promise<NameNobodyYet[]> {
  const rows = await tx.execute<NameNobodyYet>(sql`
    select o.id, o.name, count(*)::int as points
    from owners o
    cross join lateral (
      select ro.recommendation_id as id from recommendation_owners ro
      where ro.council_id = o.council_id and ro.owner_id = o.id and ro.state = 'open'
      union
      select a.recommendation_id from action_owners ao
      join actions a on a.council_id = ao.council_id and a.id = ao.action_id
      join recommendations r on r.council_id = a.council_id and r.id = a.recommendation_id and r.state = 'open'
      where ao.council_id = o.council_id and ao.owner_id = o.id
    ) waiting
    where o.council_id = ${scope.councilId} and o.kind = 'name'
    group by o.id, o.name
    order by o.name
    limit 500`)
  return [...rows]
}

export const listOpenDateRequests = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({
      id: dateRequests.id,
      number: recommendations.number,
      source: sources.title,
      askedFor: dateRequests.askedFor,
      reason: dateRequests.reason,
    })
    .from(dateRequests)
    .innerJoin(
      recommendations,
      and(eq(recommendations.councilId, dateRequests.councilId), eq(recommendations.id, dateRequests.recommendationId)),
    )
    .innerJoin(sources, and(eq(sources.councilId, recommendations.councilId), eq(sources.id, recommendations.sourceId)))
    .where(and(eq(dateRequests.councilId, scope.councilId), eq(dateRequests.state, 'open')))
    .orderBy(asc(dateRequests.askedAt))
    .limit(20)

/** The documents wanted before one visit. */
export const listRequestStates = (scope: CouncilScope, tx: Tx, reviewId: string) =>
  tx
    .select({ state: documentRequests.state, dueOn: documentRequests.dueOn })
    .from(documentRequests)
    .where(and(eq(documentRequests.councilId, scope.councilId), eq(documentRequests.reviewId, reviewId)))

/** How much there is at all: a council with nothing is offered the way in. */
export async function isCouncilEmpty(scope: CouncilScope, tx: Tx): Promise<boolean> {
  const [plan, certificate] = await Promise.all([
    tx
      .select({ id: recommendations.id })
      .from(recommendations)
      .where(eq(recommendations.councilId, scope.councilId))
      .limit(1),
    tx
      .select({ id: certifications.id })
      .from(certifications)
      .where(eq(certifications.councilId, scope.councilId))
      .limit(1),
  ])
  return plan.length === 0 && certificate.length === 0
}

/** What has been done of the demo's steps. */
export async function countDemoSteps(scope: CouncilScope, tx: Tx) {
  const own = scope.councilId
  const [read, answered, built] = await Promise.all([
    tx
      .select({ n: count() })
      .from(imports)
      .where(and(eq(imports.councilId, own), eq(imports.state, 'confirmed'))),
    tx
      .select({ n: count() })
      .from(answerLinks)
      .where(and(eq(answerLinks.councilId, own), isNotNull(answerLinks.usedAt))),
    tx
      .select({ n: count() })
      .from(packs)
      .where(and(eq(packs.councilId, own), eq(packs.state, 'issued'))),
  ])
  return { read: read[0]!.n, answered: answered[0]!.n, built: built[0]!.n }
}
