/** Reviews with every date they had, their ratings and what their reports leave open. */
import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Level } from '~/domain/compliance'
import type { CouncilScope, Tx } from '../in-council'
import { certifications, people, queries, ratings, reviewDates, reviews } from '../schema'

export type Review = typeof reviews.$inferSelect
export type NewReview = Omit<typeof reviews.$inferInsert, 'councilId' | 'id'>
export type Query = typeof queries.$inferSelect

const one = (scope: CouncilScope, id: string) => and(eq(reviews.councilId, scope.councilId), eq(reviews.id, id))

export async function getReview(scope: CouncilScope, tx: Tx, id: string): Promise<Review | null> {
  const [row] = await tx.select().from(reviews).where(one(scope, id))
  return row ?? null
}

/** For a change that depends on what stands now. */
export async function lockReview(scope: CouncilScope, tx: Tx, id: string): Promise<Review | null> {
  const [row] = await tx.select().from(reviews).where(one(scope, id)).for('update')
  return row ?? null
}

/** A review and its certificate together: most pages need both. */
export async function getReviewWithCertification(scope: CouncilScope, tx: Tx, id: string) {
  const [row] = await tx
    .select({ review: reviews, certification: certifications })
    .from(reviews)
    .innerJoin(
      certifications,
      and(eq(certifications.councilId, reviews.councilId), eq(certifications.id, reviews.certificationId)),
    )
    .where(one(scope, id))
  return row ?? null
}

export async function insertReview(scope: CouncilScope, tx: Tx, review: NewReview): Promise<string> {
  const [row] = await tx
    .insert(reviews)
    .values({ ...review, councilId: scope.councilId })
    .returning({ id: reviews.id })
  return row!.id
}

export const updateReview = (scope: CouncilScope, tx: Tx, id: string, values: Partial<NewReview>): Promise<unknown> =>
  tx.update(reviews).set(values).where(one(scope, id))

export type NewReviewDate = Omit<typeof reviewDates.$inferInsert, 'councilId' | 'id'>

export async function insertReviewDates(scope: CouncilScope, tx: Tx, dates: readonly NewReviewDate[]): Promise<void> {
  if (dates.length === 0) return
  await tx.insert(reviewDates).values(dates.map((date) => ({ ...date, councilId: scope.councilId })))
}

/** In the order recorded, with who recorded each. */
export const listReviewDates = (scope: CouncilScope, tx: Tx, reviewId: string) =>
  tx
    .select({
      kind: reviewDates.kind,
      from: reviewDates.from,
      to: reviewDates.to,
      reason: reviewDates.reason,
      recordedAt: reviewDates.recordedAt,
      by: people.name,
    })
    .from(reviewDates)
    .leftJoin(people, and(eq(people.councilId, reviewDates.councilId), eq(people.id, reviewDates.recordedBy)))
    .where(and(eq(reviewDates.councilId, scope.councilId), eq(reviewDates.reviewId, reviewId)))
    .orderBy(asc(reviewDates.recordedAt), desc(reviewDates.kind), asc(reviewDates.id))

export const listRatingsOf = (scope: CouncilScope, tx: Tx, reviewId: string) =>
  tx
    .select()
    .from(ratings)
    .where(and(eq(ratings.councilId, scope.councilId), eq(ratings.reviewId, reviewId)))

export type NewRating = Omit<typeof ratings.$inferInsert, 'councilId' | 'id' | 'reviewId'>

export async function insertRatings(
  scope: CouncilScope,
  tx: Tx,
  reviewId: string,
  given: readonly NewRating[],
): Promise<void> {
  if (given.length === 0) return
  await tx.insert(ratings).values(given.map((rating) => ({ ...rating, reviewId, councilId: scope.councilId })))
}

/** What the assessor is found to have meant, once a query is settled. */
export const setRating = (
  scope: CouncilScope,
  tx: Tx,
  rating: { reviewId: string; element: string; level: Level },
): Promise<unknown> =>
  tx
    .insert(ratings)
    .values({ ...rating, councilId: scope.councilId, stated: true })
    .onConflictDoUpdate({
      target: [ratings.councilId, ratings.reviewId, ratings.element],
      set: { level: rating.level, stated: true },
    })

export const deleteRating = (
  scope: CouncilScope,
  tx: Tx,
  { reviewId, element }: { reviewId: string; element: string },
): Promise<unknown> =>
  tx
    .delete(ratings)
    .where(and(eq(ratings.councilId, scope.councilId), eq(ratings.reviewId, reviewId), eq(ratings.element, element)))

/** Open ones first, those that can change the verdict before the others; then settled ones, the newest first. */
export const listQueriesOf = (scope: CouncilScope, tx: Tx, reviewId: string) =>
  tx
    .select({ query: queries, by: people.name })
    .from(queries)
    .leftJoin(people, and(eq(people.councilId, queries.councilId), eq(people.id, queries.settledBy)))
    .where(and(eq(queries.councilId, scope.councilId), eq(queries.reviewId, reviewId)))
    .orderBy(desc(queries.settledAt), desc(queries.decides), asc(queries.createdAt), asc(queries.code))

/** Null where it is unknown or settled already. */
export async function lockOpenQuery(scope: CouncilScope, tx: Tx, reviewId: string, id: string): Promise<Query | null> {
  const [row] = await tx
    .select()
    .from(queries)
    .where(
      and(
        eq(queries.councilId, scope.councilId),
        eq(queries.reviewId, reviewId),
        eq(queries.id, id),
        isNull(queries.settledAt),
      ),
    )
    .for('update')
  return row ?? null
}

export const settleQueryRow = (
  scope: CouncilScope,
  tx: Tx,
  id: string,
  settled: { settledHow: string; settledBy: string | null; settledAt: Date },
): Promise<unknown> =>
  tx
    .update(queries)
    .set(settled)
    .where(and(eq(queries.councilId, scope.councilId), eq(queries.id, id)))
