/** What the page for a new date that was asked for shows: what it would move, and who agrees such dates. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { getDateRequest } from '#db/queries/date-requests'
import { completionOf, getRecommendation, getSource, listActionsOf } from '#db/queries/recommendations'
import { formatCompletion } from '~/domain/completion-date'
import { isExtendedBy } from '~/domain/date-request'
import { agreesDates } from '~/domain/date-revision'
import { formatDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'

export const readDateRequest = (scope: CouncilScope, id: string, now: Date) =>
  readInCouncil(scope, async (tx) => {
    const asked = await getDateRequest(scope, tx, id)
    if (!asked) return null
    const { request, askedBy } = asked
    const [recommendation, actions] = await Promise.all([
      getRecommendation(scope, tx, request.recommendationId),
      listActionsOf(scope, tx, request.recommendationId),
    ])
    if (!recommendation) return null
    const source = await getSource(scope, tx, recommendation.sourceId)
    return {
      id: request.id,
      recommendation: { id: recommendation.id, number: recommendation.number, text: recommendation.text },
      state: request.state,
      askedFor: formatDate(request.askedFor),
      reason: request.reason,
      asked: `${askedBy ?? 'Somebody'} on ${formatDate(todayInLondon(request.askedAt))}`,
      due: recommendation.dueOn === null ? null : formatDate(recommendation.dueOn),
      agrees: agreesDates(source!.closesBy),
      extended: actions
        .filter((action) =>
          isExtendedBy({ state: action.state, completion: completionOf(action) }, request.askedFor, todayInLondon(now)),
        )
        .map((action) => ({
          number: action.number,
          text: action.text,
          from: formatCompletion(completionOf(action)),
        })),
    }
  })
