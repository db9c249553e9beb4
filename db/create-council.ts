/** A new council with its first administrator and the code to sign in with; only the owner of the database may. */
import { and, eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import { randomUUID } from 'node:crypto'
import type { Client, Transaction } from './client'
import { forCouncil } from './in-council'
import { recordAudit } from './queries/audit'
import { issueStartCode } from './queries/start-codes'
import * as schema from './schema'
import { councils, people, users } from './schema'

export type NewCouncil = { name: string; email: string; administrator: string }
/** `again`: the council was there with this administrator, who gets a new code. `taken`: it is somebody else's. */
export type CreatedCouncil = { kind: 'made' | 'again'; code: string } | { kind: 'taken' } | { kind: 'demo' }

/** Any number that nothing else locks on: two calls at once must not both find the name free. */
const creationLock = 573_004

export const createCouncil = (owner: Client, wanted: NewCouncil, now: Date): Promise<CreatedCouncil> =>
  drizzle(owner, { schema }).transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${creationLock})`)
    const [demo] = await tx.select({ id: councils.id }).from(councils).where(eq(councils.demo, true)).limit(1)
    if (demo) return { kind: 'demo' }
    const [there] = await tx
      .select({ id: councils.id })
      .from(councils)
      .where(sql`lower(${councils.name}) = lower(${wanted.name})`)
    if (there) {
      if (!(await isAdministrator(tx, there.id, wanted.email))) return { kind: 'taken' }
      return { kind: 'again', code: await issueStartCode(tx, wanted.email, now) }
    }
    await insertCouncil(tx, wanted)
    return { kind: 'made', code: await issueStartCode(tx, wanted.email, now) }
  })

async function isAdministrator(tx: Transaction, councilId: string, email: string): Promise<boolean> {
  const [person] = await tx
    .select({ role: people.role, disabledAt: people.disabledAt })
    .from(people)
    .where(and(eq(people.councilId, councilId), eq(people.email, email)))
  return person?.role === 'administrator' && person.disabledAt === null
}

async function insertCouncil(tx: Transaction, { name, email, administrator }: NewCouncil): Promise<void> {
  const [council] = await tx.insert(councils).values({ name }).returning()
  const userId = await userOf(tx, email, administrator)
  const [person] = await tx
    .insert(people)
    .values({ councilId: council!.id, userId, name: administrator, email, role: 'administrator' })
    .returning()
  await recordAudit(forCouncil(council!.id, 'council:create'), tx, {
    action: 'council created',
    thing: { kind: 'council', id: council!.id },
    after: { name, administratorId: person!.id },
  })
}

/** One address is one user, in however many councils. */
async function userOf(tx: Transaction, email: string, name: string): Promise<string> {
  await tx.insert(users).values({ id: randomUUID(), name, email, emailVerified: true }).onConflictDoNothing()
  const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email))
  return user!.id
}
