/** Signs somebody in on one browser, for one working day. Who belongs to several councils chooses one before anything
 * else (choose-council.ts), and until then the session acts for nobody. */
import { randomUUID } from 'node:crypto'
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { insertSession } from '#db/queries/sessions'
import { sessionHours } from '~/domain/session-limits'

export type SessionStart = {
  userId: string
  /** How they proved who they are, in words. */
  by: string
  /** The code that the command line prints stands for a second factor: for an administrator who has lost theirs, and
   * whom nobody else can help. */
  withSecondFactor?: boolean
  from: { tokenHash: string; address: string; userAgent: string | null }
}

export async function startSession(scope: CouncilScope | null, start: SessionStart, now: Date): Promise<void> {
  const { userId, by, from } = start
  const personId = scope?.actor.kind === 'person' ? scope.actor.personId : null
  const id = randomUUID()
  const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000)
  const { address: ipAddress, tokenHash, userAgent } = from
  const secondFactorAt = start.withSecondFactor ? now : undefined
  const session = { id, tokenHash, userId, personId, expiresAt, ipAddress, userAgent, secondFactorAt }
  if (scope === null || personId === null) return insertSession(session)
  await inCouncil(scope, async (tx) => {
    await insertSession(session, tx)
    await recordAudit(scope, tx, { action: 'signed in', thing: { kind: 'person', id: personId }, after: { by } })
  })
}
