/** A document comes in: it is read into a draft that a person confirms line by line. Nothing of the plan changes yet. */
import { createHash } from 'node:crypto'
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { insertImport } from '#db/queries/imports'
import { readDocument } from '~/documents/read-document'
import { done, refused, type Outcome } from '~/domain/outcome'
import { readDraft } from '~/domain/reading/read-draft'

export type DocumentIn = { fileName: string; bytes: Uint8Array; sha256: string }

export async function readDocumentIn(scope: CouncilScope, document: DocumentIn): Promise<Outcome<string>> {
  if (scope.actor.kind !== 'person') throw new Error('Only a person takes documents in.')
  const createdBy = scope.actor.personId
  const reading = await readDocument(document.bytes, document.fileName)
  if (!reading.ok) return refused(reading.reason, 'file')
  const draft = readDraft(reading.document.blocks)
  return inCouncil(scope, async (tx) => {
    const { fileName, sha256 } = document
    const id = await insertImport(scope, tx, { fileName, sha256, draft, createdBy, choices: { lines: {} } })
    await recordAudit(scope, tx, {
      action: 'document read',
      thing: { kind: 'import', id },
      after: { fileName, sha256, layout: draft.layout },
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
