/** The record as a list: filtered, a page at a time from an entry on, or walked to its end. */
import { and, asc, desc, eq, gte, isNull, lt, sql, type SQL } from 'drizzle-orm'
import type { AuditFilter } from '~/domain/audit-search'
import { addDays } from '~/domain/dates'
import { instantInLondon } from '~/domain/london-time'
import type { CouncilScope, Tx } from '../in-council'
import { auditEntries } from '../schema'
import type { AuditEntry } from './audit'

/** Of the newest entries with certain words: more than anybody reads, and a bound on what a common word costs. */
export const mostWithWords = 10_000

const always = { from: new Date(0), until: new Date('9999-01-01T00:00:00Z') }

function daysOf({ from, to }: AuditFilter) {
  return {
    from: from === null ? null : instantInLondon(from),
    until: to === null ? null : instantInLondon(addDays(to, 1)),
  }
}

function conditions(scope: CouncilScope, filter: AuditFilter): SQL[] {
  const { from, until } = daysOf(filter)
  const { personId, kind, thingId, action, words, refused } = filter
  const found: (SQL | null)[] = [
    eq(auditEntries.councilId, scope.councilId),
    personId === null
      ? null
      : personId === 'nobody'
        ? isNull(auditEntries.personId)
        : eq(auditEntries.personId, personId),
    kind === null ? null : eq(auditEntries.thingKind, kind),
    thingId === null ? null : eq(auditEntries.thingId, thingId),
    action === null ? null : eq(auditEntries.action, action),
    from && gte(auditEntries.at, from),
    until && lt(auditEntries.at, until),
    refused ? sql`${auditEntries.refused}` : null,
    words === ''
      ? null
      : sql`${auditEntries.id} in (select entry_id from door_audit_with_words(${scope.councilId}::uuid, ${words},
          ${(from ?? always.from).toISOString()}::timestamptz, ${(until ?? always.until).toISOString()}::timestamptz, ${mostWithWords}))`,
  ]
  return found.filter((each): each is SQL => each !== null)
}

/** Times are compared as the database keeps them, to the microsecond: an entry's own, by its id. */
const beside = (scope: CouncilScope, side: '<' | '>', id: number) =>
  sql`(${auditEntries.at}, ${auditEntries.id}) ${sql.raw(side)}
    ((select at from audit_entries where council_id = ${scope.councilId} and id = ${id}), ${id})`

export type AuditPage = { before: number | null; after: number | null; most: number }

/** Newest first, one more than asked for where there are more. */
export async function listAudit(
  scope: CouncilScope,
  tx: Tx,
  filter: AuditFilter,
  { before, after, most }: AuditPage,
): Promise<AuditEntry[]> {
  const where = conditions(scope, filter)
  if (before !== null) where.push(beside(scope, '<', before))
  if (after !== null) where.push(beside(scope, '>', after))
  const order =
    after === null ? [desc(auditEntries.at), desc(auditEntries.id)] : [asc(auditEntries.at), asc(auditEntries.id)]
  const rows = await tx
    .select()
    .from(auditEntries)
    .where(and(...where))
    .orderBy(...order)
    .limit(most + 1)
  return after === null ? rows : rows.reverse()
}

/** All of it, newest first, some at a time. */
export async function* walkAudit(
  scope: CouncilScope,
  tx: Tx,
  filter: AuditFilter,
  batch = 1000,
): AsyncGenerator<AuditEntry[]> {
  let before: number | null = null
  for (;;) {
    const rows: AuditEntry[] = await listAudit(scope, tx, filter, { before, after: null, most: batch })
    if (rows.length === 0) return
    yield rows.slice(0, batch)
    if (rows.length <= batch) return
    before = rows[batch - 1]!.id
  }
}
