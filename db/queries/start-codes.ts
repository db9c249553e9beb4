/** The code that `council:create` prints. Only its hash is kept; it is used up by being typed. */
import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt } from 'drizzle-orm'
import { readTypedCode, startCodeHours, writeStartCode } from '~/domain/sign-in-code'
import { database, type Database } from '../client'
import { startCodes, users } from '../schema'

const hashOf = (code: string) => createHash('sha256').update(code).digest('base64url')

/** Returns the code to print. An earlier one for the same address is void. For `council:create`, over the owner's
 * connection or a transaction; the person and the user of that address are made by the caller. */
export async function issueStartCode(into: Pick<Database, 'insert'>, email: string, now: Date): Promise<string> {
  const code = writeStartCode(randomBytes(20))
  const kept = {
    codeHash: hashOf(readTypedCode(code)!.code),
    expiresAt: new Date(now.getTime() + startCodeHours * 3_600_000),
  }
  await into
    .insert(startCodes)
    .values({ email, ...kept })
    .onConflictDoUpdate({ target: startCodes.email, set: kept })
  return code
}

/** The user it signs in, or null: wrong, used, expired and nobody's are one answer. */
export async function useStartCode(email: string, code: string, now: Date): Promise<string | null> {
  const [used] = await database()
    .delete(startCodes)
    .where(and(eq(startCodes.email, email), eq(startCodes.codeHash, hashOf(code)), gt(startCodes.expiresAt, now)))
    .returning()
  if (!used) return null
  const [user] = await database().select({ id: users.id }).from(users).where(eq(users.email, email))
  return user?.id ?? null
}
