/** The worker reads a long document that waits. Done twice it changes nothing; what cannot be read says why. */
import { inCouncil, readInCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { getImport, listChosenColumns, lockImport, updateImport } from '#db/queries/imports'
import { readImportDraft } from '~/documents/read-import-draft'
import { asRead } from '~/domain/import-reading'
import { readWhole } from '~/storage/storage'

export async function readWaitingDocument(scope: CouncilScope, { importId }: { importId: string }): Promise<void> {
  const [row, columns] = await readInCouncil(scope, (tx) =>
    Promise.all([getImport(scope, tx, importId), listChosenColumns(scope, tx)]),
  )
  if (row?.state !== 'reading') return
  const bytes = await readWhole(scope.councilId, row.sha256)
  const read = await readImportDraft({ fileName: row.fileName, bytes }, { ...asRead, columns })
  await inCouncil(scope, async (tx) => {
    const standing = await lockImport(scope, tx, importId)
    if (standing?.state !== 'reading') return
    if (read.ok) {
      const { draft, ...seen } = read.value
      await updateImport(scope, tx, importId, { draft, choices: { lines: {}, ...seen }, state: 'draft' })
    } else await updateImport(scope, tx, importId, { state: 'failed', failure: read.refusals[0]!.message })
    await recordAudit(scope, tx, {
      action: read.ok ? 'document read' : 'document could not be read',
      thing: { kind: 'import', id: importId },
      after: read.ok ? { layout: read.value.draft.layout } : { why: read.refusals[0]!.message },
    })
  })
}
