/** Sessions: who is signed in, where. Identity tables, so without a council; a session acts for one person. */
import { and, eq } from 'drizzle-orm'
import { database } from '../client'
import type { Tx } from '../in-council'
import { sessions } from '../schema'

export type NewSession = {
  id: string
  tokenHash: string
  userId: string
  /** Null until one is chosen, where somebody belongs to several councils. */
  personId: string | null
  expiresAt: Date
  ipAddress: string
  userAgent: string | null
}

export async function insertSession(session: NewSession, tx?: Tx): Promise<void> {
  await (tx ?? database()).insert(sessions).values({ ...session, token: session.tokenHash })
}

export async function findSession(tokenHash: string) {
  const [session] = await database().select().from(sessions).where(eq(sessions.token, tokenHash))
  return session ?? null
}

/** False where the session has ended meanwhile. */
export async function setSessionPerson(tx: Tx, sessionId: string, userId: string, personId: string): Promise<boolean> {
  const changed = await tx
    .update(sessions)
    .set({ personId })
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId)))
    .returning({ id: sessions.id })
  return changed.length > 0
}

export async function noteSessionSeen(sessionId: string, now: Date): Promise<void> {
  await database().update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, sessionId))
}

export async function deleteSessionByToken(tokenHash: string, tx?: Tx): Promise<void> {
  await (tx ?? database()).delete(sessions).where(eq(sessions.token, tokenHash))
}
