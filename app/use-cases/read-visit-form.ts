/** What the page for agreeing a visit shows: what stands, what the rule allows, and what agreeing will ask for. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { listRequestsOf } from '#db/queries/requests'
import { readReviewPreparation } from '#db/queries/review-preparation'
import { getReview, type Review } from '#db/queries/reviews'
import { reviewTitle } from '~/domain/assessment-body'
import { formatDate, type IsoDate } from '~/domain/dates'
import { isRequestAnswered } from '~/domain/document-request'
import {
  documentReviewWindow,
  requestsFor,
  reviewWindow,
  visitDatesOfReview,
  visitSentence,
} from '~/domain/review-cycle'
import { formatSpan } from '~/domain/visit-date'

/** Null where there is no such review in this council. */
export const readVisitForm = (scope: CouncilScope, id: string, today: IsoDate) =>
  readInCouncil(scope, async (tx) => {
    const review = await getReview(scope, tx, id)
    if (review === null) return null
    const [preparation, requests] = await Promise.all([
      readReviewPreparation(scope, tx, review),
      listRequestsOf(scope, tx, id),
    ])
    const { body, calendar, cycle, toPrepare, pointsRaisedLastTime } = preparation
    const window = reviewWindow(body, review.kind, cycle, calendar)
    const foreseen = review.agreedFrom ?? (window.known ? window.to : null)
    const wanted = requestsFor(body, toPrepare, pointsRaisedLastTime, calendar, today)
    const asksForReview = body.requests.some((rule) => rule.wanted.unit === 'days')
    const reviewDays = foreseen === null || !asksForReview ? null : documentReviewWindow(body, foreseen)
    return {
      id,
      title: reviewTitle(body, review.kind),
      state: review.state,
      now: visitSentence(visitDatesOfReview(review)),
      fromWords: review.agreedFrom ? formatDate(review.agreedFrom) : '',
      toWords: review.agreedTo && review.agreedTo !== review.agreedFrom ? formatDate(review.agreedTo) : '',
      ...heldFields(review, today),
      isAgreed: review.agreedFrom !== null,
      latest: window.sentence,
      usual: window.known ? formatSpan({ from: window.from, to: window.to }) : null,
      asksForReview,
      documentReviewOn: review.documentReviewOn ? formatDate(review.documentReviewOn) : '',
      reviewDays: reviewDays && formatSpan(reviewDays),
      wanted: wanted.map(({ title }) => title),
      open: requests.filter(({ request }) => !isRequestAnswered(request.state)).length,
      asked: requests.length,
      today: formatDate(today),
      hasFollowing: preparation.following !== null,
    }
  })

/** The days it was held, or those agreed once they have come. */
function heldFields(review: Review, today: IsoDate) {
  const [from, to] = review.heldFrom ? [review.heldFrom, review.heldTo] : [review.agreedFrom, review.agreedTo]
  if (from === null || (to ?? from) > today) return { heldFrom: '', heldTo: '' }
  return { heldFrom: formatDate(from), heldTo: to !== null && to !== from ? formatDate(to) : '' }
}
