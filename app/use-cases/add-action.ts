/** The lead proposes an action under a recommendation, with its owners and the date by which it is to be complete. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { insertAction } from '#db/queries/actions'
import { recordAudit } from '#db/queries/audit'
import { getCouncil } from '#db/queries/councils'
import { listOwnersById } from '#db/queries/owners'
import { listActionsOf, lockRecommendation, refreshRecommendation } from '#db/queries/recommendations'
import { formatCompletion, parseCompletionDate } from '~/domain/completion-date'
import { todayInLondon } from '~/domain/london-time'
import { done, refused, type Outcome } from '~/domain/outcome'

export type ActionInput = {
  recommendationId: string
  /** Empty: the next number. */
  number: string
  text: string
  /** As people write it: "3 April 2027", "March 2027", "Ongoing"; empty for none yet. */
  completion: string
  ownerIds: readonly string[]
}

/** Null where there is no such recommendation in this council. */
export const addAction = (scope: CouncilScope, input: ActionInput, now: Date): Promise<Outcome<string> | null> =>
  inCouncil(scope, async (tx) => {
    const today = todayInLondon(now)
    const recommendation = await lockRecommendation(scope, tx, input.recommendationId)
    if (!recommendation) return null
    if (recommendation.state === 'closed') return refused('This recommendation is closed: reopen it first')
    const [council, others, owners] = await Promise.all([
      getCouncil(scope, tx),
      listActionsOf(scope, tx, recommendation.id),
      listOwnersById(scope, tx, input.ownerIds),
    ])
    if (owners.length !== new Set(input.ownerIds).size) return refused('Select owners of the list', 'ownerIds')
    const { financialYearStartsIn } = council
    const completion = input.completion === '' ? null : parseCompletionDate(input.completion, { financialYearStartsIn })
    const number = input.number === '' ? String(others.length + 1) : input.number
    const id = await insertAction(scope, tx, { ...input, number, completion }, today)
    await refreshRecommendation(scope, tx, recommendation.id, today)
    await recordAudit(scope, tx, {
      action: 'action added',
      thing: { kind: 'recommendation', id: recommendation.id },
      after: {
        actionId: id,
        number,
        text: input.text,
        owners: input.ownerIds,
        completion: formatCompletion(completion, financialYearStartsIn),
      },
    })
    return done(recommendation.id)
  })
