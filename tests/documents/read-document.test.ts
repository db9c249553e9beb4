import { describe, expect, test } from 'vitest'
import { readDocument } from '~/documents/read-document'
import { unreadable } from '~/documents/unreadable'
import type { Block } from '~/domain/reading/blocks'
import { makeZip } from '#tests/support/make-zip'
import { makeCsv, makeDocx, makePdf, makeXlsx } from '#tests/support/make-documents'

const bytesOf = (...parts: (string | Uint8Array | number[])[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))))
const zipOf = (...names: string[]) =>
  new Uint8Array(makeZip(names.map((name) => ({ name, bytes: Buffer.from('<x/>') }))))
const compound = (stream: string) =>
  bytesOf([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], new Uint8Array(600), Buffer.from(stream, 'utf16le'))

async function blocksOf(bytes: Uint8Array, name: string): Promise<Block[]> {
  const reading = await readDocument(bytes, name)
  if (!reading.ok) throw new Error(reading.reason)
  return reading.document.blocks
}
const shown = (blocks: Block[]): string[] =>
  blocks.map((block) =>
    block.kind === 'row' ? block.cells.map(({ text }) => text).join(' | ') : `${block.kind}: ${block.text}`,
  )

describe('a file that cannot be read gets the sentence that says what it is', () => {
  test.each<[string, keyof typeof unreadable, Uint8Array, string]>([
    ['nothing at all', 'empty', bytesOf(), 'report.docx'],
    ['only white space', 'empty', bytesOf('  \n\t \r\n'), 'notes.txt'],
    ['more than the limit', 'tooBig', new Uint8Array(26 * 1024 * 1024), 'report.pdf'],
    ['an old Word file', 'oldWord', compound('WordDocument'), 'report.doc'],
    ['an old Word file with a new name', 'oldWord', compound('WordDocument'), 'report.docx'],
    ['an old workbook', 'oldExcel', compound('Workbook'), 'plan.xls'],
    ['a Word file with a password', 'protectedOffice', compound('EncryptedPackage'), 'report.docx'],
    [
      'a Word file packed with a password',
      'protectedOffice',
      new Uint8Array(makeZip([{ name: 'word/document.xml', bytes: Buffer.from('<x/>'), encrypted: true }])),
      'report.docx',
    ],
    ['a mail from Outlook', 'outlook', compound('__substg1.0_0037001F'), 'report.msg'],
    ['slides', 'powerPoint', zipOf('ppt/presentation.xml'), 'report.pptx'],
    ['a binary workbook', 'binaryExcel', zipOf('xl/workbook.bin'), 'plan.xlsb'],
    ['an OpenDocument text', 'openDocument', zipOf('mimetype', 'content.xml'), 'report.odt'],
    ['a folder of files', 'otherZip', zipOf('report.docx', 'plan.xlsx'), 'all.zip'],
    ['rich text', 'richText', bytesOf('{\\rtf1\\ansi words}'), 'report.doc'],
    ['a web page', 'webPage', bytesOf('<!DOCTYPE html><html><body>words</body></html>'), 'report.doc'],
    ['a picture', 'picture', bytesOf([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], new Uint8Array(50)), 'scan.png'],
    ['bytes of no kind', 'notKnown', new Uint8Array(500).map((_, index) => (index * 37) % 31), 'thing.bin'],
    ['text called a Word file', 'damaged', bytesOf('just words'), 'report.docx'],
    ['half a ZIP', 'damaged', zipOf('word/document.xml').slice(0, 60), 'report.docx'],
    ['a PDF without pages', 'damaged', bytesOf('%PDF-1.7\n'), 'report.pdf'],
  ])('%s', async (_, why, bytes, name) => {
    expect(await readDocument(bytes, name)).toEqual({ ok: false, reason: unreadable[why] })
  })

  test('a scan: pages of pictures without text', async () => {
    const page = await makePdf([{ kind: 'paragraph', text: ' ' }])
    const scan = bytesOf(Buffer.from(page), '\n99 0 obj<</Subtype /Image/Filter/DCTDecode>>endobj\n')
    expect(await readDocument(scan, 'scan.pdf')).toEqual({ ok: false, reason: unreadable.scanned })
    expect(await readDocument(page, 'blank.pdf')).toEqual({ ok: false, reason: unreadable.noText })
  })

  test('a PDF with a password', async () => {
    const { default: PDFDocument } = await import('pdfkit')
    const pdf = new PDFDocument({ userPassword: 'hush', pdfVersion: '1.7' })
    const chunks: Buffer[] = []
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.text('Not for everyone')
    pdf.end()
    await new Promise((resolve) => pdf.on('end', resolve))
    const reading = await readDocument(new Uint8Array(Buffer.concat(chunks)), 'report.pdf')
    expect(reading).toEqual({ ok: false, reason: unreadable.protectedPdf })
  })

  test('every sentence says what it is and what to do', () => {
    for (const sentence of Object.values(unreadable)) expect(sentence).toMatch(/^[A-Z].+[.,] .+\.$/)
  })
})

describe('text', () => {
  const words = 'Fees – “plain” café £5'

  test.each<[string, Uint8Array]>([
    ['UTF-8', bytesOf(words)],
    ['UTF-8 with its mark', bytesOf([0xef, 0xbb, 0xbf], words)],
    ['UTF-16', bytesOf([0xff, 0xfe], Buffer.from(words, 'utf16le'))],
    ['UTF-16 without its mark', new Uint8Array(Buffer.from(`${words} and plain words`, 'utf16le'))],
    ['Windows', bytesOf('Fees ', [0x96, 0x20, 0x93], 'plain', [0x94], ' caf', [0xe9], ' ', [0xa3], '5')],
  ])('in %s', async (_, bytes) => {
    expect(shown(await blocksOf(bytes, 'notes.txt'))[0]).toContain(words)
  })

  test('headings, items, paragraphs, rows and the line where each stands', async () => {
    const text = [
      '# Our plan',
      '',
      'Words of **some** weight on the 2<sup>nd</sup>.',
      '- first thing',
      '  and its end',
      'Name\tTeam',
      '\tHousing',
    ]
    const blocks = await blocksOf(bytesOf(text.join('\r\n')), 'notes.txt')
    expect(shown(blocks)).toEqual([
      'heading: Our plan',
      'paragraph: Words of some weight on the 2nd.',
      'list-item: first thing and its end',
      'Name | Team',
      ' | Housing',
    ])
    expect(blocks.map(({ source }) => source.line)).toEqual([1, 3, 4, 6, 7])
  })

  test('lines that were wrapped at a width are one paragraph again', async () => {
    const lines = [
      'The office opens at eight and the telephones a little later,',
      'because the people who answer them come from the late shift,',
      'and so they have the first half hour for what was left over',
      'from the evening before. Nobody has complained of that yet.',
      '',
      'A new one.',
    ]
    expect(shown(await blocksOf(bytesOf(lines.join('\n')), 'mail.txt'))).toEqual([
      `paragraph: ${lines.slice(0, 4).join(' ')}`,
      'paragraph: A new one.',
    ])
  })

  test('a form feed begins a page', async () => {
    const blocks = await blocksOf(bytesOf('one\n\ftwo'), 'notes.txt')
    expect(blocks.map(({ source }) => source.page)).toEqual([1, 2])
  })
})

describe('CSV', () => {
  test('quotes, separators and line ends inside a field; cells by their names', async () => {
    const rows = [
      ['No', 'Words'],
      ['1', 'Say "yes", or no\nto them'],
      ['2', "'=1+1"],
    ]
    for (const separator of [',', ';', '\t']) {
      const blocks = await blocksOf(makeCsv(rows, separator), 'plan.csv')
      expect(shown(blocks)).toEqual(['No | Words', '1 | Say "yes", or no\nto them', '2 | =1+1'])
      expect(blocks[2]!.kind === 'row' && blocks[2]!.cells[1]!.source.cell).toBe('B4')
    }
  })
})

describe('workbooks', () => {
  const day = (text: string) => new Date(`${text}T00:00:00Z`)

  test('dates as the sheet shows them: a month is no day', async () => {
    const rows = [
      [
        { date: day('2026-04-01'), format: 'mmm-yy' },
        { date: day('2026-04-01'), format: 'dd/mm/yyyy' },
      ],
      [{ date: day('2026-04-30'), format: 'd mmm' }, 'Apr26'],
    ]
    expect(shown(await blocksOf(await makeXlsx([{ name: 'P', rows }]), 'plan.xlsx'))).toEqual([
      'April 2026 | 1 April 2026',
      '30 April 2026 | Apr26',
    ])
  })

  test('every sheet by its name, numbers without their noise, cells by their names', async () => {
    const book = await makeXlsx([
      {
        name: 'Plan',
        rows: [
          ['No', 'Words'],
          [1, 'a'],
          [0.1 + 0.2, null],
          [null, 'line one\nline two'],
        ],
      },
      { name: 'Key', rows: [['R', 'late']] },
    ])
    const reading = await readDocument(book, 'plan.xlsx')
    if (!reading.ok) throw new Error(reading.reason)
    expect(reading.document.sheets).toEqual(['Plan', 'Key'])
    expect(shown(reading.document.blocks)).toEqual(['No | Words', '1 | a', '0.3', ' | line one\nline two', 'R | late'])
    expect(reading.document.blocks.map(({ source }) => source.sheet)).toEqual(['Plan', 'Plan', 'Plan', 'Plan', 'Key'])
    const last = reading.document.blocks[3]!
    expect(last.kind === 'row' && last.cells[1]!.source).toMatchObject({ sheet: 'Plan', cell: 'B4', line: 4 })
  })

  test('a library that reads workbooks finds the same words', async () => {
    const { readSheet } = await import('read-excel-file/node')
    const rows = [
      ['No', 'Words', 'Share'],
      [1, 'Tell <them> & "us"', 12.5],
      [2, '  spaced  out ', -3],
    ]
    const book = await makeXlsx([{ name: 'P', rows }])
    const theirs = (await readSheet(Buffer.from(book))) as unknown[][]
    const ours = (await blocksOf(book, 'p.xlsx')).map((block) =>
      block.kind === 'row' ? block.cells.map(({ text }) => text) : [],
    )
    expect(ours).toEqual(theirs.map((row) => row.map((cell) => String(cell).replace(/\s+/g, ' ').trim())))
  })
})

describe('Word', () => {
  test('headings by their style, items, paragraphs, tables with the lines of their cells', async () => {
    const blocks = await blocksOf(
      await makeDocx([
        { kind: 'title', text: 'Report' },
        { kind: 'heading', text: 'Part one' },
        { kind: 'paragraph', text: 'Some words.' },
        { kind: 'item', text: 'a point' },
        {
          kind: 'table',
          rows: [
            ['No', 'Who'],
            ['1', 'A Larch\nB Rowan'],
          ],
        },
      ]),
      'report.docx',
    )
    expect(shown(blocks)).toEqual([
      'heading: Report',
      'heading: Part one',
      'paragraph: Some words.',
      'list-item: a point',
      'No | Who',
      '1 | A Larch\nB Rowan',
    ])
    expect(blocks.map((block) => ('level' in block ? block.level : null))).toEqual([1, 2, null, 0, null, null])
  })

  test('cells over several rows and columns stand once; headers and footers stand apart; notes are not lost', async () => {
    const { Document, FootnoteReferenceRun, Footer, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } =
      await import('docx')
    const cell = (text: string, spans = {}) => new TableCell({ children: [new Paragraph(text)], ...spans })
    const table = new Table({
      rows: [
        new TableRow({ tableHeader: true, children: [cell('Plan', { columnSpan: 2 }), cell('When')] }),
        new TableRow({ children: [cell('1', { rowSpan: 2 }), cell('first'), cell('May')] }),
        new TableRow({ children: [cell('second'), cell('June')] }),
      ],
    })
    const noted = new Paragraph({ children: [new TextRun('See'), new FootnoteReferenceRun(1)] })
    const file = await Packer.toBuffer(
      new Document({
        footnotes: { 1: { children: [new Paragraph('The small print')] } },
        sections: [
          {
            headers: { default: new Header({ children: [new Paragraph('Sample Council')] }) },
            footers: { default: new Footer({ children: [new Paragraph('Page & more')] }) },
            children: [noted, table],
          },
        ],
      }),
    )
    const blocks = await blocksOf(new Uint8Array(file), 'report.docx')
    expect(shown(blocks)).toEqual([
      'page-furniture: Sample Council',
      'paragraph: See',
      'Plan |  | When',
      '1 | first | May',
      ' | second | June',
      'paragraph: The small print',
      'page-furniture: Page & more',
    ])
    expect(blocks.map((block) => block.kind === 'row' && block.header)).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
      false,
    ])
  })
})

describe('PDF', () => {
  const long =
    'Colleagues at the front desk say that the new forms save them about an hour on a busy morning, which they use to call back. '

  test('running headers, footers and page numbers stand apart; a paragraph over a page is one', async () => {
    const pieces = Array.from({ length: 14 }, (_, index) => ({
      kind: 'paragraph' as const,
      text: `${index + 1}th of all. ${long.repeat(4)}`.trim(),
    }))
    const pdf = await makePdf([{ kind: 'title', text: 'A plan' }, ...pieces], {
      header: 'Sample Council – draft',
      footer: 'Sample',
    })
    const blocks = await blocksOf(pdf, 'report.pdf')
    expect(blocks.filter(({ kind }) => kind === 'paragraph').map((block) => 'text' in block && block.text)).toEqual(
      pieces.map(({ text }) => text),
    )
    expect(shown(blocks).filter((line) => line.startsWith('heading'))).toEqual(['heading: A plan'])
    const aside = shown(blocks.filter(({ kind }) => kind === 'page-furniture'))
    expect(aside.sort()).toEqual([
      'page-furniture: Sample Council – draft',
      'page-furniture: Sample Council – draft',
      'page-furniture: Sample – page 1 of 2',
      'page-furniture: Sample – page 2 of 2',
    ])
    expect(blocks.at(-1)!.source.page).toBe(2)
  })

  test('a row that breaks over a page is one row, and headings that come again stand apart', async () => {
    const rows = [
      ['No', 'Words', 'Who'],
      ...Array.from({ length: 12 }, (_, index) => [String(index + 1), long.repeat(3).trim(), 'A Larch\nB Rowan']),
    ]
    const blocks = await blocksOf(await makePdf([{ kind: 'table', rows, widths: [1, 6, 2] }]), 'plan.pdf')
    expect(shown(blocks)).toEqual(rows.map((row) => row.join(' | ')))
    expect(new Set(blocks.map((block) => block.kind === 'row' && block.table)).size).toBe(1)
  })
})

test('the same bytes give the same blocks, each with its quote', async () => {
  const files: [string, Uint8Array][] = [
    [
      'a.docx',
      await makeDocx([
        {
          kind: 'table',
          rows: [
            ['No', 'Words'],
            ['1', 'a'],
          ],
        },
      ]),
    ],
    [
      'a.pdf',
      await makePdf([
        {
          kind: 'table',
          rows: [
            ['No', 'Words'],
            ['1', 'a'],
          ],
        },
      ]),
    ],
    [
      'a.csv',
      makeCsv([
        ['No', 'Words'],
        ['1', 'a'],
      ]),
    ],
  ]
  for (const [name, bytes] of files) {
    const blocks = await blocksOf(bytes, name)
    expect(await blocksOf(bytes, name)).toEqual(blocks)
    for (const block of blocks) expect(block.source.quote).not.toBeNull()
  }
})
