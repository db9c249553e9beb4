/** Names by id, for what is kept by id and shown by name. */
import { and, eq, inArray } from 'drizzle-orm'
import type { CouncilScope, Tx } from '../in-council'
import { people } from '../schema'

export async function listNamesOfPeople(
  scope: CouncilScope,
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.councilId, scope.councilId), inArray(people.id, [...new Set(ids)])))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
