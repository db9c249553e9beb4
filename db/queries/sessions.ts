/** Sessions: who is signed in, where. Identity tables, so without a council; a session acts for one person. */
import { eq } from 'drizzle-orm'
import { database } from '../client'
import { sessions } from '../schema'

export type NewSession = {
  id: string
  tokenHash: string
  userId: string
  personId: string
  expiresAt: Date
  ipAddress: string
  userAgent: string | null
}

export async function insertSession(session: NewSession): Promise<void> {
  await database()
    .insert(sessions)
    .values({ ...session, token: session.tokenHash })
}

export async function deleteSessionByToken(tokenHash: string): Promise<void> {
  await database().delete(sessions).where(eq(sessions.token, tokenHash))
}
