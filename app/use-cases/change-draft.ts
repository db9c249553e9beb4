/** A section of a draft was looked at: what was chosen there is kept, and the section counts as seen. Nothing of the
 * plan changes. A draft can also be put aside for good. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { readImportFacts } from '#db/queries/import-facts'
import { lockImport, updateImport } from '#db/queries/imports'
import type { ImportChoices, Section } from '~/domain/import-choices'
import { importPlan } from '~/domain/import-plan'
import { sectionAfter } from '~/domain/import-progress'
import { done, refused, type Outcome } from '~/domain/outcome'

export type DraftChange = {
  importId: string
  /** The section that was gone through; null where one line of it was changed. */
  section: Section | null
  /** What was chosen, put over what was chosen before. */
  choices: Partial<ImportChoices>
}

/** The section that comes next; null where there is no such draft in this council. */
export const changeDraft = (scope: CouncilScope, change: DraftChange): Promise<Outcome<Section | null> | null> =>
  inCouncil(scope, async (tx) => {
    const row = await lockImport(scope, tx, change.importId)
    if (!row) return null
    if (row.state !== 'draft') return refused('This document is no longer a draft: nothing was changed')
    const choices = over(row.choices, change.choices)
    if (change.section !== null) choices.seen = [...new Set([...(choices.seen ?? []), change.section])]
    await updateImport(scope, tx, row.id, { choices })
    await recordAudit(scope, tx, {
      action: change.section === null ? 'line of a document changed' : 'section of a document looked at',
      thing: { kind: 'import', id: row.id },
      after: { section: change.section, changed: Object.keys(change.choices) },
    })
    const plan = importPlan(row.draft, choices, await readImportFacts(scope, tx), row.fileName)
    return done(change.section === null ? null : sectionAfter(change.section, row.draft, choices, plan))
  })

/** Records are put over records; lists and single values take the place of what was there. */
function over(before: ImportChoices, change: Partial<ImportChoices>): ImportChoices {
  const isRecord = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
  const merged: Record<string, unknown> = { ...before }
  for (const [name, value] of Object.entries(change)) {
    const there = merged[name]
    merged[name] = isRecord(value) && isRecord(there) ? { ...(there as object), ...(value as object) } : value
  }
  return merged as ImportChoices
}

export const abandonDraft = (scope: CouncilScope, importId: string): Promise<Outcome<string> | null> =>
  inCouncil(scope, async (tx) => {
    const row = await lockImport(scope, tx, importId)
    if (!row) return null
    if (row.state !== 'draft') return refused('This document is no longer a draft')
    await updateImport(scope, tx, row.id, { state: 'abandoned' })
    await recordAudit(scope, tx, { action: 'document put aside', thing: { kind: 'import', id: row.id } })
    return done(row.id)
  })
