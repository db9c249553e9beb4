/** The lead changes an action's number, words or owners. Its state and its date have ways of their own. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { getActionOf, replaceActionOwners, updateAction } from '#db/queries/actions'
import { revokeAnswerLinks } from '#db/queries/answer-links'
import { recordAudit } from '#db/queries/audit'
import { listOwnersById } from '#db/queries/owners'
import { listActionOwnersOf } from '#db/queries/recommendation-page'
import { lockRecommendation } from '#db/queries/recommendations'
import { done, refused, type Outcome } from '~/domain/outcome'

export type ActionWordsInput = {
  recommendationId: string
  actionId: string
  number: string
  text: string
  ownerIds: readonly string[]
}

/** Null where there is no such action in this council. */
export const changeAction = (
  scope: CouncilScope,
  input: ActionWordsInput,
  now: Date,
): Promise<Outcome<string> | null> =>
  inCouncil(scope, async (tx) => {
    const recommendation = await lockRecommendation(scope, tx, input.recommendationId)
    if (!recommendation) return null
    const [action, allOwners, wished] = await Promise.all([
      getActionOf(scope, tx, recommendation.id, input.actionId),
      listActionOwnersOf(scope, tx, recommendation.id),
      listOwnersById(scope, tx, input.ownerIds),
    ])
    if (!action) return null
    if (recommendation.state === 'closed') return refused('This recommendation is closed: reopen it first')
    if (wished.length !== new Set(input.ownerIds).size) return refused('Select owners of the list', 'ownerIds')
    const owners = allOwners.filter(({ actionId }) => actionId === action.id).map(({ id }) => id)
    const before = { number: action.number, text: action.text, owners }
    const after = { number: input.number || action.number, text: input.text, owners: [...input.ownerIds] }
    if (JSON.stringify(before) === JSON.stringify(after)) return done(recommendation.id)
    await updateAction(scope, tx, action.id, { number: after.number, text: after.text })
    if (before.owners.join() !== after.owners.join()) {
      await replaceActionOwners(scope, tx, action.id, after.owners)
      await revokeAnswerLinks(scope, tx, { actionId: action.id }, 'Its owners changed', now)
    }
    await recordAudit(scope, tx, {
      action: 'action changed',
      thing: { kind: 'recommendation', id: recommendation.id },
      before: { actionId: action.id, ...before },
      after,
    })
    return done(recommendation.id)
  })
