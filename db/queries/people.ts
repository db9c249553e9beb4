/** People of a council: the membership, by id. */
import { and, eq } from 'drizzle-orm'
import type { CouncilScope, Tx } from '../in-council'
import { people } from '../schema'

export async function getPerson(scope: CouncilScope, tx: Tx, id: string) {
  const [person] = await tx
    .select()
    .from(people)
    .where(and(eq(people.councilId, scope.councilId), eq(people.id, id)))
  return person ?? null
}
