/** What happened to one thing, newest first, a sentence an entry: for the history on the thing's own page. */
import { sentenceOf, type ThingKind } from '~/domain/audit-words'
import { formatInstant } from '~/domain/london-time'
import type { CouncilScope, Tx } from '../in-council'
import { listAuditOf, type AuditEntry } from './audit'
import { readNames } from './audit-names'

export type HistoryLine = { id: number; at: string; sentence: string; origin: string }

export async function historyOf(scope: CouncilScope, tx: Tx, entries: readonly AuditEntry[]): Promise<HistoryLine[]> {
  const { nameOf, who } = await readNames(scope, tx, entries)
  return entries.map((entry) => ({
    id: entry.id,
    at: formatInstant(entry.at),
    sentence: sentenceOf(who(entry), entry, nameOf),
    origin: entry.origin,
  }))
}

export const readHistoryOf = async (
  scope: CouncilScope,
  tx: Tx,
  thing: { kind: ThingKind; id: string },
  most = 50,
): Promise<HistoryLine[]> => historyOf(scope, tx, await listAuditOf(scope, tx, thing, most))
