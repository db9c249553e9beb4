/** Who is asking, and whose a recommendation is: the facts of app/domain/own-points.ts. */
import { and, eq, sql } from 'drizzle-orm'
import type { IsoDate } from '~/domain/dates'
import type { Asker, Point } from '~/domain/own-points'
import type { CouncilScope, Tx } from '../in-council'
import { people } from '../schema'

/** Null for the clock, which is nobody. */
export async function getAsker(scope: CouncilScope, tx: Tx): Promise<Asker | null> {
  if (scope.actor.kind === 'system' || scope.actor.personId === null) return null
  const { personId } = scope.actor
  const council = scope.councilId
  const [[person], within] = await Promise.all([
    tx
      .select({ role: people.role, limitedToService: people.limitedToService })
      .from(people)
      .where(and(eq(people.councilId, council), eq(people.id, scope.actor.personId))),
    tx.execute<{ id: string }>(sql`with recursive within as (
        select service_id as id from people where council_id = ${council} and id = ${personId}
        union select s.id from services s join within on s.parent_id = within.id where s.council_id = ${council})
      select id from within where id is not null`),
  ])
  return person ? { personId, ...person, serviceIds: within.map((row) => row.id) } : null
}

/** Null where there is no such recommendation in this council. */
export async function getPoint(
  scope: CouncilScope,
  tx: Tx,
  recommendationId: string,
  today: IsoDate,
): Promise<Point | null> {
  const council = scope.councilId
  const [row] = await tx.execute<{ serviceId: string | null; owners: string[] | null }>(sql`
    select r.service_id as "serviceId", (
      select array_agg(distinct who.id)
      from (
        select owner_id from recommendation_owners where council_id = ${council} and recommendation_id = r.id
        union
        select ao.owner_id from actions a join action_owners ao on ao.council_id = a.council_id and ao.action_id = a.id
        where a.council_id = ${council} and a.recommendation_id = r.id
      ) given
      join owners o on o.council_id = ${council} and o.id = given.owner_id
      join people p on p.council_id = ${council} and p.id = o.person_id
      cross join lateral (values (p.id), (case when p.away_from <= ${today} and (p.away_until is null or p.away_until >= ${today})
        then p.deputy_id end)) who (id)
      where who.id is not null
    )::text[] as owners
    from recommendations r where r.council_id = ${council} and r.id = ${recommendationId}`)
  return row ? { serviceId: row.serviceId, ownerPersonIds: row.owners ?? [] } : null
}
