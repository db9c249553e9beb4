/** What the pages for one action show: its words and owners, its state, its date and every date before it. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { getActionOf } from '#db/queries/actions'
import { getCouncil } from '#db/queries/councils'
import { listOwnersOfPlan } from '#db/queries/plan-choices'
import { listActionOwnersOf, listOwnersOf } from '#db/queries/recommendation-page'
import { completionOf, getRecommendation, getSource, listActionDatesOf, revisionsOf } from '#db/queries/recommendations'
import { ACTION_STATE_LABELS, ACTION_STATES } from '~/domain/action'
import { actionInWords } from '~/domain/action-words'
import { formatCompletion } from '~/domain/completion-date'
import { agreesDates } from '~/domain/date-revision'
import { formatDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import { occurrencesToChoose } from '~/domain/occurrences'
import { beginningOf } from '~/domain/plan-words'

/** For a new action: whose recommendation it stands under. */
export const readNewActionForm = (scope: CouncilScope, recommendationId: string) =>
  readInCouncil(scope, async (tx) => {
    const [recommendation, owners, others] = await Promise.all([
      getRecommendation(scope, tx, recommendationId),
      listOwnersOf(scope, tx, recommendationId),
      listOwnersOfPlan(scope, tx),
    ])
    if (!recommendation) return null
    return {
      id: recommendation.id,
      recommendation: recommendation.number,
      words: beginningOf(recommendation.text),
      owners: ownersToChoose(owners, others),
    }
  })

export const readActionForm = (scope: CouncilScope, recommendationId: string, actionId: string, now: Date) =>
  readInCouncil(scope, async (tx) => {
    const today = todayInLondon(now)
    const [recommendation, action, dates, owners, actionOwners, others, council] = await Promise.all([
      getRecommendation(scope, tx, recommendationId),
      getActionOf(scope, tx, recommendationId, actionId),
      listActionDatesOf(scope, tx, recommendationId),
      listOwnersOf(scope, tx, recommendationId),
      listActionOwnersOf(scope, tx, recommendationId),
      listOwnersOfPlan(scope, tx),
      getCouncil(scope, tx),
    ])
    if (!recommendation || !action) return null
    const source = await getSource(scope, tx, recommendation.sourceId)
    const completion = completionOf(action)
    const mine = actionOwners.filter(({ actionId }) => actionId === action.id)
    return {
      id: recommendation.id,
      actionId: action.id,
      recommendation: recommendation.number,
      closed: recommendation.state === 'closed',
      number: action.number,
      text: action.text,
      ownerIds: mine.map(({ id }) => id),
      owners: ownersToChoose([...owners, ...mine], others),
      state: action.state,
      states: ACTION_STATES.map((state) => ({ value: state, label: ACTION_STATE_LABELS[state] })),
      occurrences: occurrencesToChoose(completion, action.doneFor, today).map((day) => ({
        value: day,
        label: formatDate(day),
      })),
      today: formatDate(today),
      completion: formatCompletion(completion, council.financialYearStartsIn),
      agrees: agreesDates(source!.closesBy),
      shown: actionInWords(
        { ...action, completion, revisions: revisionsOf(dates.filter((date) => date.actionId === action.id)) },
        today,
      ),
    }
  })

type Named = { id: string; name: string }

/** The recommendation's own first, then whoever owns something in the plan. */
function ownersToChoose(own: readonly Named[], others: readonly Named[]) {
  const all = new Map([...own, ...others].map(({ id, name }) => [id, name]))
  return [...all].slice(0, 100).map(([value, label]) => ({ value, label }))
}
