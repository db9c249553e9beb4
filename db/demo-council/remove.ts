/** Takes every demo council out of the database, with the people who sign in to nothing else. */
import { and, eq, isNotNull, notExists, inArray } from 'drizzle-orm'
import type { Database } from '../client'
import { councils, evidenceVersions, packs, people, users } from '../schema'

/** The files, by their hash, that nothing points to any more: for the storage to remove. */
export type RemovedCouncil = { councilId: string; files: string[] }

export const removeDemoCouncils = (owner: Database): Promise<RemovedCouncil[]> =>
  owner.transaction(async (tx) => {
    const demos = await tx.select({ id: councils.id }).from(councils).where(eq(councils.demo, true))
    const removed: RemovedCouncil[] = []
    for (const { id } of demos) {
      const versions = await tx
        .select({ sha256: evidenceVersions.sha256 })
        .from(evidenceVersions)
        .where(and(eq(evidenceVersions.councilId, id), isNotNull(evidenceVersions.sha256)))
      const built = await tx
        .select({ sha256: packs.sha256 })
        .from(packs)
        .where(and(eq(packs.councilId, id), isNotNull(packs.sha256)))
      const members = await tx
        .select({ userId: people.userId })
        .from(people)
        .where(and(eq(people.councilId, id), isNotNull(people.userId)))
      await tx.delete(councils).where(eq(councils.id, id))
      await removeUsers(
        tx,
        members.map(({ userId }) => userId!),
      )
      removed.push({ councilId: id, files: [...new Set([...versions, ...built].map(({ sha256 }) => sha256!))] })
    }
    return removed
  })

async function removeUsers(tx: Parameters<Parameters<Database['transaction']>[0]>[0], ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const elsewhere = tx.select({ id: people.id }).from(people).where(eq(people.userId, users.id))
  await tx.delete(users).where(and(inArray(users.id, ids), notExists(elsewhere)))
}
