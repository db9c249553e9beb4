/** Sessions: who is signed in, where. Identity tables, so without a council; a session acts for one person. */
import { and, desc, eq, gt, lt, ne, sql } from 'drizzle-orm'
import { database } from '../client'
import type { Tx } from '../in-council'
import { sessions, users } from '../schema'

export type NewSession = {
  id: string
  tokenHash: string
  userId: string
  /** Null until one is chosen, where somebody belongs to several councils. */
  personId: string | null
  expiresAt: Date
  ipAddress: string
  userAgent: string | null
  /** Where the proof stands for a second factor too. */
  secondFactorAt?: Date
}

export async function insertSession(session: NewSession, tx?: Tx): Promise<void> {
  const to = tx ?? database()
  await to.insert(sessions).values({ ...session, token: session.tokenHash })
  await to
    .update(users)
    .set({ firstSignedInAt: sql`coalesce(${users.firstSignedInAt}, now())` })
    .where(eq(users.id, session.userId))
  // Kept for two days after their end: what was typed too late belongs to one of them.
  const longEnded = new Date(session.expiresAt.getTime() - 3 * 24 * 3_600_000)
  await to.delete(sessions).where(and(eq(sessions.userId, session.userId), lt(sessions.expiresAt, longEnded)))
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

/** Those that may still be open, newest first: everybody's own, whichever council they act for. */
export const listSessions = (userId: string, now: Date) =>
  database()
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(100)

/** How many ended: one, all but one, or all. */
export async function deleteSessions(
  tx: Tx,
  userId: string,
  which: { only: string } | { except: string } | 'all',
): Promise<number> {
  const those =
    which === 'all' ? undefined : 'only' in which ? eq(sessions.id, which.only) : ne(sessions.id, which.except)
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), those))
    .returning({ id: sessions.id })
  return ended.length
}
