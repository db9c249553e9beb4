/** Evidence as it is written. */
import { and, eq, sql } from 'drizzle-orm'
import type { EvidenceFacts } from '~/domain/evidence-facts'
import type { ScanState } from '~/domain/evidence'
import type { GivenVersion } from '~/domain/evidence-version'
import type { CouncilScope, Tx } from '../in-council'
import {
  evidenceActions,
  evidenceElements,
  evidenceItems,
  evidenceRecommendations,
  evidenceRequests,
  evidenceVersions,
} from '../schema'
import type { EvidenceItem } from './evidence'

const one = (scope: CouncilScope, id: string) =>
  and(eq(evidenceItems.councilId, scope.councilId), eq(evidenceItems.id, id))

/** For a change that depends on what stands now: versions are numbered, and a release is of what was seen. */
export async function lockEvidenceItem(scope: CouncilScope, tx: Tx, id: string): Promise<EvidenceItem | null> {
  const [row] = await tx.select().from(evidenceItems).where(one(scope, id)).for('update')
  return row ?? null
}

export async function insertEvidenceItem(
  scope: CouncilScope,
  tx: Tx,
  item: EvidenceFacts & { createdBy: string; createdAt: Date },
): Promise<string> {
  const [row] = await tx
    .insert(evidenceItems)
    .values({ ...item, councilId: scope.councilId })
    .returning({ id: evidenceItems.id })
  return row!.id
}

export const updateEvidenceItem = async (
  scope: CouncilScope,
  tx: Tx,
  id: string,
  values: Partial<EvidenceFacts> & { releasedBy?: string | null; releasedReason?: string | null },
): Promise<void> => void (await tx.update(evidenceItems).set(values).where(one(scope, id)))

/** A file that was judged carries the moment. */
const judged = (version: GivenVersion, at: Date) =>
  'scanState' in version && version.scanState !== 'waiting' ? { scannedAt: at } : {}

/** Numbered after the last one of its item, which is locked. */
export async function insertEvidenceVersion(
  scope: CouncilScope,
  tx: Tx,
  itemId: string,
  version: GivenVersion,
  by: { uploadedBy: string; uploadedAt: Date },
): Promise<{ id: string; number: number }> {
  const next = sql<number>`(select coalesce(max(v.number), 0) + 1 from evidence_versions v
    where v.council_id = ${scope.councilId} and v.item_id = ${itemId})`
  const [row] = await tx
    .insert(evidenceVersions)
    .values({
      ...version,
      ...by,
      ...judged(version, by.uploadedAt),
      councilId: scope.councilId,
      itemId,
      number: next as unknown as number,
    })
    .returning({ id: evidenceVersions.id, number: evidenceVersions.number })
  return row!
}

/** False where it was judged meanwhile. */
export async function setScanState(
  scope: CouncilScope,
  tx: Tx,
  versionId: string,
  state: ScanState,
  scannedAt: Date,
): Promise<boolean> {
  const changed = await tx
    .update(evidenceVersions)
    .set({ scanState: state, scannedAt })
    .where(
      and(
        eq(evidenceVersions.councilId, scope.councilId),
        eq(evidenceVersions.id, versionId),
        eq(evidenceVersions.scanState, 'waiting'),
      ),
    )
    .returning({ id: evidenceVersions.id })
  return changed.length > 0
}

export type EvidenceLinks = {
  elements: readonly string[]
  requests: readonly string[]
  recommendations: readonly string[]
  actions: readonly string[]
}

/** All that an item is linked to, as one text: the same before and after where nothing changed. */
export async function linksOfItem(scope: CouncilScope, tx: Tx, itemId: string): Promise<string> {
  const of = sql`council_id = ${scope.councilId} and item_id = ${itemId}`
  const [row] = await tx.execute<{ links: string }>(sql`
    select coalesce(string_agg(link, ' ' order by link), '') as links from (
      select element as link from evidence_elements where ${of}
      union all select request_id::text from evidence_requests where ${of}
      union all select recommendation_id::text from evidence_recommendations where ${of}
      union all select action_id::text from evidence_actions where ${of}) linked`)
  return row!.links
}

/** What is linked already stays as it is. */
export async function addEvidenceLinks(scope: CouncilScope, tx: Tx, itemId: string, links: EvidenceLinks) {
  const base = { councilId: scope.councilId, itemId }
  if (links.elements.length > 0)
    await tx
      .insert(evidenceElements)
      .values(links.elements.map((element) => ({ ...base, element })))
      .onConflictDoNothing()
  if (links.requests.length > 0)
    await tx
      .insert(evidenceRequests)
      .values(links.requests.map((requestId) => ({ ...base, requestId })))
      .onConflictDoNothing()
  if (links.recommendations.length > 0)
    await tx
      .insert(evidenceRecommendations)
      .values(links.recommendations.map((recommendationId) => ({ ...base, recommendationId })))
      .onConflictDoNothing()
  if (links.actions.length > 0)
    await tx
      .insert(evidenceActions)
      .values(links.actions.map((actionId) => ({ ...base, actionId })))
      .onConflictDoNothing()
}

export async function removeEvidenceLinks(scope: CouncilScope, tx: Tx, itemId: string, links: EvidenceLinks) {
  const council = scope.councilId
  for (const element of links.elements)
    await tx
      .delete(evidenceElements)
      .where(
        and(
          eq(evidenceElements.councilId, council),
          eq(evidenceElements.itemId, itemId),
          eq(evidenceElements.element, element),
        ),
      )
  for (const id of links.requests)
    await tx
      .delete(evidenceRequests)
      .where(
        and(
          eq(evidenceRequests.councilId, council),
          eq(evidenceRequests.itemId, itemId),
          eq(evidenceRequests.requestId, id),
        ),
      )
  for (const id of links.recommendations)
    await tx
      .delete(evidenceRecommendations)
      .where(
        and(
          eq(evidenceRecommendations.councilId, council),
          eq(evidenceRecommendations.itemId, itemId),
          eq(evidenceRecommendations.recommendationId, id),
        ),
      )
  for (const id of links.actions)
    await tx
      .delete(evidenceActions)
      .where(
        and(
          eq(evidenceActions.councilId, council),
          eq(evidenceActions.itemId, itemId),
          eq(evidenceActions.actionId, id),
        ),
      )
}
