/** Evidence as it is read: the list by filter, one item with its versions and what it is linked to, one file. */
import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '~/domain/dates'
import type { EvidenceKind, PersonalData, ScanState, Stored } from '~/domain/evidence'
import type { EvidenceSearch } from '~/domain/evidence-search'
import type { CouncilScope, Tx } from '../in-council'
import {
  actions,
  documentRequests,
  evidenceActions,
  evidenceElements,
  evidenceItems,
  evidenceRecommendations,
  evidenceRequests,
  evidenceVersions,
  owners,
  people,
  recommendations,
  reviews,
} from '../schema'

export type EvidenceItem = typeof evidenceItems.$inferSelect
export type EvidenceVersion = typeof evidenceVersions.$inferSelect

/** A version as the rules see it: a file kept here, or a link. */
export const storedOf = (version: {
  url: string | null
  fileName: string | null
  sha256: string | null
  size: number | null
  scanState: ScanState | null
}): Stored =>
  version.url !== null
    ? { kind: 'link', url: version.url }
    : {
        kind: 'file',
        fileName: version.fileName ?? 'document',
        sha256: version.sha256 ?? '',
        size: version.size ?? 0,
        scan: version.scanState ?? 'waiting',
      }

/** The last day of the latest visit that was held; what evidence is newer or older than. */
export async function getLastVisitOn(scope: CouncilScope, tx: Tx): Promise<IsoDate | null> {
  const [row] = await tx
    .select({ on: sql<IsoDate | null>`max(coalesce(${reviews.heldTo}, ${reviews.heldFrom}))::text` })
    .from(reviews)
    .where(and(eq(reviews.councilId, scope.councilId), eq(reviews.state, 'held')))
  return row?.on ?? null
}

export type EvidenceQuery = { search: EvidenceSearch; lastVisitOn: IsoDate | null; today: IsoDate }
export type EvidenceRow = {
  id: string
  title: string
  kind: EvidenceKind
  documentOn: IsoDate
  expiresOn: IsoDate | null
  personalData: PersonalData
  released: boolean
  owner: string | null
  fileName: string | null
  scanState: ScanState | null
  url: string | null
  versions: number
  elements: string[] | null
}

function conditions(scope: CouncilScope, { search, lastVisitOn, today }: EvidenceQuery): SQL {
  const council = scope.councilId
  const all: SQL[] = [sql`i.council_id = ${council}`]
  if (search.words !== '') {
    all.push(sql`(position(lower(${search.words}) in lower(i.title)) > 0 or exists (
      select 1 from evidence_versions f where f.council_id = ${council} and f.item_id = i.id
        and position(lower(${search.words}) in lower(coalesce(f.file_name, f.url))) > 0))`)
  }
  if (search.element !== null) {
    all.push(sql`exists (select 1 from evidence_elements e
      where e.council_id = ${council} and e.item_id = i.id and e.element = ${search.element})`)
  }
  if (search.kind !== null) all.push(sql`i.kind = ${search.kind}`)
  if (search.personalData !== null) all.push(sql`i.personal_data = ${search.personalData}`)
  if (search.age === 'expired') all.push(sql`i.expires_on < ${today}`)
  if (search.age === 'newer') all.push(lastVisitOn === null ? sql`false` : sql`i.document_on > ${lastVisitOn}`)
  if (search.age === 'older') all.push(lastVisitOn === null ? sql`false` : sql`i.document_on <= ${lastVisitOn}`)
  return sql.join(all, sql` and `)
}

/** Newest document first. */
export async function listEvidence(
  scope: CouncilScope,
  tx: Tx,
  query: EvidenceQuery,
  page: { limit: number; offset: number },
): Promise<EvidenceRow[]> {
  const council = scope.councilId
  return tx.execute<EvidenceRow>(sql`
    with shown as (
      select * from evidence_items i where ${conditions(scope, query)}
      order by i.document_on desc, i.title, i.id limit ${page.limit} offset ${page.offset})
    select i.id, i.title, i.kind, i.document_on::text as "documentOn", i.expires_on::text as "expiresOn",
      i.personal_data as "personalData", i.released_by is not null as released, o.name as owner,
      v.file_name as "fileName", v.scan_state as "scanState", v.url, coalesce(v.number, 0) as versions,
      (select array_agg(e.element order by e.element) from evidence_elements e
        where e.council_id = ${council} and e.item_id = i.id) as elements
    from shown i
    left join owners o on o.council_id = ${council} and o.id = i.owner_id
    left join lateral (select * from evidence_versions v where v.council_id = ${council} and v.item_id = i.id
      order by v.number desc limit 1) v on true
    order by i.document_on desc, i.title, i.id`)
}

export async function countEvidence(scope: CouncilScope, tx: Tx, query: EvidenceQuery): Promise<number> {
  const [row] = await tx.execute<{ items: number }>(
    sql`select count(*)::int as items from evidence_items i where ${conditions(scope, query)}`,
  )
  return row?.items ?? 0
}

const personName = (column: SQL | typeof evidenceItems.createdBy | typeof evidenceItems.releasedBy) =>
  sql<
    string | null
  >`(select p.name from ${people} p where p.council_id = ${evidenceItems.councilId} and p.id = ${column})`

export async function getEvidenceItem(scope: CouncilScope, tx: Tx, id: string) {
  const [row] = await tx
    .select({
      item: evidenceItems,
      owner: owners.name,
      addedBy: personName(evidenceItems.createdBy),
      releasedBy: personName(evidenceItems.releasedBy),
    })
    .from(evidenceItems)
    .leftJoin(owners, and(eq(owners.councilId, evidenceItems.councilId), eq(owners.id, evidenceItems.ownerId)))
    .where(and(eq(evidenceItems.councilId, scope.councilId), eq(evidenceItems.id, id)))
  return row ?? null
}

/** Newest first, with who added each. */
export const listVersionsOf = (scope: CouncilScope, tx: Tx, itemId: string) =>
  tx
    .select({ version: evidenceVersions, by: people.name })
    .from(evidenceVersions)
    .leftJoin(people, and(eq(people.councilId, evidenceVersions.councilId), eq(people.id, evidenceVersions.uploadedBy)))
    .where(and(eq(evidenceVersions.councilId, scope.councilId), eq(evidenceVersions.itemId, itemId)))
    .orderBy(desc(evidenceVersions.number))

/** One version with the item it belongs to; null where this council has none of this id. */
export async function getVersion(scope: CouncilScope, tx: Tx, id: string) {
  const [row] = await tx
    .select({ version: evidenceVersions, title: evidenceItems.title })
    .from(evidenceVersions)
    .innerJoin(
      evidenceItems,
      and(eq(evidenceItems.councilId, evidenceVersions.councilId), eq(evidenceItems.id, evidenceVersions.itemId)),
    )
    .where(and(eq(evidenceVersions.councilId, scope.councilId), eq(evidenceVersions.id, id)))
  return row ?? null
}

/** Files that no scanner has judged, the longest waiting first. */
export const listWaitingVersions = (scope: CouncilScope, tx: Tx, most: number) =>
  tx
    .select()
    .from(evidenceVersions)
    .where(and(eq(evidenceVersions.councilId, scope.councilId), eq(evidenceVersions.scanState, 'waiting')))
    .orderBy(asc(evidenceVersions.uploadedAt))
    .limit(most)

export const listElementsOfItem = (scope: CouncilScope, tx: Tx, itemId: string) =>
  tx
    .select({ element: evidenceElements.element })
    .from(evidenceElements)
    .where(and(eq(evidenceElements.councilId, scope.councilId), eq(evidenceElements.itemId, itemId)))
    .then((rows) => rows.map(({ element }) => element))

export const listRequestsOfItem = (scope: CouncilScope, tx: Tx, itemId: string) =>
  tx
    .select({
      id: documentRequests.id,
      title: documentRequests.title,
      state: documentRequests.state,
      periodFrom: documentRequests.periodFrom,
      periodTo: documentRequests.periodTo,
    })
    .from(evidenceRequests)
    .innerJoin(
      documentRequests,
      and(
        eq(documentRequests.councilId, evidenceRequests.councilId),
        eq(documentRequests.id, evidenceRequests.requestId),
      ),
    )
    .where(and(eq(evidenceRequests.councilId, scope.councilId), eq(evidenceRequests.itemId, itemId)))
    .orderBy(asc(documentRequests.position))

export const listRecommendationsOfItem = (scope: CouncilScope, tx: Tx, itemId: string) =>
  tx
    .select({ id: recommendations.id, number: recommendations.number, text: recommendations.text })
    .from(evidenceRecommendations)
    .innerJoin(
      recommendations,
      and(
        eq(recommendations.councilId, evidenceRecommendations.councilId),
        eq(recommendations.id, evidenceRecommendations.recommendationId),
      ),
    )
    .where(and(eq(evidenceRecommendations.councilId, scope.councilId), eq(evidenceRecommendations.itemId, itemId)))

export const listActionsOfItem = (scope: CouncilScope, tx: Tx, itemId: string) =>
  tx
    .select({
      id: actions.id,
      number: actions.number,
      text: actions.text,
      recommendationId: actions.recommendationId,
      recommendation: recommendations.number,
    })
    .from(evidenceActions)
    .innerJoin(actions, and(eq(actions.councilId, evidenceActions.councilId), eq(actions.id, evidenceActions.actionId)))
    .innerJoin(
      recommendations,
      and(eq(recommendations.councilId, actions.councilId), eq(recommendations.id, actions.recommendationId)),
    )
    .where(and(eq(evidenceActions.councilId, scope.councilId), eq(evidenceActions.itemId, itemId)))
