/**
 * Files as they go bad, and files that are built to hurt: each is read, or refused with a sentence; never an error,
 * never ten seconds, never memory without end. `npm run trials -- mangled-files` tries two thousand.
 */
import { describe, expect, test } from 'vitest'
import { readDocument } from '~/documents/read-document'
import { readDraft } from '~/domain/reading/read-draft'
import { makeCsv, makeDocx, makePdf, makeXlsx, type Piece } from '#tests/support/make-documents'
import { sayFigure } from '#tests/support/figure'
import { hostileFiles, mangled, type Mangled } from '#tests/support/mangled-files'

const count = process.env.HOLDFAST_TRIALS === 'full' ? 2000 : 120
const LONGEST_MS = 10_000
const MOST_MEMORY = 1_200_000_000

async function goodFiles() {
  const words = 'Colleagues at the desk say that the forms now save an hour on a busy morning. '
  const rows = [
    ['No', 'Recommendation', 'Proposed actions', 'Lead', 'Target date', 'Update'],
    ...Array.from({ length: 30 }, (_, index) => [
      String(index + 1),
      words,
      `1. ${words}\n2. ${words}`,
      'A Larch\nB Rowan',
      'Mar26\nOngoing',
      words.repeat(3),
    ]),
  ]
  const pieces: Piece[] = [
    { kind: 'title', text: 'A plan' },
    { kind: 'table', rows },
    { kind: 'item', text: words },
    { kind: 'paragraph', text: words.repeat(20) },
  ]
  return [
    { name: 'plan.docx', bytes: await makeDocx(pieces) },
    { name: 'plan.pdf', bytes: await makePdf(pieces, { header: 'Sample', footer: 'Sample' }) },
    { name: 'plan.xlsx', bytes: await makeXlsx([{ name: 'Plan', rows }]) },
    { name: 'plan.csv', bytes: makeCsv(rows) },
  ]
}

type Tried = { how: string; ms: number; answer: string }

async function tried({ how, name, bytes }: Mangled): Promise<Tried> {
  const started = performance.now()
  const reading = await readDocument(bytes, name)
  const answer = reading.ok ? readDraft(reading.document.blocks).layout : reading.reason
  return { how, ms: performance.now() - started, answer }
}

const memory = (): number => process.memoryUsage().heapUsed + process.memoryUsage().external

describe('files gone bad', () => {
  test(`${count} of them are read or refused with a sentence`, { timeout: 3_600_000 }, async () => {
    const good = await goodFiles()
    const answers: Tried[] = []
    for (let seed = 1; seed <= count; seed++) answers.push(await tried(mangled(good, seed)))
    const slowest = answers.reduce((slow, each) => (each.ms > slow.ms ? each : slow))
    sayFigure('mangled files', `${count}: 0 errors; the slowest took ${Math.round(slowest.ms)} ms (${slowest.how})`)
    expect(slowest.ms, slowest.how).toBeLessThan(LONGEST_MS)
    expect(answers.filter(({ answer }) => answer === '')).toEqual([])
    expect(memory()).toBeLessThan(MOST_MEMORY)
  })

  test('files that are built to hurt', { timeout: 600_000 }, async () => {
    const slow: Tried[] = []
    for (const file of hostileFiles()) {
      const answer = await tried(file)
      if (answer.ms >= LONGEST_MS) slow.push(answer)
      expect(memory(), file.how).toBeLessThan(MOST_MEMORY)
    }
    expect(slow).toEqual([])
  })
})
