/** Somebody signs themselves out elsewhere: one session of theirs, every other one, or all of them. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { deleteSessions } from '#db/queries/sessions'

export type WhichSessions = { only: string } | { except: string } | 'all'

/** How many were ended; none where they had ended by themselves, or were somebody else's. */
export async function endSessions(scope: CouncilScope, userId: string, which: WhichSessions): Promise<number> {
  if (scope.actor.kind !== 'person') throw new Error('Only a person ends their sessions.')
  const { personId } = scope.actor
  return inCouncil(scope, async (tx) => {
    const ended = await deleteSessions(tx, userId, which)
    if (ended > 0)
      await recordAudit(scope, tx, {
        action: which === 'all' ? 'signed out everywhere' : 'signed out elsewhere',
        thing: { kind: 'person', id: personId },
        after: { sessions: ended },
      })
    return ended
  })
}
