import { describe, expect, it } from 'vitest'
import { readDocument } from '~/documents/read-document'
import { readDraft } from '~/domain/reading/read-draft'
import { unaccountedFor } from '#tests/support/make-reports'
import { writtenForAssessmentServices } from '#tests/support/written-reports/assessment-services'
import { writtenForAssessmentServicesAgain } from '#tests/support/written-reports/assessment-services-again'
import { writtenForCentreForAssessment } from '#tests/support/written-reports/centre-for-assessment'
import { writtenForCentreForAssessmentAgain } from '#tests/support/written-reports/centre-for-assessment-again'
import { factsOf, type Facts } from '#tests/support/written-reports/facts'
import { blocksOf, docxOf, pastedBlocks, pdfOf, piecesOf } from '#tests/support/written-reports/script'
import { wordFile, wordForms } from '#tests/support/written-reports/word-forms'

const all = [
  ...writtenForAssessmentServices,
  ...writtenForAssessmentServicesAgain,
  ...writtenForCentreForAssessment,
  ...writtenForCentreForAssessmentAgain,
]
const pages = [
  { size: 9, header: 'CSE report', footer: 'In confidence' },
  { size: 12, header: 'CSE report' },
  { size: 11, landscape: true },
]
/** Labels whose values stand in the draft: a level, the counts of a grid, an answer, a fact on the line below. */
const LABELS = /^(?:[^:]{4,40}:|Compliance: .*|Response – .*|[ |C1-5]+Total)$/

async function read(bytes: Uint8Array, name: string): Promise<Facts> {
  const reading = await readDocument(bytes, name)
  if (!reading.ok) throw new Error(reading.reason)
  return factsOf(readDraft(reading.document.blocks))
}

describe.each(all)('$name', ({ script, facts }) => {
  it('comes back as it was written', () => {
    expect(factsOf(readDraft(blocksOf(script)))).toEqual(facts)
  })
  it('drops nothing, and is read twice to the same draft', () => {
    const blocks = blocksOf(script)
    const draft = readDraft(blocks)
    expect(unaccountedFor(blocks, draft).filter((text) => !LABELS.test(text))).toEqual([])
    expect(readDraft(blocks)).toEqual(draft)
  })
  it('comes back from pasted text, which has no headings', () => {
    expect(factsOf(readDraft(pastedBlocks(script)))).toEqual(facts)
  })
  it('comes back from Word', async () => {
    expect(await read(await docxOf(script), 'report.docx')).toEqual(facts)
  })
  it.each(wordForms)('comes back from Word in the form of %s', async (form) => {
    expect(await read(wordFile(piecesOf(script), form), 'report.docx')).toEqual(facts)
  })
  it('comes back from PDF, however it is set', async () => {
    const settings = pages[all.findIndex((each) => each.script === script) % pages.length]!
    expect(await read(await pdfOf(script, { footer: 'In confidence' }), 'report.pdf')).toEqual(facts)
    expect(await read(await pdfOf(script, settings), 'report.pdf')).toEqual(facts)
  })
})
