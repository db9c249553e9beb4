import { describe, expect, it } from 'vitest'
import { readDocument } from '~/documents/read-document'
import { readDraft } from '~/domain/reading/read-draft'
import { writtenForAssessmentServices } from '#tests/support/written-reports/assessment-services'
import { writtenForAssessmentServicesAgain } from '#tests/support/written-reports/assessment-services-again'
import { writtenForCentreForAssessment } from '#tests/support/written-reports/centre-for-assessment'
import { factsOf } from '#tests/support/written-reports/facts'
import { blocksOf, docxOf, pastedBlocks, pdfOf } from '#tests/support/written-reports/script'

const all = [...writtenForAssessmentServices, ...writtenForAssessmentServicesAgain, ...writtenForCentreForAssessment]

describe.each(all)('$name', ({ script, facts }) => {
  it('comes back as it was written', () => {
    expect(factsOf(readDraft(blocksOf(script)))).toEqual(facts)
  })
  it('comes back from pasted text, which has no headings', () => {
    expect(factsOf(readDraft(pastedBlocks(script)))).toEqual(facts)
  })
  it('comes back from Word', async () => {
    const reading = await readDocument(await docxOf(script), 'report.docx')
    expect(reading.ok && factsOf(readDraft(reading.document.blocks))).toEqual(facts)
  })
  it('comes back from PDF', async () => {
    const reading = await readDocument(await pdfOf(script, { footer: 'In confidence' }), 'report.pdf')
    expect(reading.ok && factsOf(readDraft(reading.document.blocks))).toEqual(facts)
  })
})
