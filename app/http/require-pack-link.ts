/** The assessor's link: a scope that acts in one thing only, for nobody of the council. Only its hash is looked up. */
import { makeScope, type CouncilScope } from '#db/in-council'
import { packLinkByHash } from '#db/queries/doors'
import { noteUnknown } from './attempts'
import type { RequestContext } from './context'
import { hashToken } from './session'

/** Null where nothing is known of the token; what is ended or revoked is found out inside the council. */
export async function findPackLink(
  token: string | undefined,
  context: RequestContext,
): Promise<{ scope: CouncilScope; linkId: string } | null> {
  const found = token === undefined || !/^[\w-]{43}$/.test(token) ? null : await packLinkByHash(hashToken(token))
  if (found === null) {
    noteUnknown('link refused', 'A link to a pack that never was', context)
    return null
  }
  const { councilId, linkId } = found
  return { scope: makeScope(councilId, { kind: 'link', linkId, personId: null }, context.address), linkId }
}
