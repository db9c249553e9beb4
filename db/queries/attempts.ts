/** What was tried and refused: in the audit of the council it concerns, or where none is known in a table of its own. */
import { desc, gte, lt } from 'drizzle-orm'
import type { AuditAttempt } from '~/domain/audit-words'
import { database } from '../client'
import { forCouncil, inCouncil, type CouncilScope } from '../in-council'
import { refusedAttempts } from '../schema'
import { recordAudit, type Change } from './audit'
import { peopleByEmail } from './doors'

export const recordAttempt = (scope: CouncilScope, attempt: Change & { action: AuditAttempt }): Promise<void> =>
  inCouncil(scope, (tx) => recordAudit(scope, tx, attempt))

export async function recordRefusedSignIn(email: string, why: string, origin: string): Promise<void> {
  const people = await peopleByEmail(email)
  // Of an address that nobody has only the part that says which organisation: the rest may be somebody's name.
  const domain = email.split('@').at(-1) ?? ''
  if (people.length === 0)
    await recordUnknownAttempt({ action: 'sign-in refused', why: `An address that nobody has, at ${domain}`, origin })
  for (const { councilId, personId } of people)
    await recordAttempt(forCouncil(councilId, 'sign-in', origin), {
      action: 'sign-in refused',
      thing: { kind: 'person', id: personId },
      after: { why },
    })
}

export async function recordUnknownAttempt(attempt: {
  action: AuditAttempt
  why: string
  origin: string
}): Promise<void> {
  await database().insert(refusedAttempts).values(attempt)
}

/** Newest first. */
export const listUnknownAttempts = (since: Date, most: number) =>
  database()
    .select()
    .from(refusedAttempts)
    .where(gte(refusedAttempts.at, since))
    .orderBy(desc(refusedAttempts.at), desc(refusedAttempts.id))
    .limit(most)

export async function pruneUnknownAttempts(before: Date): Promise<void> {
  await database().delete(refusedAttempts).where(lt(refusedAttempts.at, before))
}
