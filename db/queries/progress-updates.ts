/** What was said of recommendations: append-only. */
import { and, desc, eq } from 'drizzle-orm'
import type { CouncilScope, Tx } from '../in-council'
import { people, progressUpdates } from '../schema'

export type NewProgressUpdate = Omit<typeof progressUpdates.$inferInsert, 'councilId' | 'id'>

export async function insertProgressUpdate(scope: CouncilScope, tx: Tx, update: NewProgressUpdate): Promise<string> {
  const [row] = await tx
    .insert(progressUpdates)
    .values({ ...update, councilId: scope.councilId })
    .returning({ id: progressUpdates.id })
  return row!.id
}

/** Newest first, with who said it. */
export const listProgressOf = (scope: CouncilScope, tx: Tx, recommendationId: string) =>
  tx
    .select({ update: progressUpdates, by: people.name })
    .from(progressUpdates)
    .leftJoin(people, and(eq(people.councilId, progressUpdates.councilId), eq(people.id, progressUpdates.personId)))
    .where(and(eq(progressUpdates.councilId, scope.councilId), eq(progressUpdates.recommendationId, recommendationId)))
    .orderBy(desc(progressUpdates.asAt), desc(progressUpdates.recordedAt))
    .limit(500)
