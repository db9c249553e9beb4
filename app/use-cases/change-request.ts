/** How far a document request has come, said by a person: supplied by its owner; checked, accepted or sent back by the
 * lead. And who answers for it, for which period, by when. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { getAsker } from '#db/queries/own-points'
import { ownerOfChoice } from '#db/queries/owner-choices'
import { countEvidenceOfRequest, listPeopleBehindRequest, lockRequest, updateRequest } from '#db/queries/requests'
import type { IsoDate } from '~/domain/dates'
import { checkSupplying, decideRequestState, requestStateLabels, type RequestState } from '~/domain/document-request'
import { done, refused, type Outcome } from '~/domain/outcome'

export type RequestStateInput = { requestId: string; to: RequestState; why: string; mayCheck: boolean }

/** States that are the lead's to give; the answers to last time are supplied without a document of their own. */
const leads: readonly RequestState[] = ['checked', 'accepted', 'sent-back']

/** Null where there is no such request in this council. */
export async function changeRequestState(
  scope: CouncilScope,
  input: RequestStateInput,
  today: IsoDate,
): Promise<Outcome<string> | null> {
  const { requestId, to, why, mayCheck } = input
  return inCouncil(scope, async (tx) => {
    const request = await lockRequest(scope, tx, requestId)
    if (request === null) return null
    const asker = await getAsker(scope, tx)
    if (asker !== null) {
      const behind = await listPeopleBehindRequest(scope, tx, requestId, today)
      const allowed = checkSupplying(asker, behind, request.ownerId !== null)
      if (!allowed.ok) return allowed
    }
    if (leads.includes(to) && !mayCheck) return refused(`Only the lead can say “${requestStateLabels[to]}”`, 'state')
    const linked = await countEvidenceOfRequest(scope, tx, requestId)
    const evidenceCount = request.kind === 'answers' ? Math.max(1, linked) : linked
    const decided = decideRequestState(request.state, { to, why, evidenceCount })
    if (!decided.ok) return decided
    const stateReason = why.trim() || null
    await updateRequest(scope, tx, requestId, { state: decided.value, stateReason })
    await recordAudit(scope, tx, {
      action: `request ${requestStateLabels[decided.value]}`,
      thing: { kind: 'request', id: requestId },
      before: { state: request.state, why: request.stateReason },
      after: { state: decided.value, why: stateReason },
    })
    return done(`${request.title}: ${requestStateLabels[decided.value]}.`)
  })
}

export type RequestDetailsInput = {
  requestId: string
  /** As db/queries/owner-choices.ts lists them; empty: nobody yet. */
  owner: string
  dueOn: IsoDate | null
  periodFrom: IsoDate | null
  periodTo: IsoDate | null
}

export async function changeRequestDetails(
  scope: CouncilScope,
  input: RequestDetailsInput,
): Promise<Outcome<string> | null> {
  const { requestId, owner, dueOn, periodFrom, periodTo } = input
  if ((periodFrom === null) !== (periodTo === null))
    return refused('Enter both ends of the period, or neither', periodFrom === null ? 'periodFrom' : 'periodTo')
  if (periodFrom !== null && periodTo !== null && periodTo < periodFrom)
    return refused('The period must not end before it begins', 'periodTo')
  return inCouncil(scope, async (tx) => {
    const request = await lockRequest(scope, tx, requestId)
    if (request === null) return null
    const ownerId = owner === '' ? null : await ownerOfChoice(scope, tx, owner)
    if (owner !== '' && ownerId === null) return refused('Select an owner of the list', 'owner')
    const after = { ownerId, dueOn, periodFrom, periodTo }
    const before = {
      ownerId: request.ownerId,
      dueOn: request.dueOn,
      periodFrom: request.periodFrom,
      periodTo: request.periodTo,
    }
    if (JSON.stringify(before) === JSON.stringify(after)) return done(`${request.title} is as it was.`)
    await updateRequest(scope, tx, requestId, after)
    await recordAudit(scope, tx, {
      action: 'request changed',
      thing: { kind: 'request', id: requestId },
      before,
      after,
    })
    return done(`${request.title} is saved.`)
  })
}
