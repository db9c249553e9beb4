/** People of a council. */
import { and, eq } from 'drizzle-orm'
import type { CouncilScope, Tx } from '../in-council'
import { people } from '../schema'

export async function getPersonName(scope: CouncilScope, tx: Tx, id: string | null): Promise<string | null> {
  if (id === null) return null
  const [row] = await tx
    .select({ name: people.name })
    .from(people)
    .where(and(eq(people.councilId, scope.councilId), eq(people.id, id)))
  return row?.name ?? null
}
