/** What is put into the plan by hand. */
import { and, count, eq, max } from 'drizzle-orm'
import type { CouncilScope, Tx } from '../in-council'
import { recommendations, services, sources } from '../schema'

export type NewSource = Omit<typeof sources.$inferInsert, 'councilId' | 'id'>
export type NewRecommendation = Omit<
  typeof recommendations.$inferInsert,
  'councilId' | 'id' | 'position' | 'number'
> & {
  /** Empty: the next number of its source. */
  number: string
}

/** Null where a source has that title already. */
export async function insertSource(scope: CouncilScope, tx: Tx, source: NewSource): Promise<string | null> {
  const [row] = await tx
    .insert(sources)
    .values({ ...source, councilId: scope.councilId })
    .onConflictDoNothing()
    .returning({ id: sources.id })
  return row?.id ?? null
}

/** Of two that add to one source at once, the second waits and comes after. */
export async function lockSource(scope: CouncilScope, tx: Tx, id: string) {
  const [row] = await tx
    .select()
    .from(sources)
    .where(and(eq(sources.councilId, scope.councilId), eq(sources.id, id)))
    .for('update')
  return row ?? null
}

export async function isService(scope: CouncilScope, tx: Tx, id: string): Promise<boolean> {
  const rows = await tx
    .select({ id: services.id })
    .from(services)
    .where(and(eq(services.councilId, scope.councilId), eq(services.id, id)))
  return rows.length > 0
}

/** After the others of its source. */
export async function insertRecommendation(
  scope: CouncilScope,
  tx: Tx,
  recommendation: NewRecommendation,
): Promise<{ id: string; number: string }> {
  const [others] = await tx
    .select({ last: max(recommendations.position), count: count() })
    .from(recommendations)
    .where(and(eq(recommendations.councilId, scope.councilId), eq(recommendations.sourceId, recommendation.sourceId)))
  const number = recommendation.number || String((others?.count ?? 0) + 1)
  const position = (others?.last ?? -1) + 1
  const [row] = await tx
    .insert(recommendations)
    .values({ ...recommendation, councilId: scope.councilId, number, position })
    .returning({ id: recommendations.id })
  return { id: row!.id, number }
}
