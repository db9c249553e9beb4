/** The audit: exactly one entry for each change, in the transaction that makes it. */
import { and, desc, eq } from 'drizzle-orm'
import type { CouncilScope, Tx } from '../in-council'
import { auditEntries } from '../schema'

export type Change = {
  /** A verb phrase in the council's words: "progress recorded", "date revised". */
  action: string
  thing: { kind: string; id: string }
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

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
  })
}

/** Newest first. */
export const listAuditOf = (scope: CouncilScope, tx: Tx, thing: { kind: string; id: string }) =>
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
    .limit(500)
