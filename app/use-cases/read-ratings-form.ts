/** The levels of a review that was held, to enter or to correct. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { getReviewWithCertification, listRatingsOf } from '#db/queries/reviews'
import { getStandard } from '#db/queries/standards'
import { assessmentBody, reviewTitle } from '~/domain/assessment-body'
import { certifiedCriteria } from '~/domain/standard'

/** Null where there is no such review in this council, or it was not held yet. */
export const readRatingsForm = (scope: CouncilScope, reviewId: string) =>
  readInCouncil(scope, async (tx) => {
    const found = await getReviewWithCertification(scope, tx, reviewId)
    if (found === null || found.review.state !== 'held') return null
    const [standard, rows] = await Promise.all([
      getStandard(scope, tx, found.certification.standardId),
      listRatingsOf(scope, tx, reviewId),
    ])
    const levels = new Map(rows.map(({ element, level }) => [element, level]))
    const criteria = certifiedCriteria(standard).map(({ number, title, subCriteria }) => ({
      number,
      title,
      elements: subCriteria.flatMap((sub) => sub.elements),
    }))
    const numbers = criteria.flatMap(({ elements }) => elements.map(({ number }) => number))
    return {
      id: reviewId,
      title: reviewTitle(assessmentBody(found.certification.body), found.review.kind),
      isEntered: rows.length > 0,
      criteria,
      /** Where none is entered yet, all start at full: most are. */
      values: Object.fromEntries(
        numbers.map((number) => [number, levels.get(number) ?? (rows.length > 0 ? '' : 'full')]),
      ),
    }
  })
