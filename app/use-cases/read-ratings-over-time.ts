/** Every element of a certificate by every review: its level each time, and what changed. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { listRatingsOver } from '#db/queries/element'
import { listCertifications, listReviewsOf, ratedOnOf } from '#db/queries/readiness'
import { getStandard } from '#db/queries/standards'
import { assessmentBody, reviewTitle } from '~/domain/assessment-body'
import { countLevels, countsSentence } from '~/domain/compliance'
import { formatDate } from '~/domain/dates'
import { shortLevels } from '~/domain/heat-map'
import { ratingsOverTime } from '~/domain/rating-history'
import { capitalised, counted } from '~/domain/sentence'
import { certifiedCriteria, criterionOf, elementsOf } from '~/domain/standard'

/** `none` where the council has no certificate yet; null where there is no such certificate. */
export const readRatingsOverTime = (scope: CouncilScope, certificationId: string | null) =>
  readInCouncil(scope, async (tx) => {
    const all = await listCertifications(scope, tx)
    const certification = certificationId === null ? all[0] : all.find(({ id }) => id === certificationId)
    if (certification === undefined) return certificationId === null ? { none: true as const } : null
    const [standard, known, rated] = await Promise.all([
      getStandard(scope, tx, certification.standardId),
      listReviewsOf(scope, tx, certification.id),
      listRatingsOver(scope, tx, certification.id),
    ])
    const held = known.filter(({ id, state }) => state === 'held' && rated.some(({ reviewId }) => reviewId === id))
    const body = assessmentBody(certification.body)
    const elements = elementsOf(standard)
    const rows = ratingsOverTime(
      elements,
      held.map(({ id }) => id),
      rated,
    )
    const changed = rows.filter(({ changes }) => changes > 0).length
    return {
      none: false as const,
      certification: { id: certification.id, name: certification.name },
      others: all.filter(({ id }) => id !== certification.id).map(({ id, name }) => ({ id, name })),
      sentence:
        held.length < 2
          ? `${counted(held.length, 'review')} so far: what changes is shown from the second on.`
          : `Over ${counted(held.length, 'review')} ${counted(changed, 'element')} of ${elements.length} changed ${changed === 1 ? 'its' : 'their'} level.`,
      reviews: held.map((review) => ({
        id: review.id,
        title: capitalised(reviewTitle(body, review.kind)),
        on: formatDate(ratedOnOf(review)),
        counts: countsSentence(
          countLevels(rated.filter(({ reviewId }) => reviewId === review.id).map(({ level }) => level)),
        ),
      })),
      criteria: certifiedCriteria(standard).map(({ number, title }) => ({
        number,
        title,
        rows: rows
          .filter(({ element }) => criterionOf(element) === number)
          .map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({
              level: cell.level ?? ('unrated' as const),
              label: cell.level === null ? 'Not looked at' : shortLevels[cell.level],
              change: cell.change === 'better' || cell.change === 'worse' ? cell.words : null,
              isBetter: cell.change === 'better',
            })),
          })),
      })),
    }
  })
