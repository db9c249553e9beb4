import { AlignmentType, Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { readDocument } from '~/documents/read-document'
import { wordNodes, paragraphsIn } from '~/documents/word-nodes'
import type { Block } from '~/domain/reading/blocks'
import { makeDocx } from '#tests/support/make-documents'

const shown = (blocks: Block[]): string[] =>
  blocks.map((block) =>
    block.kind === 'row' ? block.cells.map(({ text }) => text).join(' | ') : `${block.kind}: ${block.text}`,
  )
async function blocksOf(bytes: Uint8Array): Promise<Block[]> {
  const reading = await readDocument(bytes, 'report.docx')
  if (!reading.ok) throw new Error(reading.reason)
  return reading.document.blocks
}

const numbered = (text: string, level = 0, reference = 'points') =>
  new Paragraph({ text, numbering: { reference, level } })
const levels = (start: number) => [
  { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START, start },
  { level: 1, format: LevelFormat.LOWER_LETTER, text: '%1%2)', alignment: AlignmentType.START },
  { level: 2, format: LevelFormat.LOWER_ROMAN, text: '(%3)', alignment: AlignmentType.START },
]
const packed = async (children: (Paragraph | Table)[]) =>
  new Uint8Array(
    await Packer.toBuffer(
      new Document({
        numbering: {
          config: [
            { reference: 'points', levels: levels(1) },
            { reference: 'later', levels: levels(7) },
          ],
        },
        sections: [{ children }],
      }),
    ),
  )

describe('the numbers that Word prints', () => {
  test('count on over the text between, begin anew under each point, and start where the list says', async () => {
    const file = await packed([
      numbered('first'),
      numbered('part', 1),
      numbered('part', 1),
      numbered('piece', 2),
      new Paragraph('words between'),
      numbered('second'),
      numbered('part', 1),
      numbered('seventh', 0, 'later'),
      numbered('eighth', 0, 'later'),
    ])
    expect(shown(await blocksOf(file))).toEqual([
      'list-item: 1. first',
      'list-item: 1a) part',
      'list-item: 1b) part',
      'list-item: (i) piece',
      'paragraph: words between',
      'list-item: 2. second',
      'list-item: 2a) part',
      'list-item: 7. seventh',
      'list-item: 8. eighth',
    ])
  })

  test('stand before the lines of a cell, and bullets are bullets', async () => {
    const cell = (...children: Paragraph[]) => new TableCell({ children })
    const bullet = (text: string) => new Paragraph({ text, bullet: { level: 0 } })
    const table = new Table({
      rows: [new TableRow({ children: [cell(numbered('ask'), numbered('tell')), cell(bullet('one'), bullet('two'))] })],
    })
    expect(shown(await blocksOf(await packed([table])))).toEqual(['1. ask\n2. tell | • one\n• two'])
  })
})

describe('what stands on paper', () => {
  const told = (xml: string) => paragraphsIn(wordNodes(`<w:body>${xml}</w:body>`)).map(({ text }) => text)
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

  test.each<[string, string, string[]]>([
    [
      'what was put in by a tracked change',
      `<w:p>${run('kept ')}<w:ins w:id="1">${run('new')}</w:ins></w:p>`,
      ['kept new'],
    ],
    [
      'not what was deleted',
      `<w:p>${run('kept')}<w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>`,
      ['kept'],
    ],
    [
      'moved text only where it went',
      `<w:p><w:moveFrom>${run('here')}</w:moveFrom></w:p><w:p><w:moveTo>${run('there')}</w:moveTo></w:p>`,
      ['', 'there'],
    ],
    [
      'what a field shows, not its instruction',
      `<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>${run('3')}</w:p>`,
      ['3'],
    ],
    [
      'tabs and breaks, but not the stops of the ruler',
      `<w:p><w:pPr><w:tabs><w:tab w:pos="1"/></w:tabs></w:pPr>${run('a')}<w:r><w:tab/><w:br/></w:r>${run('b')}</w:p>`,
      ['a\t\nb'],
    ],
    [
      'a text box once, before the paragraph that holds it',
      `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>${run('boxed')}</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p>${run('boxed')}</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>${run('held')}</w:p>`,
      ['boxed', 'held'],
    ],
    [
      'links, content controls and smart tags',
      `<w:sdt><w:sdtContent><w:p><w:hyperlink>${run('a')}</w:hyperlink><w:smartTag>${run('b')}</w:smartTag></w:p></w:sdtContent></w:sdt>`,
      ['ab'],
    ],
    ['characters that XML escapes', `<w:p>${run('&lt;5 &amp; &#8220;x&#x201D;')}</w:p>`, ['<5 & “x”']],
    [
      'a table in a cell, row by row',
      `<w:tbl><w:tr><w:tc><w:p>${run('out')}</w:p><w:tbl><w:tr><w:tc><w:p>${run('in')}</w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>`,
      ['out', 'in'],
    ],
    ['what was never closed', `<w:p>${run('words')}`, ['words']],
  ])('%s', (_, xml, expected) => expect(told(xml)).toEqual(expected))

  test('a library that reads Word finds the same words', async () => {
    const file = await makeDocx([
      { kind: 'title', text: 'A plan & more' },
      { kind: 'item', text: 'a point' },
      {
        kind: 'table',
        rows: [
          ['No', 'Words <here>'],
          ['1', 'one\ntwo'],
          ['2', ''],
        ],
      },
      { kind: 'paragraph', text: 'The end' },
    ])
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(file) })
    const words = (text: string) => text.match(/[\p{L}\p{N}<>&]+/gu)
    expect(
      words(
        shown(await blocksOf(file))
          .join(' ')
          .replace(/(?:heading|list-item|paragraph): /g, ''),
      ),
    ).toEqual(words(value))
  })
})
