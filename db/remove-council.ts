/** A council out of the database, as its owner: every row of every table, its jobs, and whoever signs in to nothing else.
 * What stays is one line that says that it was there and how much of it went. */
import { eq, inArray, sql } from 'drizzle-orm'
import { tablesOfCouncils } from './archive/catalogue'
import type { Database, Transaction } from './client'
import { countOpenHolds } from './queries/holds'
import { councils, people, rateLimits, removedCouncils, sessions, startCodes, users } from './schema'

export type Removal = {
  councilId: string
  by: string
  now: Date
  /** The names under which tries of somebody are counted, who is an address or a user's id. */
  limitKeysOf: (who: string) => string[]
}
/** A legal hold stands: nothing was removed. */
export class CouncilOnHold extends Error {}
export type RemovedCouncil = { recordId: string; rows: number; users: number }

/** Null where there is no such council. */
export const removeCouncil = (
  owner: Database,
  { councilId, by, now, limitKeysOf }: Removal,
): Promise<RemovedCouncil | null> =>
  owner.transaction(async (tx) => {
    const [council] = await tx.select().from(councils).where(eq(councils.id, councilId)).for('update')
    if (!council) return null
    const holds = await countOpenHolds(tx, councilId)
    if (holds > 0)
      throw new CouncilOnHold(
        `${council.name} has ${holds === 1 ? 'a legal hold' : `${holds} legal holds`}: lift ${holds === 1 ? 'it' : 'them'} first. Nothing was removed.`,
      )
    await tx.execute(sql`set constraints all deferred`)
    const members = await tx.select().from(people).where(eq(people.councilId, councilId))
    const counts: Record<string, number> = {}
    for (const { name } of (await tablesOfCouncils(tx)).reverse()) {
      if (name === 'councils') continue
      const gone = await tx.execute(sql`delete from ${sql.identifier(name)} where council_id = ${councilId}`)
      if (gone.count > 0) counts[name] = gone.count
    }
    await tx.delete(councils).where(eq(councils.id, councilId))
    await removeJobs(tx, councilId)
    const gone = await removeUsers(tx, members)
    const keys = gone.flatMap(({ id, email }) => [...limitKeysOf(id), ...limitKeysOf(email)])
    if (keys.length > 0) await tx.delete(rateLimits).where(inArray(rateLimits.key, keys))
    const [record] = await tx
      .insert(removedCouncils)
      .values({ formerId: councilId, name: council.name, removedAt: now, removedBy: by, counts })
      .returning({ id: removedCouncils.id })
    const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
    return { recordId: record!.id, rows, users: gone.length }
  })

/** A job carries the council's id and nothing else that could find it. */
async function removeJobs(tx: Transaction, councilId: string): Promise<void> {
  await tx.execute(sql`delete from pgboss.job where data->>'councilId' = ${councilId}`)
  await tx.execute(sql`delete from pgboss.archive where data->>'councilId' = ${councilId}`)
}

type Member = Pick<typeof people.$inferSelect, 'id' | 'userId' | 'email'>

/** Those who belong to another council stay, and are signed out of this one. */
async function removeUsers(tx: Transaction, members: Member[]): Promise<{ id: string; email: string }[]> {
  const ids = members.map(({ id }) => id)
  if (ids.length > 0) await tx.delete(sessions).where(inArray(sessions.personId, ids))
  const userIds = members.flatMap(({ userId }) => userId ?? [])
  if (userIds.length === 0) return []
  const elsewhere = tx.select({ userId: people.userId }).from(people).where(inArray(people.userId, userIds))
  const stay = new Set((await elsewhere).map(({ userId }) => userId))
  const leaving = userIds.filter((id) => !stay.has(id))
  if (leaving.length === 0) return []
  const gone = await tx.delete(users).where(inArray(users.id, leaving)).returning({ id: users.id, email: users.email })
  await tx.delete(startCodes).where(
    inArray(
      startCodes.email,
      gone.map(({ email }) => email),
    ),
  )
  return gone
}

/** Councils whose rows are gone and whose files may not be: the removal was stopped between the two. */
export const listRemovalsWithFiles = (owner: Database) =>
  owner
    .select({ recordId: removedCouncils.id, councilId: removedCouncils.formerId, name: removedCouncils.name })
    .from(removedCouncils)
    .where(sql`${removedCouncils.filesRemovedAt} is null`)

export const noteFilesRemoved = async (
  owner: Database,
  recordId: string,
  { files, at }: { files: number; at: Date },
): Promise<void> =>
  void (await owner.update(removedCouncils).set({ files, filesRemovedAt: at }).where(eq(removedCouncils.id, recordId)))
