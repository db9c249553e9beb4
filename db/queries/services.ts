/** A council's services, as a tree. */
import { and, asc, eq, sql } from 'drizzle-orm'
import type { CouncilScope, Tx } from '../in-council'
import { people, services } from '../schema'

export type ServiceFacts = { name: string; parentId: string | null; headId: string | null }

export const listServiceTree = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({
      id: services.id,
      name: services.name,
      parentId: services.parentId,
      headId: services.headId,
      head: people.name,
      people: sql<number>`(select count(*)::int from people p where p.council_id = ${scope.councilId}
        and p.service_id = services.id and p.disabled_at is null)`,
    })
    .from(services)
    .leftJoin(people, and(eq(people.councilId, services.councilId), eq(people.id, services.headId)))
    .where(eq(services.councilId, scope.councilId))
    .orderBy(asc(sql`lower(${services.name})`))
    .limit(2000)

/** Held while one is moved, so that two moves at once make no circle. */
export const lockServices = (scope: CouncilScope, tx: Tx) =>
  tx.select().from(services).where(eq(services.councilId, scope.councilId)).orderBy(asc(services.id)).for('update')

/** Null where a service has that name already. */
export async function insertService(scope: CouncilScope, tx: Tx, facts: ServiceFacts): Promise<string | null> {
  const [made] = await tx
    .insert(services)
    .values({ ...facts, councilId: scope.councilId })
    .onConflictDoNothing()
    .returning({ id: services.id })
  return made?.id ?? null
}

export async function updateService(scope: CouncilScope, tx: Tx, id: string, facts: ServiceFacts): Promise<void> {
  await tx
    .update(services)
    .set(facts)
    .where(and(eq(services.councilId, scope.councilId), eq(services.id, id)))
}
