/** What a coming review is prepared against: its certificate's cycle, the visit before it, and what was raised then. */
import { assessmentBody, type AssessmentBody } from '~/domain/assessment-body'
import {
  visitDatesOfReview,
  visitOf,
  type CycleDates,
  type PointRaised,
  type ReviewToPrepare,
} from '~/domain/review-cycle'
import type { WorkingCalendar } from '~/domain/working-days'
import type { CouncilScope, Tx } from '../in-council'
import { calendarOf, getCouncil } from './councils'
import { getCertification, listReviewsOf, type Certification } from './readiness'
import { listPointsRaisedAt } from './requests'
import type { Review } from './reviews'

export type ReviewPreparation = {
  certification: Certification
  body: AssessmentBody
  calendar: WorkingCalendar
  cycle: CycleDates
  /** The last one held before it. */
  previous: Review | null
  /** The next one after it that is not held. */
  following: Review | null
  toPrepare: ReviewToPrepare
  pointsRaisedLastTime: PointRaised[]
}

export async function readReviewPreparation(scope: CouncilScope, tx: Tx, review: Review): Promise<ReviewPreparation> {
  const [certification, council, all] = await Promise.all([
    getCertification(scope, tx, review.certificationId),
    getCouncil(scope, tx),
    listReviewsOf(scope, tx, review.certificationId),
  ])
  if (certification === null) throw new Error('A review stands without its certificate.')
  const place = all.findIndex(({ id }) => id === review.id)
  const previous = all.slice(0, place).findLast(({ state }) => state === 'held') ?? null
  const following = all.slice(place + 1).find(({ state }) => state !== 'held') ?? null
  const points = await listPointsRaisedAt(scope, tx, previous === null ? [] : [previous.id])
  const previousVisitOn = previous?.heldTo ?? previous?.heldFrom ?? null
  const { certificateOn, decidedOn, expiresOn } = certification
  return {
    certification,
    body: assessmentBody(certification.body),
    calendar: calendarOf(council),
    cycle: { certificateOn, decidedOn, expiresOn, previousVisitOn },
    previous,
    following,
    toPrepare: {
      visit: visitOf(visitDatesOfReview(review)),
      documentReviewOn: review.documentReviewOn,
      previousVisitOn,
    },
    pointsRaisedLastTime: points.map(({ id, number }) => ({ id, number })),
  }
}
