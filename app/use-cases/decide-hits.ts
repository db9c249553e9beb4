/** What becomes of each hit: disclosed as it stands, or redacted with the reason that is given out in its place. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { decideHits, lockInformationRequest } from '#db/queries/information-requests'
import { done, refused, type Outcome } from '~/domain/outcome'

/** `rest`: and everything that nobody has decided on yet. */
type Decided = {
  requestId: string
  ids: string[]
  rest?: boolean
  decision: 'disclose' | 'redact'
  reason: string | null
}

/** How many were decided. Null where there is no such request. */
export async function decideOnHits(scope: CouncilScope, decided: Decided, now: Date): Promise<Outcome<number> | null> {
  const { actor } = scope
  if (actor.kind !== 'person') throw new Error('A person decides what is disclosed.')
  return inCouncil(scope, async (tx) => {
    const { requestId, ids, rest = false, decision, reason } = decided
    const request = await lockInformationRequest(scope, tx, requestId)
    if (!request) return null
    if (request.closedOn !== null) return refused('This request is closed')
    const by = { decision, reason, decidedBy: actor.personId, decidedAt: now }
    const count = await decideHits(scope, tx, { requestId, ids, rest }, by)
    if (count === 0) return refused('Select what it is about', 'hits')
    await recordAudit(scope, tx, {
      action: decision === 'disclose' ? 'marked for disclosure' : 'redacted',
      thing: { kind: 'information-request', id: requestId },
      after: { count, reason },
    })
    return done(count)
  })
}
