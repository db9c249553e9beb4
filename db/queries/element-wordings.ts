/** The official wording of elements, as a council loaded it. */
import { and, eq, sql } from 'drizzle-orm'
import type { CouncilScope, Tx } from '../in-council'
import { elementWordings } from '../schema'

export const listElementWordings = (scope: CouncilScope, tx: Tx, standardId: string) =>
  tx
    .select({ element: elementWordings.element, text: elementWordings.text })
    .from(elementWordings)
    .where(and(eq(elementWordings.councilId, scope.councilId), eq(elementWordings.standardId, standardId)))

/** Returns how many differ from what was there. */
export async function putElementWordings(
  scope: CouncilScope,
  tx: Tx,
  {
    standardId,
    origin,
    wordings,
  }: { standardId: string; origin: string; wordings: { element: string; text: string }[] },
): Promise<number> {
  if (wordings.length === 0) return 0
  const changed = await tx
    .insert(elementWordings)
    .values(wordings.map((each) => ({ ...each, councilId: scope.councilId, standardId, origin })))
    .onConflictDoUpdate({
      target: [elementWordings.councilId, elementWordings.standardId, elementWordings.element],
      set: { text: sql`excluded.text`, origin: sql`excluded.origin`, loadedAt: sql`now()` },
      setWhere: sql`${elementWordings.text} <> excluded.text`,
    })
    .returning({ element: elementWordings.element })
  return changed.length
}
