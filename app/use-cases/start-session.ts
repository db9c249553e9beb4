/** Signs a person in on one browser, for one working day. */
import { randomUUID } from 'node:crypto'
import { insertSession } from '#db/queries/sessions'

export const sessionSeconds = 12 * 60 * 60

export async function startSession(
  who: { userId: string; personId: string },
  from: { tokenHash: string; address: string; userAgent: string | null },
  now: Date,
): Promise<void> {
  await insertSession({
    id: randomUUID(),
    tokenHash: from.tokenHash,
    userId: who.userId,
    personId: who.personId,
    expiresAt: new Date(now.getTime() + sessionSeconds * 1000),
    ipAddress: from.address,
    userAgent: from.userAgent,
  })
}
