/** Requests for information, what the search found for each, and what was decided of it. */
import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm'
import type { CouncilScope, Tx } from '../in-council'
import { places, wordsOf } from '../records/places'
import { informationRequestHits, informationRequests, people } from '../schema'
import type { RecordFound } from './doors'

export type InformationRequest = typeof informationRequests.$inferSelect
export type Hit = typeof informationRequestHits.$inferSelect

const mine = (scope: CouncilScope) => eq(informationRequests.councilId, scope.councilId)
const one = (scope: CouncilScope, id: string) => and(mine(scope), eq(informationRequests.id, id))
const hitsOf = (scope: CouncilScope, requestId: string) =>
  and(eq(informationRequestHits.councilId, scope.councilId), eq(informationRequestHits.requestId, requestId))

/** The highest number of a year; two at once wait for each other (lockRecords). */
export async function lastNumberOf(scope: CouncilScope, tx: Tx, year: string): Promise<number> {
  const [row] = await tx
    .select({ last: sql<number>`coalesce(max(split_part(${informationRequests.reference}, '-', 3)::int), 0)::int` })
    .from(informationRequests)
    .where(and(mine(scope), sql`split_part(${informationRequests.reference}, '-', 2) = ${year}`))
  return row!.last
}

export async function insertInformationRequest(
  scope: CouncilScope,
  tx: Tx,
  request: Omit<typeof informationRequests.$inferInsert, 'councilId'>,
): Promise<string> {
  const [row] = await tx
    .insert(informationRequests)
    .values({ ...request, councilId: scope.councilId })
    .returning({ id: informationRequests.id })
  return row!.id
}

export const listInformationRequests = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({
      request: informationRequests,
      hits: sql<number>`(select count(*)::int from information_request_hits h
        where h.council_id = ${informationRequests.councilId} and h.request_id = ${informationRequests.id})`,
    })
    .from(informationRequests)
    .where(mine(scope))
    .orderBy(sql`${informationRequests.closedOn} desc nulls first`, asc(informationRequests.dueOn))
    .limit(500)

export async function getInformationRequest(scope: CouncilScope, tx: Tx, id: string) {
  const [row] = await tx
    .select({ request: informationRequests, person: people })
    .from(informationRequests)
    .leftJoin(
      people,
      and(eq(people.councilId, informationRequests.councilId), eq(people.id, informationRequests.personId)),
    )
    .where(one(scope, id))
  return row ?? null
}

export async function lockInformationRequest(scope: CouncilScope, tx: Tx, id: string) {
  const [row] = await tx.select().from(informationRequests).where(one(scope, id)).for('update')
  return row ?? null
}

export const noteSearched = async (scope: CouncilScope, tx: Tx, id: string, at: Date): Promise<void> =>
  void (await tx.update(informationRequests).set({ searchedAt: at }).where(one(scope, id)))

type Closing = Pick<InformationRequest, 'outcome' | 'outcomeWords' | 'closedOn'>
export const closeRequestRow = async (scope: CouncilScope, tx: Tx, id: string, closing: Closing): Promise<void> =>
  void (await tx.update(informationRequests).set(closing).where(one(scope, id)))

/** What was found already keeps what was decided of it. How many are new. */
export async function insertHits(
  scope: CouncilScope,
  tx: Tx,
  requestId: string,
  found: RecordFound[],
  foundAt: Date,
): Promise<number> {
  let added = 0
  for (let at = 0; at < found.length; at += 500) {
    const rows = await tx
      .insert(informationRequestHits)
      .values(found.slice(at, at + 500).map((hit) => ({ ...hit, requestId, foundAt, councilId: scope.councilId })))
      .onConflictDoNothing()
      .returning({ id: informationRequestHits.id })
    added += rows.length
  }
  return added
}

export type HitWithWords = Hit & { words: string; by: string | null }

/** With the words as they stand now, read place by place. */
export async function listHits(scope: CouncilScope, tx: Tx, requestId: string): Promise<HitWithWords[]> {
  const hits = await tx
    .select()
    .from(informationRequestHits)
    .where(hitsOf(scope, requestId))
    .orderBy(asc(informationRequestHits.kind), desc(informationRequestHits.day), asc(informationRequestHits.id))
  const words = new Map<string, { words: string; by: string | null }>()
  for (const place of places) {
    const ids = hits.filter(({ tableName }) => tableName === place.table).map(({ rowId }) => rowId)
    if (ids.length === 0) continue
    const by = place.people[0] === undefined ? sql`null` : sql.raw(`t.${place.people[0]}`)
    const rows = await tx.execute<{ id: string; words: string; by: string | null }>(sql`
      select t.id::text as id, ${sql.raw(wordsOf(place))} as words, coalesce(p.post, p.name) as by
      from ${sql.identifier(place.table)} t
      left join people p on p.council_id = t.council_id and p.id = ${by}
      where t.council_id = ${scope.councilId} and t.id::text in ${ids}`)
    for (const row of rows) words.set(`${place.table} ${row.id}`, row)
  }
  return hits.map((hit) => ({
    ...hit,
    ...(words.get(`${hit.tableName} ${hit.rowId}`) ?? { words: '', by: null }),
    id: hit.id,
  }))
}

export async function decideHits(
  scope: CouncilScope,
  tx: Tx,
  { requestId, ids, rest }: { requestId: string; ids: string[]; rest: boolean },
  decided: { decision: 'disclose' | 'redact'; reason: string | null; decidedBy: string; decidedAt: Date },
): Promise<number> {
  const rows = await tx
    .update(informationRequestHits)
    .set(decided)
    .where(
      and(
        hitsOf(scope, requestId),
        or(inArray(informationRequestHits.id, ids), ...(rest ? [sql`${informationRequestHits.decision} is null`] : [])),
      ),
    )
    .returning({ id: informationRequestHits.id })
  return rows.length
}

export async function countUndecided(scope: CouncilScope, tx: Tx, requestId: string): Promise<number> {
  const rows = await tx
    .select({ id: informationRequestHits.id })
    .from(informationRequestHits)
    .where(and(hitsOf(scope, requestId), sql`${informationRequestHits.decision} is null`))
  return rows.length
}

/** The files of this request's hits that a scanner found clean. */
export async function listFilesOfHits(scope: CouncilScope, tx: Tx, requestId: string) {
  const rows = await tx.execute<{ hit: string; name: string; sha256: string; size: string }>(sql`
    select h.id::text as hit, v.file_name as name, v.sha256, v.size::text from information_request_hits h
    join evidence_versions v on v.council_id = h.council_id and v.id::text = h.row_id
    where h.council_id = ${scope.councilId} and h.request_id = ${requestId} and h.table_name = 'evidence_versions'
      and v.sha256 is not null and v.scan_state = 'clean' order by v.file_name, v.id`)
  return rows.map(({ hit, name, sha256, size }) => ({ hit, name, sha256, size: Number(size) }))
}
