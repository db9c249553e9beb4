/** The audit: exactly one entry for each change, in the transaction that makes it. */
import { and, desc, eq } from 'drizzle-orm'
import { isAttempt, type AuditAction, type ThingKind } from '~/domain/audit-words'
import type { CouncilScope, Tx } from '../in-council'
import { auditEntries } from '../schema'

export type Change = {
  /** One that has a sentence in app/domain/audit-words.ts. */
  action: AuditAction
  thing: { kind: ThingKind; id: string }
  /** People, owners and points stand in both by id, never by name. */
  before?: Record<string, unknown>
  after?: Record<string, unknown>
  /** For what is a change and a refusal at once: a file in which a virus was found. */
  refused?: boolean
}
export type AuditEntry = typeof auditEntries.$inferSelect

export async function recordAudit(scope: CouncilScope, tx: Tx, change: Change): Promise<void> {
  const { actor } = scope
  await tx.insert(auditEntries).values({
    councilId: scope.councilId,
    actor: actor.kind,
    personId: actor.kind === 'system' ? null : actor.personId,
    linkId: actor.kind === 'link' ? actor.linkId : null,
    origin: scope.origin,
    action: change.action,
    thingKind: change.thing.kind,
    thingId: change.thing.id,
    before: change.before,
    after: change.after,
    refused: change.refused ?? isAttempt(change.action),
  })
}

/** Newest first. */
export const listAuditOf = (scope: CouncilScope, tx: Tx, thing: { kind: ThingKind; id: string }, most = 500) =>
  tx
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.councilId, scope.councilId),
        eq(auditEntries.thingKind, thing.kind),
        eq(auditEntries.thingId, thing.id),
      ),
    )
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(most)
