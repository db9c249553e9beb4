/** One element, whole: its words, what it was given over time, what we think of it, what is in hand, and what shows it. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import {
  getElementOwner,
  getWording,
  listEvidenceOfElement,
  listPointsOfElement,
  listQueriesOfElement,
  listRatingsOfElement,
  listSelfAssessmentsOf,
} from '#db/queries/element'
import { choiceOfOwner, listOwnerChoices } from '#db/queries/owner-choices'
import { ratedOnOf, readReadinessFacts, type ReadinessOf } from '#db/queries/readiness'
import { readHistoryOf } from '#db/queries/audit-history'
import { getCouncil } from '#db/queries/councils'
import { assessmentBody, reviewTitle } from '~/domain/assessment-body'
import { levelLabels, levels } from '~/domain/compliance'
import { formatDate, type IsoDate } from '~/domain/dates'
import { elementReadiness, gatherFacts } from '~/domain/element-readiness'
import { freshness, freshnessLabels } from '~/domain/evidence'
import { heatLevelOf } from '~/domain/heat-map'
import { categoryLabels } from '~/domain/progress'
import { ratingSteps } from '~/domain/rating-history'
import { CLOSING_LABELS } from '~/domain/recommendation'
import { capitalised } from '~/domain/sentence'
import { elementsOf, findCriterion, findElement } from '~/domain/standard'
import { paths } from '~/paths'

export type ElementQuestion = { certificationId: string | null; element: string }

/** Null where the standard of the certificate has no such element, or the council has no such certificate. */
export const readElement = (scope: CouncilScope, { certificationId, element }: ElementQuestion, today: IsoDate) =>
  readInCouncil(scope, async (tx) => {
    const read = await readReadinessFacts(scope, tx, certificationId, today)
    if (read === null) return null
    const { certification, standard } = read
    const found = findElement(standard, element)
    if (found === undefined) return null
    const [wording, rated, assessed, points, evidence, queries, owner, choices, council, history] = await Promise.all([
      getWording(scope, tx, certification.standardId, element),
      listRatingsOfElement(scope, tx, certification.id, element),
      listSelfAssessmentsOf(scope, tx, certification.id, element),
      listPointsOfElement(scope, tx, element),
      listEvidenceOfElement(scope, tx, element),
      listQueriesOfElement(scope, tx, certification.id, element),
      getElementOwner(scope, tx, certification.id, element),
      listOwnerChoices(scope, tx),
      getCouncil(scope, tx),
      readHistoryOf(scope, tx, { kind: 'element', id: element }),
    ])
    const labels = categoryLabels(council.categoryLabels)
    const numbers = elementsOf(standard).map(({ number }) => number)
    const place = numbers.indexOf(element)
    return {
      element,
      history,
      title: found.title,
      criterion: `${found.number.split('.')[0]} ${findCriterion(standard, element.split('.')[0]!)?.title ?? ''}`,
      certification: { id: certification.id, name: certification.name },
      previous: numbers[place - 1] ?? null,
      next: numbers[place + 1] ?? null,
      wording,
      now: standingOf(read, element, found.title),
      ratings: ratingsOf(rated, certification.body).reverse(),
      selfAssessments: assessed.map((each) => ({
        id: each.id,
        level: capitalised(levelLabels[each.level]),
        words: each.words,
        asAt: formatDate(each.asAt),
        who: each.post ? `${each.who}, ${each.post}` : each.who,
      })),
      levelChoices: [...levels].reverse().map((level) => ({ value: level, label: capitalised(levelLabels[level]) })),
      openPoints: points.flatMap((point) =>
        point.state === 'open'
          ? [
              {
                id: point.id,
                href: paths.recommendation(point.id),
                number: point.number,
                text: point.text,
                source: point.source,
                owner: point.owner,
                due: point.dueOn && formatDate(point.dueOn),
                category: point.category && `${point.category} ${labels[point.category]}`,
              },
            ]
          : [],
      ),
      closedPoints: points.flatMap((point) =>
        point.state === 'closed'
          ? [
              {
                id: point.id,
                href: paths.recommendation(point.id),
                number: point.number,
                text: point.text,
                how: point.closedWay && CLOSING_LABELS[point.closedWay],
                on: point.closedOn && formatDate(point.closedOn),
              },
            ]
          : [],
      ),
      evidence: evidence.map((item) => ({
        id: item.id,
        title: item.title,
        documentOn: formatDate(item.documentOn),
        age: freshnessLabels[freshness(item.documentOn, read.facts.lastVisitOn)],
      })),
      addEvidence: paths.newEvidence({ element }),
      queries: queries.map(({ query }) => ({
        id: query.id,
        message: query.message,
        settled: query.settledHow,
        href: query.reviewId && paths.reviewQueries(query.reviewId),
      })),
      owner: owner?.name ?? null,
      ownerChoice: await choiceOfOwner(scope, tx, owner?.ownerId ?? null),
      choices,
      today: formatDate(today),
    }
  })

type Rated = Awaited<ReturnType<typeof listRatingsOfElement>>

const ratingsOf = (rated: Rated, bodyId: string) =>
  ratingSteps(
    rated.map(({ rating, review }) => ({
      id: rating.id,
      level: rating.level,
      stated: rating.stated,
      justification: rating.justification,
      page: rating.page,
      review: capitalised(reviewTitle(assessmentBody(bodyId), review.kind)),
      href: paths.review(review.id),
      on: formatDate(ratedOnOf(review)),
    })),
  ).map((step) => ({ ...step, label: capitalised(levelLabels[step.level]) }))

function standingOf({ facts }: ReadinessOf, element: string, title: string) {
  const { expected, evidence, risks, notLookedAt } = elementReadiness(element, title, gatherFacts(facts))
  return {
    level: heatLevelOf(expected),
    words: expected.length === 0 ? 'Not rated' : capitalised(expected.map((level) => levelLabels[level]).join(' or ')),
    notLookedAt,
    evidence: evidence.sentence,
    risks: risks.map(({ sentence }) => sentence),
  }
}
