/** Archives of the whole council: asked for, written, there for a week. */
import { and, desc, eq, lte } from 'drizzle-orm'
import type { CouncilScope, Tx } from '../in-council'
import { councilExports, people } from '../schema'
import type { ArchiveCounts } from '../schema/records'

export type CouncilExport = typeof councilExports.$inferSelect

const mine = (scope: CouncilScope) => eq(councilExports.councilId, scope.councilId)
const one = (scope: CouncilScope, id: string) => and(mine(scope), eq(councilExports.id, id))
const whileBuilding = (scope: CouncilScope, id: string) => and(one(scope, id), eq(councilExports.state, 'building'))

export const listCouncilExports = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({ archive: councilExports, by: people.name })
    .from(councilExports)
    .leftJoin(people, and(eq(people.councilId, councilExports.councilId), eq(people.id, councilExports.requestedBy)))
    .where(mine(scope))
    .orderBy(desc(councilExports.requestedAt))
    .limit(50)

export async function getCouncilExport(scope: CouncilScope, tx: Tx, id: string): Promise<CouncilExport | null> {
  const [row] = await tx.select().from(councilExports).where(one(scope, id)).for('update')
  return row ?? null
}

export async function insertCouncilExport(
  scope: CouncilScope,
  tx: Tx,
  asked: { requestedBy: string; requestedAt: Date },
): Promise<string> {
  const [row] = await tx
    .insert(councilExports)
    .values({ ...asked, councilId: scope.councilId, state: 'building' })
    .returning({ id: councilExports.id })
  return row!.id
}

export const setExportProgress = async (
  scope: CouncilScope,
  tx: Tx,
  id: string,
  progress: { writtenParts: number; totalParts: number },
): Promise<void> => void (await tx.update(councilExports).set(progress).where(whileBuilding(scope, id)))

type Ready = { counts: ArchiveCounts; size: number; sha256: string; readyAt: Date; expiresAt: Date }

/** False where it is no longer being written. */
export async function readyExport(scope: CouncilScope, tx: Tx, id: string, ready: Ready): Promise<boolean> {
  const changed = await tx
    .update(councilExports)
    .set({ ...ready, state: 'ready' })
    .where(whileBuilding(scope, id))
    .returning({ id: councilExports.id })
  return changed.length > 0
}

export async function failExport(scope: CouncilScope, tx: Tx, id: string, failure: string): Promise<boolean> {
  const changed = await tx
    .update(councilExports)
    .set({ state: 'failed', failure })
    .where(whileBuilding(scope, id))
    .returning({ id: councilExports.id })
  return changed.length > 0
}

export const countExportDownload = async (scope: CouncilScope, tx: Tx, found: CouncilExport): Promise<void> =>
  void (await tx
    .update(councilExports)
    .set({ downloads: found.downloads + 1 })
    .where(one(scope, found.id)))

export const listEndedExports = (scope: CouncilScope, tx: Tx, now: Date) =>
  tx
    .select()
    .from(councilExports)
    .where(and(mine(scope), eq(councilExports.state, 'ready'), lte(councilExports.expiresAt, now)))
    .for('update')

export const setExportRemoved = async (scope: CouncilScope, tx: Tx, id: string): Promise<void> =>
  void (await tx.update(councilExports).set({ state: 'removed' }).where(one(scope, id)))
