/** A closed point is opened again, with the reason; how it had been closed stays in its history. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { lockRecommendation, refreshRecommendation, setClosing } from '#db/queries/recommendations'
import { todayInLondon } from '~/domain/london-time'
import { done, refused, type Outcome } from '~/domain/outcome'
import { checkReopening } from '~/domain/recommendation'

export type ReopeningInput = { recommendationId: string; reason: string }

/** Null where there is no such recommendation in this council. */
export const reopenRecommendation = (
  scope: CouncilScope,
  input: ReopeningInput,
  now: Date,
): Promise<Outcome<string> | null> =>
  inCouncil(scope, async (tx) => {
    const recommendation = await lockRecommendation(scope, tx, input.recommendationId)
    if (!recommendation) return null
    if (recommendation.state === 'open') return refused('This recommendation is open already')
    const checked = checkReopening(input.reason)
    if (!checked.ok) return checked
    const { closedWay, closedReason, closedMinute, closedOn, supersededById } = recommendation
    await setClosing(scope, tx, recommendation.id, null)
    await refreshRecommendation(scope, tx, recommendation.id, todayInLondon(now))
    await recordAudit(scope, tx, {
      action: 'recommendation reopened',
      thing: { kind: 'recommendation', id: recommendation.id },
      before: { way: closedWay, reason: closedReason, minute: closedMinute, closedOn, supersededBy: supersededById },
      after: { reason: checked.value.reason },
    })
    return done(recommendation.id)
  })
