/** An action's completion date changes: corrected, made firm, brought forward or extended. What nobody has agreed yet is
 * a request: it waits for a decision, and the date that stands does not move. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { getActionOf, reviseActionDate } from '#db/queries/actions'
import { recordAudit } from '#db/queries/audit'
import { getCouncil } from '#db/queries/councils'
import { completionOf, getSource, lockRecommendation, refreshRecommendation } from '#db/queries/recommendations'
import { formatCompletion, noCompletion, parseCompletionDate } from '~/domain/completion-date'
import { agreesDates, checkRevision, stands, type AgreedBy, type RevisionKind } from '~/domain/date-revision'
import { todayInLondon } from '~/domain/london-time'
import { done, refused, type Outcome } from '~/domain/outcome'

export type RevisionInput = {
  recommendationId: string
  actionId: string
  /** As people write it. */
  completion: string
  /** Null: as the dates say. */
  kind: RevisionKind | null
  reason: string
  agreedBy: AgreedBy | null
  minute: string
}

/** Null where there is no such action in this council. */
export const reviseDate = (scope: CouncilScope, input: RevisionInput, now: Date): Promise<Outcome<string> | null> =>
  inCouncil(scope, async (tx) => {
    const today = todayInLondon(now)
    const recommendation = await lockRecommendation(scope, tx, input.recommendationId)
    if (!recommendation) return null
    const [action, source, council] = await Promise.all([
      getActionOf(scope, tx, recommendation.id, input.actionId),
      getSource(scope, tx, recommendation.sourceId),
      getCouncil(scope, tx),
    ])
    if (!action || !source) return null
    if (recommendation.state === 'closed') return refused('This recommendation is closed: reopen it first')
    const { financialYearStartsIn } = council
    const later = parseCompletionDate(input.completion, { financialYearStartsIn })
    const earlier = completionOf(action) ?? noCompletion
    const checked = checkRevision({
      earlier,
      later,
      ...(input.kind === null ? {} : { kind: input.kind }),
      reason: input.reason,
      agreedBy: input.agreedBy,
      minute: input.minute,
      agrees: agreesDates(source.closesBy),
    })
    if (!checked.ok) return checked
    if (!stands(checked.value)) {
      return refused(
        'Say who agreed the later date. What nobody has agreed yet is asked for with progress “Slipped”',
        'agreedBy',
      )
    }
    await reviseActionDate(scope, tx, action, checked.value, today)
    await refreshRecommendation(scope, tx, recommendation.id, today)
    const { kind, reason, agreedBy, minute } = checked.value
    await recordAudit(scope, tx, {
      action: 'date revised',
      thing: { kind: 'recommendation', id: recommendation.id },
      before: { completion: formatCompletion(earlier, financialYearStartsIn) },
      after: {
        actionId: action.id,
        number: action.number,
        completion: formatCompletion(later, financialYearStartsIn),
        kind,
        reason,
        agreedBy,
        minute,
      },
    })
    return done(recommendation.id)
  })
