/** The only way from the token of a mail's link to a CouncilScope: it acts for the person the mail was sent to. */
import { makeScope, type CouncilScope } from '#db/in-council'
import { answerLinkByHash } from '#db/queries/doors'
import { noteUnknown } from './attempts'
import type { RequestContext } from './context'
import { hashToken } from './session'

export type Link = { linkId: string; scope: CouncilScope }

/** Null for a token that is malformed or unknown; whether a known one is still good is for the use case to say. */
export async function findLink(token: string | undefined, context: RequestContext): Promise<Link | null> {
  const found = token === undefined || !/^[\w-]{43}$/.test(token) ? null : await answerLinkByHash(hashToken(token))
  if (found === null) {
    noteUnknown('link refused', 'A link of a mail that never was', context)
    return null
  }
  const { councilId, linkId, personId } = found
  return { linkId, scope: makeScope(councilId, { kind: 'link', linkId, personId }, context.address) }
}
