/** Every review of every certificate of the council, past and coming, and the time that is left to the next visit. */
import { readInCouncil, type CouncilScope, type Tx } from '#db/in-council'
import { coming, listCertifications, listReviewsOf, type Certification, type Review } from '#db/queries/readiness'
import { listRequestsOf } from '#db/queries/requests'
import { assessmentBody, reviewTitle } from '~/domain/assessment-body'
import { relativeDay } from '~/domain/date-words'
import { daysBetween, earliestOf, formatDate, type IsoDate } from '~/domain/dates'
import { isRequestAnswered } from '~/domain/document-request'
import { visitDatesOfReview, visitOf, visitSentence } from '~/domain/review-cycle'
import { counted } from '~/domain/sentence'
import { formatSpan } from '~/domain/visit-date'
import { paths } from '~/paths'

export const readReviews = (scope: CouncilScope, today: IsoDate) =>
  readInCouncil(scope, async (tx) => {
    const all = await listCertifications(scope, tx)
    return { certificates: await Promise.all(all.map((each) => readCertificate(scope, tx, each, today))) }
  })

async function readCertificate(scope: CouncilScope, tx: Tx, certification: Certification, today: IsoDate) {
  const reviews = await listReviewsOf(scope, tx, certification.id)
  const next = coming(reviews)
  const requests = next === null ? [] : await listRequestsOf(scope, tx, next.id)
  const body = assessmentBody(certification.body)
  return {
    id: certification.id,
    name: certification.name,
    href: paths.certification(certification.id),
    body: body.name,
    certificateOn: certification.certificateOn && formatDate(certification.certificateOn),
    expiresOn: certification.expiresOn && formatDate(certification.expiresOn),
    reviews: reviews.map((review) => ({
      id: review.id,
      href: paths.review(review.id),
      title: reviewTitle(body, review.kind),
      state: review.state,
      visit: visitWords(review),
      assessors: review.assessors.join(', '),
      isComing: review.id === next?.id,
    })),
    timeLine: next && timeLine(next, requests, today),
  }
}

export const visitWords = (review: Review): string => {
  if (review.heldFrom) return formatSpan({ from: review.heldFrom, to: review.heldTo ?? review.heldFrom })
  if (review.agreedFrom) return formatSpan({ from: review.agreedFrom, to: review.agreedTo ?? review.agreedFrom })
  if (review.provisionalFrom)
    return formatSpan({ from: review.provisionalFrom, to: review.provisionalTo ?? review.provisionalFrom })
  return review.reportedOn ? `reported on ${formatDate(review.reportedOn)}` : 'no date yet'
}

type Asked = Awaited<ReturnType<typeof listRequestsOf>>

/** Today, the next due day of a document, the visit: where we stand on the way. */
function timeLine(review: Review, requests: Asked, today: IsoDate) {
  const visit = visitOf(visitDatesOfReview(review))
  if (visit === null) return { sentence: visitSentence(visitDatesOfReview(review)), points: [], span: 0 }
  const open = requests.filter(({ request }) => !isRequestAnswered(request.state))
  const due = earliestOf(open.map(({ request }) => request.dueOn))
  const points = [
    { label: 'Today', on: today },
    ...(due === null ? [] : [{ label: `${counted(open.length, 'document')} due`, on: due }]),
    { label: 'Visit', on: visit.on },
  ]
  return {
    sentence: visitSentence(visitDatesOfReview(review)),
    span: Math.max(1, daysBetween(earliestOf(points.map(({ on }) => on))!, visit.on)),
    points: points
      .map(({ label, on }) => ({
        label,
        day: formatDate(on),
        when: relativeDay(on, today),
        at: daysBetween(earliestOf(points.map((each) => each.on))!, on),
      }))
      .sort((a, b) => a.at - b.at),
  }
}
