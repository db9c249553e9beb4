/** Somebody of several councils says which one they act for now, after signing in or later. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { setSessionPerson } from '#db/queries/sessions'

/** `scope` is that of the council chosen. Null where the session has ended meanwhile. */
export async function chooseCouncil(
  scope: CouncilScope,
  session: { sessionId: string; userId: string },
): Promise<string | null> {
  if (scope.actor.kind !== 'person') throw new Error('Only a person chooses a council.')
  const { personId } = scope.actor
  return inCouncil(scope, async (tx) => {
    if (!(await setSessionPerson(tx, session.sessionId, session.userId, personId))) return null
    await recordAudit(scope, tx, {
      action: 'signed in',
      thing: { kind: 'person', id: personId },
      after: { by: 'choosing this council' },
    })
    return personId
  })
}
