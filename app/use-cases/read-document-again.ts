/** A document is read again another way, as a person says: another sheet, other columns, another layout. */
import { inCouncil, readInCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { getImport, lockImport, updateImport } from '#db/queries/imports'
import { readImportDraft } from '~/documents/read-import-draft'
import type { ImportChoices, ReadingChoice } from '~/domain/import-choices'
import { done, refused, type Outcome } from '~/domain/outcome'
import { readWhole } from '~/storage/storage'

/** The same file with what a person said of it; choices on lines that may now be others begin anew. */
export async function readDocumentAgain(
  scope: CouncilScope,
  input: { importId: string; reading: ReadingChoice },
): Promise<Outcome<string> | null> {
  const row = await readInCouncil(scope, (tx) => getImport(scope, tx, input.importId))
  if (!row) return null
  if (row.state !== 'draft') return refused('This document is no longer a draft')
  const bytes = await readWhole(scope.councilId, row.sha256)
  const read = await readImportDraft({ fileName: row.fileName, bytes }, input.reading)
  if (!read.ok) return read
  return inCouncil(scope, async (tx) => {
    const standing = await lockImport(scope, tx, row.id)
    if (standing?.state !== 'draft') return refused('This document is no longer a draft')
    const { draft, ...seen } = read.value
    const before = standing.choices
    const choices: ImportChoices = {
      lines: {},
      sources: before.sources,
      statuses: before.statuses,
      ...seen,
      reading: input.reading,
      seen: ['columns'],
    }
    await updateImport(scope, tx, row.id, { draft, choices })
    await recordAudit(scope, tx, {
      action: 'document read again',
      thing: { kind: 'import', id: row.id },
      before: { layout: standing.layout, reading: before.reading ?? null },
      after: { layout: draft.layout, reading: input.reading },
    })
    return done(row.id)
  })
}
