import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planFields } from '~/domain/reading/action-plan-fields'
import { nowhere, type Block } from '~/domain/reading/blocks'
import { readDraft, recogniseLayout } from '~/domain/reading/read-draft'
import { madeTrackers } from '#tests/support/made-tracker'

const place = (line: number, quote: string) => ({ ...nowhere, line, quote })
const row = (cells: string[], line: number, table = 0, sheet: string | null = null): Block => ({
  kind: 'row',
  table,
  header: false,
  cells: cells.map((text) => ({ text, source: { ...place(line, text), sheet } })),
  source: { ...place(line, cells.join('\t')), sheet },
})
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const textsOf = (block: Block): string[] => (block.kind === 'row' ? block.cells.map(({ text }) => text) : [block.text])

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(stringsIn)
}

/** Words of a council's own between, before and after the rows of a tracker. */
const surrounded = fc
  .tuple(
    madeTrackers,
    fc.array(
      fc.constantFrom(
        'What we think of it all.',
        '* Subject to the budget',
        'Sample Borough Council',
        'Key: R is late',
        'Progress as at 4 May 2026',
        'Criterion 4: what comes next',
      ),
    ),
    fc.nat(),
  )
  .map(([{ rows }, more, at]) => {
    const blocks: Block[] = rows.map((cells, index) => row(cells, index + 1))
    more.forEach((text, index) => {
      blocks.splice((at + index * 7) % (blocks.length + 1), 0, {
        kind: index % 2 === 0 ? 'paragraph' : 'list-item',
        level: 0,
        text,
        source: place(100 + index, text),
      } as Block)
    })
    return blocks
  })

const anyText = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.constantFrom(
    'No.',
    'Recommendation',
    'Action',
    'Lead',
    'Target date',
    'RAG',
    'Category',
    '1',
    '2.',
    'R3',
    'Mar26',
    'Ongoing',
    'A Larch / B Rowan',
    '2.1.6',
    '1. Ask 2. Tell',
    '* note',
    '…',
    'Revised completion date June 2026',
  ),
)
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.array(anyText, { minLength: 1, maxLength: 9 }), fc.nat(3), fc.nat(90))
      .map(([cells, table, line]) => row(cells, line, table)),
  },
  fc
    .tuple(
      fc.constantFrom('paragraph' as const, 'heading' as const, 'list-item' as const, 'page-furniture' as const),
      anyText,
    )
    .map(([kind, text]): Block => ({ kind, level: 1, text, source: place(1, text) }) as Block),
)

describe('laws of reading a plan', { timeout: 120_000 }, () => {
  test('nothing is dropped: every word is in the draft', () => {
    fc.assert(
      fc.property(surrounded, (blocks) => {
        const held = new Set(words(stringsIn(readDraft(blocks, { layout: 'action-plan' })).join(' ')))
        for (const text of blocks.flatMap(textsOf))
          for (const word of words(text))
            expect(held.has(word) || word === 'and' || held.has(String(Number(word)))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('nothing is invented: every value stands in the document', () => {
    fc.assert(
      fc.property(surrounded, (blocks) => {
        const said = blocks.flatMap(textsOf).join(' ').replace(/\s+/g, ' ')
        const { recommendations } = readDraft(blocks, { layout: 'action-plan' })
        for (const { text, actions, responsibility, completions, progress, source } of recommendations) {
          const values = [
            text,
            ...responsibility,
            ...actions.flatMap((action) => [action.text, ...action.owners, action.completion?.text ?? '']),
            ...completions.map((each) => each.text),
            ...progress.map(({ evidence }) => evidence),
          ]
          for (const value of values)
            for (const line of value.split('\n')) expect(said).toContain(line.replace(/\s+/g, ' '))
          expect(source.quote).not.toBeNull()
        }
      }),
      { numRuns: 200 },
    )
  })

  test('the same blocks give the same draft, and reading changes none of them', () => {
    fc.assert(
      fc.property(surrounded, (blocks) => {
        const before = JSON.stringify(blocks)
        expect(readDraft(blocks)).toEqual(readDraft(JSON.parse(before) as Block[]))
        expect(JSON.stringify(blocks)).toBe(before)
      }),
      { numRuns: 60 },
    )
  })

  test('any blocks at all, with any columns chosen, are read without an error and without losing a word', () => {
    const chosen = fc.array(fc.record({ index: fc.nat(8), field: fc.constantFrom(...planFields) }), { maxLength: 4 })
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 25 }), chosen, (blocks, columns) => {
        recogniseLayout(blocks)
        const draft = readDraft(blocks, { layout: 'action-plan', columns })
        const held = new Set(words(stringsIn(draft).join(' ')))
        for (const text of blocks.flatMap(textsOf))
          for (const word of words(text)) expect(held.has(word) || word === 'and').toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('what is no plan', () => {
  test('is unrecognised, with everything not understood', () => {
    const blocks: Block[] = [
      { kind: 'heading', level: 1, text: 'Minutes', source: place(1, 'Minutes') },
      { kind: 'paragraph', text: 'We met and talked about the weather.', source: place(2, 'We met') },
      row(['Name', 'Town'], 3),
      row(['Ash', 'York'], 4),
      { kind: 'page-furniture', text: 'Page 1', source: place(5, 'Page 1') },
    ]
    const draft = readDraft(blocks)
    expect(draft).toMatchObject({ layout: 'unrecognised', title: null, reviews: [], recommendations: [], queries: [] })
    expect(draft.notUnderstood.map(({ text }) => text)).toEqual([
      'Minutes',
      'We met and talked about the weather.',
      'Name | Town',
      'Ash | York',
    ])
    expect(draft.furniture).toHaveLength(1)
  })

  test('one sheet of several can be chosen; without a choice every plan is read, and the rest is not lost', () => {
    const plan = (sheet: string, table: number, text: string) => [
      row(['No', 'Action', 'Lead', 'Target date'], 1, table, sheet),
      row(['1', text, 'A Larch', 'Mar26'], 2, table, sheet),
    ]
    const blocks = [
      ...plan('North', 0, 'Paint the door'),
      ...plan('South', 1, 'Mend the gate'),
      row(['Colour', 'Meaning'], 1, 2, 'Key'),
    ]
    const texts = (options: object) => readDraft(blocks, options).recommendations.map(({ text }) => text)
    expect(texts({})).toEqual(['Paint the door', 'Mend the gate'])
    expect(texts({ sheet: 'South' })).toEqual(['Mend the gate'])
    expect(stringsIn(readDraft(blocks, { sheet: 'South' })).join(' ')).toContain('Paint the door')
    expect(readDraft(blocks).notUnderstood.map(({ text }) => text)).toEqual(['Colour Meaning'])
  })
})
