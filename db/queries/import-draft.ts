/** A draft with what we have and what confirming it would do: read in one go by every screen that shows a part of it. */
import type { ImportFacts, ImportPlan } from '~/domain/import-plan'
import { importPlan } from '~/domain/import-plan'
import type { CouncilScope, Tx } from '../in-council'
import { readImportFacts } from './import-facts'
import { getImport, type ImportRow } from './imports'

export type LoadedDraft = { row: ImportRow; facts: ImportFacts; plan: ImportPlan }

export async function loadDraft(scope: CouncilScope, tx: Tx, id: string): Promise<LoadedDraft | null> {
  const [row, facts] = await Promise.all([getImport(scope, tx, id), readImportFacts(scope, tx)])
  return row && { row, facts, plan: importPlan(row.draft, row.choices, facts, row.fileName) }
}
