/** Half-written forms of sessions that had ended; sealed, so that nothing here can be read without the browser. */
import { and, eq, gt } from 'drizzle-orm'
import { database } from '../client'
import { drafts } from '../schema'

export type Draft = typeof drafts.$inferInsert

/** The last one of a session is kept. */
export async function saveDraft(draft: Draft): Promise<void> {
  await database().insert(drafts).values(draft).onConflictDoUpdate({ target: drafts.sessionId, set: draft })
}

export async function findDraft(keyHash: string, personId: string, now: Date) {
  const [draft] = await database()
    .select()
    .from(drafts)
    .where(and(eq(drafts.keyHash, keyHash), eq(drafts.personId, personId), gt(drafts.expiresAt, now)))
  return draft ?? null
}

export async function deleteDraft(keyHash: string): Promise<void> {
  await database().delete(drafts).where(eq(drafts.keyHash, keyHash))
}
