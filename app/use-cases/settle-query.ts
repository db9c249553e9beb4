/** The lead settles a query: which reading is right, and why. What that says of a level becomes the review's rating. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { listRatingsOf, lockOpenQuery, setRating, settleQueryRow } from '#db/queries/reviews'
import type { Level } from '~/domain/compliance'
import { done, type Outcome } from '~/domain/outcome'
import { checkSettlement, elementsAsked } from '~/domain/query-settlement'

export type SettleInput = { reviewId: string; queryId: string; chosen: ReadonlyMap<string, Level>; why: string }

/** Null where there is no such open query in this council. */
export async function settleQuery(
  scope: CouncilScope,
  { reviewId, queryId, chosen, why }: SettleInput,
  now: Date,
): Promise<Outcome<string> | null> {
  return inCouncil(scope, async (tx) => {
    const query = await lockOpenQuery(scope, tx, reviewId, queryId)
    if (query === null) return null
    const elements = elementsAsked(query.decides, query.elements, query.alternatives)
    const checked = checkSettlement({ elements, chosen, why })
    if (!checked.ok) return checked
    const { levels, how } = checked.value
    const before = new Map((await listRatingsOf(scope, tx, reviewId)).map(({ element, level }) => [element, level]))
    const changed = levels.filter(({ element, level }) => before.get(element) !== level)
    for (const { element, level } of changed) await setRating(scope, tx, { reviewId, element, level })
    const settledBy = scope.actor.kind === 'system' ? null : scope.actor.personId
    await settleQueryRow(scope, tx, query.id, { settledHow: how, settledBy, settledAt: now })
    await recordAudit(scope, tx, {
      action: 'query settled',
      thing: { kind: 'review', id: reviewId },
      before: {
        query: query.message,
        levels: Object.fromEntries(changed.map((e) => [e.element, before.get(e.element) ?? null])),
      },
      after: { queryId: query.id, how, levels: Object.fromEntries(changed.map((e) => [e.element, e.level])) },
    })
    return done(how)
  })
}
