/** Evidence packs and the assessor's links to them. An issued pack is never written to again. */
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { PackManifest } from '~/domain/pack'
import type { CouncilScope, Tx } from '../in-council'
import { certifications, packLinks, packs, people, reviews } from '../schema'

export type Pack = typeof packs.$inferSelect
export type PackLink = typeof packLinks.$inferSelect

const one = (scope: CouncilScope, id: string) => and(eq(packs.councilId, scope.councilId), eq(packs.id, id))
const ofReview = and(eq(reviews.councilId, packs.councilId), eq(reviews.id, packs.reviewId))
const ofCertification = and(
  eq(certifications.councilId, reviews.councilId),
  eq(certifications.id, reviews.certificationId),
)
const ofPerson = and(eq(people.councilId, packs.councilId), eq(people.id, packs.requestedBy))

export const listPacks = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({ pack: packs, review: reviews, certification: certifications, by: people.name })
    .from(packs)
    .innerJoin(reviews, ofReview)
    .innerJoin(certifications, ofCertification)
    .leftJoin(people, ofPerson)
    .where(eq(packs.councilId, scope.councilId))
    .orderBy(desc(packs.requestedAt))
    .limit(200)

/** The reviews a pack can be built for: those not held yet. */
export const listComingReviews = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({ review: reviews, certification: certifications })
    .from(reviews)
    .innerJoin(certifications, ofCertification)
    .where(and(eq(reviews.councilId, scope.councilId), sql`${reviews.state} <> 'held'`))
    .orderBy(sql`coalesce(${reviews.agreedFrom}, ${reviews.provisionalFrom}) nulls last`, asc(reviews.createdAt))

export async function getPack(scope: CouncilScope, tx: Tx, id: string) {
  const [row] = await tx
    .select({ pack: packs, review: reviews, certification: certifications, by: people.name })
    .from(packs)
    .innerJoin(reviews, ofReview)
    .innerJoin(certifications, ofCertification)
    .leftJoin(people, ofPerson)
    .where(one(scope, id))
  return row ?? null
}

/** Holds the review, so that two packs never get one number. Null where it is not there, or is held already. */
export async function lockReviewToPack(scope: CouncilScope, tx: Tx, reviewId: string) {
  const [review] = await tx
    .select()
    .from(reviews)
    .where(and(eq(reviews.councilId, scope.councilId), eq(reviews.id, reviewId)))
    .for('update')
  if (!review) return null
  const rows = await tx
    .select({ number: packs.number, state: packs.state })
    .from(packs)
    .where(and(eq(packs.councilId, scope.councilId), eq(packs.reviewId, reviewId)))
  return { review, packs: rows }
}

export async function insertPack(
  scope: CouncilScope,
  tx: Tx,
  pack: { reviewId: string; number: number; requestedBy: string; requestedAt: Date },
): Promise<string> {
  const [row] = await tx
    .insert(packs)
    .values({ ...pack, councilId: scope.councilId, state: 'building' })
    .returning({ id: packs.id })
  return row!.id
}

const whileBuilding = (scope: CouncilScope, id: string) => and(one(scope, id), eq(packs.state, 'building'))

export const setPackProgress = async (
  scope: CouncilScope,
  tx: Tx,
  id: string,
  progress: { writtenBytes: number; totalBytes: number },
): Promise<void> => void (await tx.update(packs).set(progress).where(whileBuilding(scope, id)))

/** False where it is no longer building: what was issued stays as it is. */
export async function issuePack(
  scope: CouncilScope,
  tx: Tx,
  id: string,
  issued: { manifest: PackManifest; size: number; sha256: string; issuedAt: Date },
): Promise<boolean> {
  const changed = await tx
    .update(packs)
    .set({ ...issued, state: 'issued' })
    .where(whileBuilding(scope, id))
    .returning({ id: packs.id })
  return changed.length > 0
}

export async function failPack(scope: CouncilScope, tx: Tx, id: string, failure: string): Promise<boolean> {
  const changed = await tx
    .update(packs)
    .set({ state: 'failed', failure })
    .where(whileBuilding(scope, id))
    .returning({ id: packs.id })
  return changed.length > 0
}

/** Newest first, with who made each. */
export const listPackLinks = (scope: CouncilScope, tx: Tx, packId: string) =>
  tx
    .select({ link: packLinks, by: people.name })
    .from(packLinks)
    .leftJoin(people, and(eq(people.councilId, packLinks.councilId), eq(people.id, packLinks.createdBy)))
    .where(and(eq(packLinks.councilId, scope.councilId), eq(packLinks.packId, packId)))
    .orderBy(desc(packLinks.createdAt))

export async function insertPackLink(
  scope: CouncilScope,
  tx: Tx,
  link: { packId: string; tokenHash: string; sentTo: string; expiresAt: Date; createdBy: string; createdAt: Date },
): Promise<string> {
  const [row] = await tx
    .insert(packLinks)
    .values({ ...link, councilId: scope.councilId })
    .returning({ id: packLinks.id })
  return row!.id
}

export async function lockPackLink(scope: CouncilScope, tx: Tx, id: string): Promise<PackLink | null> {
  const [row] = await tx
    .select()
    .from(packLinks)
    .where(and(eq(packLinks.councilId, scope.councilId), eq(packLinks.id, id)))
    .for('update')
  return row ?? null
}

export async function getPackLink(scope: CouncilScope, tx: Tx, id: string): Promise<PackLink | null> {
  const [row] = await tx
    .select()
    .from(packLinks)
    .where(and(eq(packLinks.councilId, scope.councilId), eq(packLinks.id, id)))
  return row ?? null
}

const link = (scope: CouncilScope, id: string) => and(eq(packLinks.councilId, scope.councilId), eq(packLinks.id, id))

export const revokePackLinkRow = async (scope: CouncilScope, tx: Tx, id: string, at: Date): Promise<void> =>
  void (await tx
    .update(packLinks)
    .set({ revokedAt: at })
    .where(and(link(scope, id), isNull(packLinks.revokedAt))))

/** The first opening is kept; every one has its audit entry. */
export const recordPackOpening = async (scope: CouncilScope, tx: Tx, id: string, at: Date): Promise<void> =>
  void (await tx
    .update(packLinks)
    .set({ openedAt: sql`coalesce(${packLinks.openedAt}, ${at.toISOString()}::timestamptz)` })
    .where(link(scope, id)))

export const recordPackDownload = async (scope: CouncilScope, tx: Tx, id: string): Promise<void> =>
  void (await tx
    .update(packLinks)
    .set({ downloads: sql`${packLinks.downloads} + 1` })
    .where(link(scope, id)))
