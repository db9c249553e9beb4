/** A file's bytes to the draft that a person confirms, and its tables as they were recognised, for who wants other columns. */
import { readDocument } from './read-document'
import type { ReadingChoice, SeenTable } from '~/domain/import-choices'
import { done, refused, type Outcome } from '~/domain/outcome'
import { recogniseTables } from '~/domain/reading/action-plan'
import type { Draft } from '~/domain/reading/draft'
import { readDraft } from '~/domain/reading/read-draft'

export type DraftRead = { draft: Draft; tables: SeenTable[]; sheets: string[] }

/** Refused with the sentence of what is wrong with the file, and what to do. */
export async function readImportDraft(
  document: { fileName: string; bytes: Uint8Array },
  reading: ReadingChoice,
): Promise<Outcome<DraftRead>> {
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
