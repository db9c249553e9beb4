/** A document comes in: the original is kept, and read into a draft that a person confirms line by line. Nothing of the
 * plan changes yet. It can be read again another way: another sheet, other columns, another layout. */
import { createHash } from 'node:crypto'
import { inCouncil, readInCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { getImport, insertImport, listChosenColumns, lockImport, updateImport } from '#db/queries/imports'
import { readDocument } from '~/documents/read-document'
import type { ImportChoices, ReadingChoice, SeenTable } from '~/domain/import-choices'
import { done, refused, type Outcome } from '~/domain/outcome'
import { recogniseTables } from '~/domain/reading/action-plan'
import type { Draft } from '~/domain/reading/draft'
import { readDraft } from '~/domain/reading/read-draft'
import { storage } from '~/storage/storage'

export type DocumentIn = { fileName: string; bytes: Uint8Array; sha256: string }

const asRead: ReadingChoice = { layout: null, sheet: null, columns: [] }

export async function readDocumentIn(scope: CouncilScope, document: DocumentIn): Promise<Outcome<string>> {
  if (scope.actor.kind !== 'person') throw new Error('Only a person takes documents in.')
  const createdBy = scope.actor.personId
  const columns = await readInCouncil(scope, (tx) => listChosenColumns(scope, tx))
  const read = await draftOf(document, { ...asRead, columns })
  if (!read.ok) return read
  const { draft, ...seen } = read.value
  await storage().put(scope.councilId, [document.bytes])
  return inCouncil(scope, async (tx) => {
    const { fileName, sha256 } = document
    const choices: ImportChoices = { lines: {}, ...seen }
    const id = await insertImport(scope, tx, { fileName, sha256, draft, createdBy, choices })
    await recordAudit(scope, tx, {
      action: 'document read',
      thing: { kind: 'import', id },
      after: { fileName, sha256, layout: draft.layout },
    })
    return done(id)
  })
}

/** The same file with what a person said of it; choices on lines that may now be others begin anew. */
export async function readDocumentAgain(
  scope: CouncilScope,
  input: { importId: string; reading: ReadingChoice },
): Promise<Outcome<string> | null> {
  const row = await readInCouncil(scope, (tx) => getImport(scope, tx, input.importId))
  if (!row) return null
  if (row.state !== 'draft') return refused('This document is no longer a draft')
  const chunks: Uint8Array[] = []
  for await (const chunk of await storage().read(scope.councilId, row.sha256)) chunks.push(chunk as Uint8Array)
  const read = await draftOf(
    { fileName: row.fileName, bytes: new Uint8Array(Buffer.concat(chunks)), sha256: row.sha256 },
    input.reading,
  )
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

type Read = { draft: Draft; tables: SeenTable[]; sheets: string[] }

async function draftOf(document: DocumentIn, reading: ReadingChoice): Promise<Outcome<Read>> {
  const found = await readDocument(document.bytes, document.fileName)
  if (!found.ok) return refused(found.reason, 'file')
  const { blocks, sheets } = found.document
  const { layout, sheet, columns } = reading
  const draft = readDraft(blocks, { columns, sheet, ...(layout === null ? {} : { layout }) })
  const isTable = draft.layout === 'action-plan' || draft.layout === 'unrecognised'
  const tables = !isTable ? [] : recogniseTables(blocks, { columns, sheet })
  return done({
    draft,
    sheets,
    tables: tables
      .filter(({ isPlan, mapping }) => (draft.layout === 'unrecognised' || isPlan) && mapping.columns.length > 1)
      .slice(0, 5)
      .map(({ sheet: of, isPlan, mapping, rows }) => {
        const first = (mapping.headerRows.at(-1) ?? -1) + 1
        const sample = rows.slice(first, first + 3).map((row) => row.map((text) => text.slice(0, 80)))
        return { sheet: of, isPlan, columns: mapping.columns, sample }
      }),
  })
}

/** Text from the clipboard is a text document; null where there is none. */
export function pastedDocument(text: string): DocumentIn | null {
  if (text.trim() === '') return null
  const bytes = new TextEncoder().encode(text)
  return { fileName: 'Pasted text.txt', bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
