/** A document comes in: the original is kept, and read into a draft that a person confirms line by line. A long one is
 * read by the worker, so that nobody waits and a crash loses nothing. Nothing of the plan changes yet. */
import { createHash } from 'node:crypto'
import { inCouncil, readInCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { insertImport, listChosenColumns } from '#db/queries/imports'
import { enqueue } from '#db/queue'
import { readImportDraft } from '~/documents/read-import-draft'
import { asRead, emptyDraft, isLongDocument } from '~/domain/import-reading'
import { done, type Outcome } from '~/domain/outcome'
import { storage } from '~/storage/storage'

export type DocumentIn = { fileName: string; bytes: Uint8Array; sha256: string }

export async function readDocumentIn(scope: CouncilScope, document: DocumentIn): Promise<Outcome<string>> {
  if (scope.actor.kind !== 'person') throw new Error('Only a person takes documents in.')
  const createdBy = scope.actor.personId
  const { fileName, bytes, sha256 } = document
  const isLong = isLongDocument(bytes.length)
  const columns = isLong ? [] : await readInCouncil(scope, (tx) => listChosenColumns(scope, tx))
  const read = isLong ? null : await readImportDraft(document, { ...asRead, columns })
  if (read !== null && !read.ok) return read
  await storage().put(scope.councilId, [bytes])
  const { draft, ...seen } = read?.value ?? { draft: emptyDraft }
  return inCouncil(scope, async (tx) => {
    const state = isLong ? 'reading' : 'draft'
    const id = await insertImport(scope, tx, {
      fileName,
      sha256,
      draft,
      createdBy,
      state,
      choices: { lines: {}, ...seen },
    })
    if (isLong) await enqueue(tx, { name: 'read-document', councilId: scope.councilId, importId: id })
    await recordAudit(scope, tx, {
      action: isLong ? 'document received' : 'document read',
      thing: { kind: 'import', id },
      after: { fileName, sha256, ...(isLong ? {} : { layout: draft.layout }) },
    })
    return done(id)
  })
}

/** Text from the clipboard is a text document; null where there is none. */
export function pastedDocument(text: string): DocumentIn | null {
  if (text.trim() === '') return null
  const bytes = new TextEncoder().encode(text)
  return { fileName: 'Pasted text.txt', bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
