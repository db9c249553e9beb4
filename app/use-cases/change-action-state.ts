/** An action is begun, done (on which day, for which occurrence), no longer needed (why), or taken up again. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { getActionOf, updateAction } from '#db/queries/actions'
import { recordAudit } from '#db/queries/audit'
import { completionOf, lockRecommendation, refreshRecommendation } from '#db/queries/recommendations'
import { decideActionState, type ActionState } from '~/domain/action'
import { dueDay } from '~/domain/completion-date'
import type { IsoDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import { done, refused, type Outcome } from '~/domain/outcome'

export type ActionStateInput = {
  recommendationId: string
  actionId: string
  state: ActionState
  doneOn: IsoDate | null
  occurrence: IsoDate | null
  why: string
}

/** Null where there is no such action in this council. */
export const changeActionState = (
  scope: CouncilScope,
  input: ActionStateInput,
  now: Date,
): Promise<Outcome<string> | null> =>
  inCouncil(scope, async (tx) => {
    const today = todayInLondon(now)
    const recommendation = await lockRecommendation(scope, tx, input.recommendationId)
    if (!recommendation) return null
    const action = await getActionOf(scope, tx, recommendation.id, input.actionId)
    if (!action) return null
    if (recommendation.state === 'closed') return refused('This recommendation is closed: reopen it first')
    const completion = completionOf(action)
    const { doneOn, occurrence, why } = input
    const decided = decideActionState({
      from: action.state,
      to: input.state,
      completion,
      today,
      doneOn,
      occurrence,
      why,
    })
    if (!decided.ok) return decided
    const { state, why: reason } = decided.value
    const doneFor = decided.value.doneFor ?? action.doneFor
    await updateAction(scope, tx, action.id, {
      state,
      stateReason: reason,
      doneOn: decided.value.doneOn,
      doneFor,
      dueOn: dueDay(completion, today, doneFor),
    })
    await refreshRecommendation(scope, tx, recommendation.id, today)
    await recordAudit(scope, tx, {
      action: 'action state changed',
      thing: { kind: 'recommendation', id: recommendation.id },
      before: { state: action.state, doneOn: action.doneOn, doneFor: action.doneFor, why: action.stateReason },
      after: { actionId: action.id, number: action.number, state, doneOn: decided.value.doneOn, doneFor, why: reason },
    })
    return done(recommendation.id)
  })
