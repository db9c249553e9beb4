/** The lead agrees or refuses a new date that was asked for. Agreed, it is recorded as an extension of every unfinished
 * action that ends before it; the date before it stays, and the extension is counted. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { reviseActionDate } from '#db/queries/actions'
import { recordAudit } from '#db/queries/audit'
import { decideDateRequestRow, getDateRequest, lockDateRequest } from '#db/queries/date-requests'
import {
  completionOf,
  getSource,
  listActionsOf,
  lockRecommendation,
  refreshRecommendation,
} from '#db/queries/recommendations'
import { completionOn } from '~/domain/completion-date'
import { checkDateDecision, isExtendedBy, nothingToExtend } from '~/domain/date-request'
import { agreesDates, checkRevision } from '~/domain/date-revision'
import { todayInLondon } from '~/domain/london-time'
import { done, refused, type Outcome } from '~/domain/outcome'

export type DateDecisionInput = { requestId: string; agree: boolean; why: string; minute: string }

/** The recommendation's id. Null where there is no such request in this council. */
export const decideDateRequest = (
  scope: CouncilScope,
  input: DateDecisionInput,
  now: Date,
): Promise<Outcome<string> | null> =>
  inCouncil(scope, async (tx) => {
    const today = todayInLondon(now)
    const asked = await getDateRequest(scope, tx, input.requestId)
    if (!asked) return null
    // Always the recommendation first, as every change to it does: two of them never wait for each other.
    const recommendation = await lockRecommendation(scope, tx, asked.request.recommendationId)
    const request = await lockDateRequest(scope, tx, input.requestId)
    if (!recommendation || !request) return null
    if (request.state !== 'open') return refused(`This has been decided already: ${request.state}`)
    if (recommendation.state === 'closed') return refused('This recommendation is closed: reopen it first')
    const source = await getSource(scope, tx, recommendation.sourceId)
    const agrees = agreesDates(source!.closesBy)
    const checked = checkDateDecision({ ...input, agrees })
    if (!checked.ok) return checked
    const actions = await listActionsOf(scope, tx, recommendation.id)
    const extended = actions.filter((action) =>
      isExtendedBy({ state: action.state, completion: completionOf(action) }, request.askedFor, today),
    )
    if (input.agree) {
      if (extended.length === 0) return nothingToExtend
      for (const action of extended) {
        const revision = checkRevision({
          earlier: completionOf(action)!,
          later: completionOn(request.askedFor),
          kind: 'extension',
          reason: request.reason,
          agreedBy: agrees,
          minute: input.minute,
          agrees,
        })
        if (!revision.ok) throw new Error(`An extension that was agreed was refused: ${revision.refusals[0]?.message}`)
        await reviseActionDate(scope, tx, action, revision.value, today)
      }
      await refreshRecommendation(scope, tx, recommendation.id, today)
    }
    const state = input.agree ? ('agreed' as const) : ('refused' as const)
    await decideDateRequestRow(scope, tx, request.id, {
      state,
      decidedBy: scope.actor.kind === 'person' ? scope.actor.personId : null,
      decidedAt: now,
      decidedWhy: input.why || null,
    })
    await recordAudit(scope, tx, {
      action: `date request ${state}`,
      thing: { kind: 'recommendation', id: recommendation.id },
      before: { dueOn: recommendation.dueOn },
      after: {
        requestId: request.id,
        askedFor: request.askedFor,
        why: input.why || null,
        ...(input.agree
          ? { agreedBy: agrees, minute: input.minute || null, actions: extended.map(({ number }) => number) }
          : {}),
      },
    })
    return done(recommendation.id)
  })
