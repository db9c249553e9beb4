/** Legal holds: placed and lifted, never deleted. */
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { CouncilScope, Tx } from '../in-council'
import { holds, people } from '../schema'

export type NewHold = Pick<typeof holds.$inferInsert, 'why' | 'personId' | 'words' | 'thingKind' | 'thingId'>

export async function insertHold(
  scope: CouncilScope,
  tx: Tx,
  hold: NewHold & { placedBy: string; placedAt: Date },
): Promise<string> {
  const [row] = await tx
    .insert(holds)
    .values({ ...hold, councilId: scope.councilId })
    .returning({ id: holds.id })
  return row!.id
}

export const listHolds = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({ hold: holds, person: people.name })
    .from(holds)
    .leftJoin(people, and(eq(people.councilId, holds.councilId), eq(people.id, holds.personId)))
    .where(eq(holds.councilId, scope.councilId))
    .orderBy(desc(holds.placedAt))
    .limit(500)

export async function lockHold(scope: CouncilScope, tx: Tx, id: string) {
  const [row] = await tx
    .select()
    .from(holds)
    .where(and(eq(holds.councilId, scope.councilId), eq(holds.id, id)))
    .for('update')
  return row ?? null
}

export const liftHoldRow = async (
  scope: CouncilScope,
  tx: Tx,
  id: string,
  lifted: { liftedBy: string; liftedAt: Date; liftedWhy: string },
): Promise<void> =>
  void (await tx
    .update(holds)
    .set(lifted)
    .where(and(eq(holds.councilId, scope.councilId), eq(holds.id, id))))

/** Whether anything is on hold: then the council is not removed either. */
export async function countOpenHolds(tx: Tx, councilId: string): Promise<number> {
  const rows = await tx
    .select({ id: holds.id })
    .from(holds)
    .where(and(eq(holds.councilId, councilId), isNull(holds.liftedAt)))
  return rows.length
}
