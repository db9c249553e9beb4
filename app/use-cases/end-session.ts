/** Signs somebody out on this browser. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { deleteSessionByToken } from '#db/queries/sessions'

/** Without a scope: a session that ended by itself, or acted for nobody yet. */
export async function endSession(scope: CouncilScope | null, tokenHash: string): Promise<void> {
  if (scope?.actor.kind !== 'person') return deleteSessionByToken(tokenHash)
  const { personId } = scope.actor
  await inCouncil(scope, async (tx) => {
    await deleteSessionByToken(tokenHash, tx)
    await recordAudit(scope, tx, { action: 'signed out', thing: { kind: 'person', id: personId } })
  })
}
