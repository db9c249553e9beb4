/** The lead enters the levels of a review that was held and whose report cannot be read, or corrects them with the
 * reason. An element without a level was not looked at, and leaves the review's scope. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { deleteRating, listRatingsOf, lockReview, setRating, updateReview } from '#db/queries/reviews'
import { getCertification } from '#db/queries/readiness'
import { getStandard } from '#db/queries/standards'
import type { Levels } from '~/domain/compliance'
import { done, refused, type Outcome } from '~/domain/outcome'
import { elementsOf } from '~/domain/standard'

export type RatingsInput = { reviewId: string; levels: Levels; reason: string }

/** Null where there is no such review in this council. */
export async function enterRatings(
  scope: CouncilScope,
  { reviewId, levels, reason }: RatingsInput,
): Promise<Outcome<string> | null> {
  return inCouncil(scope, async (tx) => {
    const review = await lockReview(scope, tx, reviewId)
    if (review === null) return null
    if (review.state !== 'held') return refused('Mark the visit as held first')
    const [certification, rows] = await Promise.all([
      getCertification(scope, tx, review.certificationId),
      listRatingsOf(scope, tx, reviewId),
    ])
    const standard = await getStandard(scope, tx, certification!.standardId)
    const numbers = elementsOf(standard).map(({ number }) => number)
    const before = new Map(rows.map(({ element, level }) => [element, level]))
    const changed = numbers.filter((number) => before.get(number) !== levels.get(number))
    const rated = numbers.filter((number) => levels.has(number))
    if (rated.length === 0) return refused('Enter the level of at least one element', `level-${numbers[0]}`)
    if (changed.length === 0) return refused('Nothing is changed')
    if (before.size > 0 && reason.trim() === '') return refused('Say why the levels are corrected', 'reason')
    for (const element of changed) {
      const level = levels.get(element)
      if (level === undefined) await deleteRating(scope, tx, { reviewId, element })
      else await setRating(scope, tx, { reviewId, element, level })
    }
    await updateReview(scope, tx, reviewId, { scope: rated.length === numbers.length ? null : rated })
    const pick = (from: Levels) => Object.fromEntries(changed.map((element) => [element, from.get(element) ?? null]))
    await recordAudit(scope, tx, {
      action: before.size === 0 ? 'levels entered' : 'levels corrected',
      thing: { kind: 'review', id: reviewId },
      before: { levels: pick(before) },
      after: { levels: pick(levels), reason: reason.trim() || null },
    })
    return done(before.size === 0 ? 'The levels are entered.' : `${changed.length} corrected, with the reason.`)
  })
}
