/** Authenticator apps and recovery codes of users. Identity tables, so without a council. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { createOTP } from '@better-auth/utils/otp'
import { and, eq, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm'
import { goodCounters } from '~/domain/second-factor'
import { database } from '../client'
import type { Tx } from '../in-council'
import { recoveryCodes, secondFactors, sessions } from '../schema'
import { sealText, unsealText } from '../sign-in-proof'

/** A secret that counts once a code of it was right; a confirmed one stays. */
export async function beginSecondFactor(userId: string, secret: string): Promise<void> {
  const sealedSecret = await sealText(secret)
  await database()
    .insert(secondFactors)
    .values({ userId, sealedSecret })
    .onConflictDoUpdate({
      target: secondFactors.userId,
      set: { sealedSecret, lastCounter: 0 },
      setWhere: isNull(secondFactors.confirmedAt),
    })
}

export async function hasSecondFactor(userId: string): Promise<boolean> {
  const [found] = await database()
    .select({ userId: secondFactors.userId })
    .from(secondFactors)
    .where(and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt)))
  return found !== undefined
}

export async function findSecondFactor(userId: string) {
  const [found] = await database().select().from(secondFactors).where(eq(secondFactors.userId, userId))
  return found ? { secret: await unsealText(found.sealedSecret), confirmedAt: found.confirmedAt } : null
}

/** Uses the code up: of two who send the same one at once, one is right. `confirms`: the first code of a new app. */
export async function takeAppCode(
  tx: Tx,
  userId: string,
  code: string,
  { confirms, now }: { confirms: boolean; now: Date },
): Promise<boolean> {
  const [found] = await tx.select().from(secondFactors).where(eq(secondFactors.userId, userId))
  if (!found || (found.confirmedAt !== null) === confirms) return false
  const otp = createOTP(await unsealText(found.sealedSecret))
  for (const counter of goodCounters(now, found.lastCounter)) {
    if (!timingSafeEqual(Buffer.from(await otp.hotp(counter)), Buffer.from(code))) continue
    const taken = await tx
      .update(secondFactors)
      .set({ lastCounter: counter, ...(confirms ? { confirmedAt: now } : {}) })
      .where(
        and(
          eq(secondFactors.userId, userId),
          lt(secondFactors.lastCounter, counter),
          confirms ? isNull(secondFactors.confirmedAt) : isNotNull(secondFactors.confirmedAt),
        ),
      )
      .returning({ userId: secondFactors.userId })
    return taken.length > 0
  }
  return false
}

const hashOf = (code: string) => createHash('sha256').update(code).digest('base64url')

/** In the place of all earlier ones. */
export async function replaceRecoveryCodes(tx: Tx, userId: string, codes: readonly string[]): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  await tx.insert(recoveryCodes).values(codes.map((code) => ({ userId, codeHash: hashOf(code.replaceAll('-', '')) })))
}

export async function takeRecoveryCode(tx: Tx, userId: string, code: string, now: Date): Promise<boolean> {
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.codeHash, hashOf(code)), isNull(recoveryCodes.usedAt)),
    )
    .returning({ userId: recoveryCodes.userId })
  return used.length > 0
}

export async function countRecoveryCodes(userId: string): Promise<number> {
  const [row] = await database()
    .select({ left: sql<number>`count(*)::int` })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)))
  return row?.left ?? 0
}

export async function markSecondFactor(tx: Tx, sessionId: string, now: Date): Promise<void> {
  await tx.update(sessions).set({ secondFactorAt: now }).where(eq(sessions.id, sessionId))
}

/** Whoever is signed in by it signs in anew, except in the session that asks. False where there was none. */
export async function deleteSecondFactor(tx: Tx, userId: string, exceptSessionId: string | null): Promise<boolean> {
  const gone = await tx
    .delete(secondFactors)
    .where(eq(secondFactors.userId, userId))
    .returning({ id: secondFactors.userId })
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  const others = exceptSessionId === null ? undefined : ne(sessions.id, exceptSessionId)
  await tx.delete(sessions).where(and(eq(sessions.userId, userId), others))
  return gone.length > 0
}
