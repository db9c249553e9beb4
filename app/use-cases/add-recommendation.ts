/** A point is added by hand under a source, with its words as the source gave them. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { insertRecommendation, isService, lockSource } from '#db/queries/add-to-plan'
import { recordAudit } from '#db/queries/audit'
import { listElements } from '#db/queries/plan-choices'
import { replaceElementsOf } from '#db/queries/recommendation-page'
import { done, refused, type Outcome } from '~/domain/outcome'
import type { RecommendationKind } from '~/domain/recommendation'

export type RecommendationInput = {
  sourceId: string | null
  kind: RecommendationKind
  number: string
  text: string
  page: number | null
  elements: readonly string[]
  serviceId: string | null
  portfolioHolder: string
  adviceOnly: boolean
}

export const addRecommendation = (scope: CouncilScope, input: RecommendationInput): Promise<Outcome<string>> =>
  inCouncil(scope, async (tx) => {
    const source = input.sourceId === null ? null : await lockSource(scope, tx, input.sourceId)
    if (!source) return refused('Select the source it comes from', 'sourceId')
    const [known, hasService] = await Promise.all([
      listElements(scope, tx),
      input.serviceId === null ? true : isService(scope, tx, input.serviceId),
    ])
    if (!hasService) return refused('Select a service of the list', 'serviceId')
    const unknown = input.elements.find((element) => !known.some(({ number }) => number === element))
    if (unknown !== undefined) return refused(`There is no element ${unknown} in the standard`, 'elements')
    const { id, number } = await insertRecommendation(scope, tx, {
      sourceId: source.id,
      kind: input.kind,
      number: input.number,
      text: input.text,
      page: input.page,
      serviceId: input.serviceId,
      portfolioHolder: input.portfolioHolder || null,
      adviceOnly: input.adviceOnly,
    })
    await replaceElementsOf(scope, tx, id, [...new Set(input.elements)])
    await recordAudit(scope, tx, {
      action: 'recommendation added',
      thing: { kind: 'recommendation', id },
      after: { sourceId: source.id, number, kind: input.kind, text: input.text, elements: [...input.elements] },
    })
    return done(id)
  })
