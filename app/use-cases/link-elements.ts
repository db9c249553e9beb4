/** The lead says which elements of the standard a recommendation is about. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { listElements } from '#db/queries/plan-choices'
import { listElementsOf, replaceElementsOf } from '#db/queries/recommendation-page'
import { lockRecommendation } from '#db/queries/recommendations'
import { done, refused, type Outcome } from '~/domain/outcome'
import { compareElements } from '~/domain/standard'

export type ElementsInput = { recommendationId: string; elements: readonly string[] }

/** Null where there is no such recommendation in this council. */
export const linkElements = (scope: CouncilScope, input: ElementsInput): Promise<Outcome<string> | null> =>
  inCouncil(scope, async (tx) => {
    const recommendation = await lockRecommendation(scope, tx, input.recommendationId)
    if (!recommendation) return null
    const [known, linked] = await Promise.all([listElements(scope, tx), listElementsOf(scope, tx, recommendation.id)])
    const before = linked.map(({ number }) => number).sort(compareElements)
    const after = [...new Set(input.elements)].sort(compareElements)
    const unknown = after.find(
      (element) => !before.includes(element) && !known.some(({ number }) => number === element),
    )
    if (unknown !== undefined) return refused(`There is no element ${unknown} in the standard`, 'elements')
    if (before.join() === after.join()) return done(recommendation.id)
    await replaceElementsOf(scope, tx, recommendation.id, after)
    await recordAudit(scope, tx, {
      action: 'elements linked',
      thing: { kind: 'recommendation', id: recommendation.id },
      before: { elements: before },
      after: { elements: after },
    })
    return done(recommendation.id)
  })
