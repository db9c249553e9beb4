/** The lead marks a visit as held, on its actual days, and the next review of the cycle is planned with the time in
 * which the assessment body's rule puts it. Its later latest dates do not move because this visit did. */
import { inCouncil, type CouncilScope, type Tx } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { readReviewPreparation, type ReviewPreparation } from '#db/queries/review-preparation'
import { insertReview, insertReviewDates, lockReview, updateReview } from '#db/queries/reviews'
import { nextReviewKind, reviewTitle, type ReviewKind } from '~/domain/assessment-body'
import type { IsoDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import { done, refused, type Outcome } from '~/domain/outcome'
import { reviewWindow } from '~/domain/review-cycle'
import { checkVisit, formatSpan, type VisitSpan } from '~/domain/visit-date'

export type HoldInput = { reviewId: string; from: IsoDate; to: IsoDate | null; planNext: boolean }
export type Held = { reviewId: string; nextReviewId: string | null; sentence: string }

/** Null where there is no such review in this council. */
export async function holdReview(scope: CouncilScope, input: HoldInput, now: Date): Promise<Outcome<Held> | null> {
  const today = todayInLondon(now)
  return inCouncil(scope, async (tx) => {
    const review = await lockReview(scope, tx, input.reviewId)
    if (!review) return null
    const standing = review.heldFrom === null ? null : { from: review.heldFrom, to: review.heldTo ?? review.heldFrom }
    const checked = checkVisit({ ...input, state: 'actual', reason: '', standing, today })
    if (!checked.ok) return checked
    const { span } = checked.value
    const preparation = await readReviewPreparation(scope, tx, review)
    if (preparation.previous?.heldFrom && span.from < preparation.previous.heldFrom)
      return refused('This day is before the visit of the review before', 'from')
    await updateReview(scope, tx, review.id, { heldFrom: span.from, heldTo: span.to, state: 'held' })
    await insertReviewDates(scope, tx, [
      { reviewId: review.id, kind: 'actual', ...span, recordedBy: personOf(scope), recordedAt: now },
    ])
    const next =
      input.planNext && review.state !== 'held' && preparation.following === null
        ? await planNext(scope, tx, preparation, review.kind, span, now)
        : null
    await recordAudit(scope, tx, {
      action: review.state === 'held' ? 'visit date corrected' : 'visit marked as held',
      thing: { kind: 'review', id: review.id },
      before: { state: review.state, visit: standing && formatSpan(standing) },
      after: { state: 'held', visit: formatSpan(span), nextReview: next },
    })
    const planned =
      next === null ? '' : ` The next review is planned: ${next.title}${next.span ? `, ${next.span}` : ''}.`
    return done({
      reviewId: review.id,
      nextReviewId: next?.id ?? null,
      sentence: `The visit of ${formatSpan(span)} is marked as held.${planned}`,
    })
  })
}

const personOf = (scope: CouncilScope) => (scope.actor.kind === 'system' ? null : scope.actor.personId)

async function planNext(
  scope: CouncilScope,
  tx: Tx,
  { body, certification, calendar, cycle }: ReviewPreparation,
  kind: ReviewKind,
  held: VisitSpan,
  now: Date,
) {
  const nextKind = nextReviewKind(body, kind)
  if (nextKind === null) return null
  const window = reviewWindow(body, nextKind, { ...cycle, previousVisitOn: held.to }, calendar)
  const span = window.known && window.to > held.to ? { from: window.from, to: window.to } : null
  const id = await insertReview(scope, tx, {
    certificationId: certification.id,
    kind: nextKind,
    state: 'planned',
    provisionalFrom: span?.from,
    provisionalTo: span?.to,
    createdAt: now,
  })
  if (span) {
    const reason = 'The time in which the assessment body’s rule puts it'
    await insertReviewDates(scope, tx, [
      { reviewId: id, kind: 'provisional', ...span, reason, recordedBy: personOf(scope), recordedAt: now },
    ])
  }
  return { id, title: reviewTitle(body, nextKind), span: span && formatSpan(span) }
}
