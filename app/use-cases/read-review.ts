/** What a review's page shows: its dates kept apart, what it looked at and found, what is open, and what is wanted. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { readHistoryOf } from '#db/queries/audit-history'
import { listRequestsOf } from '#db/queries/requests'
import { readReviewPreparation } from '#db/queries/review-preparation'
import { getReview, listQueriesOf, listRatingsOf, listReviewDates, type Review } from '#db/queries/reviews'
import { getStandard } from '#db/queries/standards'
import { reviewTitle } from '~/domain/assessment-body'
import { countLevels, countsSentence, testTolerance, toleranceSentence, type LevelCounts } from '~/domain/compliance'
import { relativeDay } from '~/domain/date-words'
import { formatDate, type IsoDate } from '~/domain/dates'
import { isRequestAnswered, requestStateLabels } from '~/domain/document-request'
import { heatMapOfRatings } from '~/domain/heat-map'
import { lateReviewNote, reviewWindow, visitDatesOfReview, visitOf, visitSentence } from '~/domain/review-cycle'
import { counted } from '~/domain/sentence'
import { certifiedCriteria, criterionOf, elementsOf, type Standard } from '~/domain/standard'
import { formatSpan } from '~/domain/visit-date'
import { paths } from '~/paths'

/** Null where there is no such review in this council. */
export const readReview = (scope: CouncilScope, id: string, today: IsoDate) =>
  readInCouncil(scope, async (tx) => {
    const review = await getReview(scope, tx, id)
    if (review === null) return null
    const [preparation, dates, ratings, found, requests, history] = await Promise.all([
      readReviewPreparation(scope, tx, review),
      listReviewDates(scope, tx, id),
      listRatingsOf(scope, tx, id),
      listQueriesOf(scope, tx, id),
      listRequestsOf(scope, tx, id),
      readHistoryOf(scope, tx, { kind: 'review', id }),
    ])
    const { body, certification, cycle, calendar } = preparation
    const standard = await getStandard(scope, tx, certification.standardId)
    const window = reviewWindow(body, review.kind, cycle, calendar)
    const visit = visitOf(visitDatesOfReview(review))
    const levels = new Map(ratings.map(({ element, level }) => [element, level]))
    return {
      id,
      title: reviewTitle(body, review.kind),
      state: review.state,
      certification: { name: certification.name, href: paths.certification(certification.id) },
      body: body.name,
      visitSentence: visitSentence(visitDatesOfReview(review)),
      away: visit !== null && visit.state !== 'actual' ? relativeDay(visit.on, today) : null,
      dates: datesOf(review),
      latest: window.sentence,
      late: lateReviewNote(window, visit),
      documentReviewOn: review.documentReviewOn && formatDate(review.documentReviewOn),
      reportedOn: review.reportedOn && formatDate(review.reportedOn),
      assessors: review.assessors.join(', '),
      numbers: [review.projectNumber, review.clientId].filter((each) => each !== null).join(', '),
      scope: scopeWords(review, standard),
      outcome: review.outcome,
      marks: review.marks,
      dateHistory: dates.map(({ kind, from, to, reason, recordedAt, by }) => ({
        what: { provisional: 'Foreseen for', agreed: 'Agreed for', actual: 'Held on' }[kind],
        span: formatSpan({ from, to }),
        reason,
        by: by ?? 'an imported document',
        on: formatDate(recordedAt.toISOString().slice(0, 10)),
      })),
      hasRatings: ratings.length > 0,
      tolerance: ratings.length === 0 ? null : toleranceSentence(testTolerance(standard, levels)),
      heatMap: ratings.length === 0 ? [] : heatMapOfRatings(standard, levels, review.scope),
      totals: ratings.length === 0 ? null : totalsOf(review, standard, ratings),
      openQueries: found.filter(({ query }) => query.settledAt === null).map(({ query }) => queryLine(query)),
      settledQueries: found.filter(({ query }) => query.settledAt !== null).length,
      requests: requests.map(({ request, owner, evidenceCount }) => ({
        href: paths.request(request.id),
        title: request.title,
        owner,
        due: request.dueOn && formatDate(request.dueOn),
        past: request.dueOn !== null && request.dueOn < today && !isRequestAnswered(request.state),
        state: request.state,
        stateLabel: requestStateLabels[request.state],
        evidence: evidenceCount === 0 ? 'none' : counted(evidenceCount, 'document'),
      })),
      history,
    }
  })

const span = (from: string | null, to: string | null) => (from === null ? null : formatSpan({ from, to: to ?? from }))
const datesOf = (review: Review) => ({
  provisional: span(review.provisionalFrom, review.provisionalTo),
  agreed: span(review.agreedFrom, review.agreedTo),
  actual: span(review.heldFrom, review.heldTo),
})

function scopeWords(review: Review, standard: Standard): string {
  const all = elementsOf(standard).length
  if (review.scope === null) return `all ${all} elements`
  return `${counted(review.scope.length, 'element')} of ${all}: ${review.scope.join(', ')}`
}

const audiences = {
  assessor: 'for the assessor',
  owner: 'for the owner',
  reader: 'for whoever checks the reading',
} as const

function queryLine({
  id,
  code,
  elements,
  audience,
  decides,
  message,
}: {
  id: string
  code: string
  elements: string[]
  audience: keyof typeof audiences
  decides: boolean
  message: string
}) {
  return { id, code, elements, message, decides, audience: audiences[audience] }
}

/** What the report prints beside what its lists say, overall and by criterion; never merged. */
function totalsOf(review: Review, standard: Standard, ratings: { element: string; level: keyof LevelCounts }[]) {
  const rows = certifiedCriteria(standard).map(({ number, title }) => {
    const counts = countLevels(ratings.filter(({ element }) => criterionOf(element) === number).map((r) => r.level))
    const printed = review.printedTotalsByCriterion.find(({ criterion }) => criterion === number) ?? null
    return totalsRow(`${number} ${title}`, counts, printed)
  })
  const whole = totalsRow('In all', countLevels(ratings.map(({ level }) => level)), review.printedTotals)
  return { rows: [...rows, whole], anyPrinted: [...rows, whole].some(({ printed }) => printed !== null) }
}

function totalsRow(name: string, counts: LevelCounts, printed: LevelCounts | null) {
  const levels = ['plus', 'full', 'partial', 'non'] as const
  return {
    name,
    counted: counts,
    printed: printed && countsSentence(printed),
    agrees: printed === null || levels.every((level) => printed[level] === counts[level]),
  }
}
