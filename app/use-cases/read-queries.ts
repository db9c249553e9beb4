/** The queries of a review, each with what may be right, and the letter of those that are for the assessor. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { listAuditOf } from '#db/queries/audit'
import { historyOf } from '#db/queries/audit-history'
import { getCouncil } from '#db/queries/councils'
import { getPersonName } from '#db/queries/person-name'
import { getReviewWithCertification, listQueriesOf, listRatingsOf, type Query } from '#db/queries/reviews'
import { assessmentBody, reviewTitle } from '~/domain/assessment-body'
import { levelLabels, levels, type Level } from '~/domain/compliance'
import { formatDate, type IsoDate } from '~/domain/dates'
import { letterText, queryLetter, type Letter } from '~/domain/query-letter'
import { elementsAsked } from '~/domain/query-settlement'

/** Null where there is no such review in this council. */
export const readQueries = (scope: CouncilScope, reviewId: string, today: IsoDate) =>
  readInCouncil(scope, async (tx) => {
    const [found, all, ratings, council, signedBy, entries] = await Promise.all([
      getReviewWithCertification(scope, tx, reviewId),
      listQueriesOf(scope, tx, reviewId),
      listRatingsOf(scope, tx, reviewId),
      getCouncil(scope, tx),
      getPersonName(scope, tx, scope.actor.kind === 'system' ? null : scope.actor.personId),
      listAuditOf(scope, tx, { kind: 'review', id: reviewId }),
    ])
    if (found === null) return null
    const { review, certification } = found
    const body = assessmentBody(certification.body)
    const title = reviewTitle(body, review.kind)
    const rated = new Map(ratings.map(({ element, level }) => [element, level]))
    const open = all.filter(({ query }) => query.settledAt === null).map(({ query }) => query)
    const letter = queryLetter({
      council: council.name,
      assessors: review.assessors,
      body: body.name,
      review: title,
      reportedOn: review.reportedOn,
      projectNumber: review.projectNumber,
      questions: open.filter(({ audience }) => audience === 'assessor'),
      signedBy,
      marking: council.marking,
      on: today,
    })
    return {
      id: reviewId,
      history: await historyOf(
        scope,
        tx,
        entries.filter(({ action }) => action === 'query settled'),
      ),
      title,
      open: open.map((query) => openQuery(query, rated)),
      settled: all.flatMap(({ query, by }) =>
        query.settledAt === null
          ? []
          : [
              {
                id: query.id,
                message: query.message,
                how: query.settledHow ?? '',
                by: by ?? 'a new report',
                on: formatDate(query.settledAt.toISOString().slice(0, 10)),
              },
            ],
      ),
      letter: letter && { asked: letter.questions.length, text: letterText(letter) },
      wholeLetter: letter as Letter | null,
    }
  })

const audiences = {
  assessor: 'For the assessor',
  owner: 'For the owner',
  reader: 'For whoever checks the reading',
} as const

const openQuery = (query: Query, rated: ReadonlyMap<string, Level>) => ({
  id: query.id,
  message: query.message,
  audience: audiences[query.audience],
  decides: query.decides,
  levels: elementsAsked(query.decides, query.elements, query.alternatives).map((element) => ({
    element,
    now: rated.get(element) ?? null,
    choices: levels.map((level) => ({ value: level, label: labelOf(query, element, level, rated.get(element)) })),
  })),
})

function labelOf(query: Query, element: string, level: Level, rated: Level | undefined): string {
  if (level === rated) return `${levelLabels[level]}, as recorded now`
  const isOther = query.alternatives.some((each) => each.element === element && each.level === level)
  return isOther ? `${levelLabels[level]}, the other reading` : levelLabels[level]
}
