/** What evidence is linked to: whether it is there for the person who asks, and what becomes of a request by it. */
import type { IsoDate } from '~/domain/dates'
import { checkSupplying, decideRequestState, isRequestAnswered } from '~/domain/document-request'
import { done, refused, type Outcome } from '~/domain/outcome'
import { maySeePoint } from '~/domain/own-points'
import type { CouncilScope, Tx } from '../in-council'
import { getActionOfPoint } from './evidence-choices'
import type { EvidenceLinks } from './evidence-changes'
import { getAsker, getPoint } from './own-points'
import { listElements } from './plan-choices'
import { countEvidenceOfRequest, listPeopleBehindRequest, lockRequest, updateRequest } from './requests'

/** The links with each action's recommendation beside it; refused where one of them is not there to be chosen. */
export async function findTargets(
  scope: CouncilScope,
  tx: Tx,
  asked: EvidenceLinks,
  today: IsoDate,
): Promise<Outcome<EvidenceLinks>> {
  const known = new Set((await listElements(scope, tx)).map(({ number }) => number))
  const unknown = asked.elements.find((element) => !known.has(element))
  if (unknown !== undefined) return refused(`${unknown} is not an element of the standard`, 'elements')
  const recommendations = new Set(asked.recommendations)
  for (const id of asked.actions) {
    const action = await getActionOfPoint(scope, tx, id)
    if (action === null) return refused('Select one of the list', 'actions')
    recommendations.add(action.recommendationId)
  }
  for (const id of recommendations)
    if (!(await mayLinkTo(scope, tx, id, today))) return refused('Select one of the list', 'recommendations')
  for (const id of asked.requests)
    if ((await lockRequest(scope, tx, id)) === null) return refused('Select one of the list', 'requests')
  return done({ ...asked, recommendations: [...recommendations] })
}

export async function mayLinkTo(scope: CouncilScope, tx: Tx, recommendationId: string, today: IsoDate) {
  const [asker, point] = await Promise.all([getAsker(scope, tx), getPoint(scope, tx, recommendationId, today)])
  return point !== null && (asker === null || maySeePoint(asker, point))
}

/** After evidence was linked: a request that was waiting for it is supplied where it is this person's to supply; what
 * came further already stays. */
export async function supplyRequests(
  scope: CouncilScope,
  tx: Tx,
  ids: readonly string[],
  today: IsoDate,
): Promise<string[]> {
  const supplied: string[] = []
  const asker = ids.length === 0 ? null : await getAsker(scope, tx)
  for (const id of ids) {
    const request = await lockRequest(scope, tx, id)
    if (request === null || isRequestAnswered(request.state)) continue
    const behind = await listPeopleBehindRequest(scope, tx, id, today)
    if (asker !== null && !checkSupplying(asker, behind, request.ownerId !== null).ok) continue
    const evidenceCount = await countEvidenceOfRequest(scope, tx, id)
    const decided = decideRequestState(request.state, { to: 'supplied', why: null, evidenceCount })
    if (!decided.ok) continue
    await updateRequest(scope, tx, id, { state: decided.value, stateReason: null })
    supplied.push(id)
  }
  return supplied
}
