/** The lead closes a recommendation in one of the ways DOMAIN has; nothing is asked about it any more. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { revokeAnswerLinks } from '#db/queries/answer-links'
import { recordAudit } from '#db/queries/audit'
import { refuseOpenDateRequests } from '#db/queries/date-requests'
import { getRecommendation, getSource, lockRecommendation, setClosing } from '#db/queries/recommendations'
import type { IsoDate } from '~/domain/dates'
import { formatDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import { done, refused, type Outcome } from '~/domain/outcome'
import { checkClosing, type ClosingWay } from '~/domain/recommendation'

export type ClosingInput = {
  recommendationId: string
  way: ClosingWay
  closedOn: IsoDate
  reason: string
  minute: string
  supersededBy: string | null
}

/** Null where there is no such recommendation in this council. */
export const closeRecommendation = (
  scope: CouncilScope,
  input: ClosingInput,
  now: Date,
): Promise<Outcome<string> | null> =>
  inCouncil(scope, async (tx) => {
    const today = todayInLondon(now)
    const recommendation = await lockRecommendation(scope, tx, input.recommendationId)
    if (!recommendation) return null
    if (recommendation.state === 'closed') return refused('This recommendation is closed already')
    if (input.closedOn > today)
      return refused(`The day it was closed, ${formatDate(input.closedOn)}, is in the future`, 'closedOn')
    const [source, instead] = await Promise.all([
      getSource(scope, tx, recommendation.sourceId),
      input.supersededBy === null ? null : getRecommendation(scope, tx, input.supersededBy),
    ])
    const checked = checkClosing({
      ...input,
      kind: recommendation.kind,
      adviceOnly: recommendation.adviceOnly,
      closedBy: source!.closesBy,
      category: recommendation.category,
      supersededBy: instead === null || instead.id === recommendation.id ? null : instead.id,
    })
    if (!checked.ok) return checked
    const { way, reason, minute, supersededBy } = checked.value
    await setClosing(scope, tx, recommendation.id, { way, reason, minute, supersededBy, on: input.closedOn })
    await revokeAnswerLinks(scope, tx, { recommendationId: recommendation.id }, 'It was closed', now)
    const refusedDates = await refuseOpenDateRequests(scope, tx, recommendation.id, {
      decidedBy: scope.actor.kind === 'person' ? scope.actor.personId : null,
      decidedAt: now,
      decidedWhy: 'The recommendation was closed',
    })
    await recordAudit(scope, tx, {
      action: 'recommendation closed',
      thing: { kind: 'recommendation', id: recommendation.id },
      before: { state: 'open' },
      after: {
        way,
        reason,
        minute,
        supersededBy,
        closedOn: input.closedOn,
        ...(refusedDates.length > 0 ? { refusedDates } : {}),
      },
    })
    return done(recommendation.id)
  })
