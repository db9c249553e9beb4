import { describe, expect, test } from 'vitest'
import { readDocument } from '~/documents/read-document'
import { readDraft } from '~/domain/reading/read-draft'
import { councilTrackers } from '#tests/support/council-trackers'
import { outlineOf } from '#tests/support/draft-outline'
import { makeCsv, makeDocx, makeXlsx } from '#tests/support/make-documents'

async function outlineIn(bytes: Uint8Array, name: string) {
  const reading = await readDocument(bytes, name)
  if (!reading.ok) throw new Error(reading.reason)
  const draft = readDraft(reading.document.blocks)
  expect(draft.layout).toBe('action-plan')
  return outlineOf(draft)
}
const utf16 = (bytes: Uint8Array) => Buffer.from(`\uFEFF${Buffer.from(bytes).toString('utf8')}`, 'utf16le')

describe('trackers of councils that keep them in their own way', () => {
  test.each(councilTrackers)('$name', async ({ rows, draft }) => {
    expect(await outlineIn(makeCsv(rows), 'tracker.csv')).toEqual(draft)
    expect(await outlineIn(makeCsv(rows, ';', '\n'), 'tracker.csv')).toEqual(draft)
    expect(await outlineIn(utf16(makeCsv(rows, '\t')), 'tracker.csv')).toEqual(draft)
    expect(await outlineIn(await makeXlsx([{ name: 'Plan', rows }]), 'tracker.xlsx')).toEqual(draft)
    expect(await outlineIn(await makeDocx([{ kind: 'table', rows }]), 'tracker.docx')).toEqual(draft)
  })
})
