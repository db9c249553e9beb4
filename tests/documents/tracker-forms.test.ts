/** Trackers in the forms in which files really hold them: columns of spaces, labels, pasted cells, broken tables, workbooks. */
import { describe, expect, test } from 'vitest'
import { readDocument } from '~/documents/read-document'
import { readDraft } from '~/domain/reading/read-draft'
import { outlineOf } from '#tests/support/draft-outline'
import { makeCsv, makeDocx, makePdf, makeXlsx, type Piece } from '#tests/support/make-documents'
import { makeZip } from '#tests/support/make-zip'

async function draftIn(bytes: Uint8Array, name: string) {
  const reading = await readDocument(bytes, name)
  if (!reading.ok) throw new Error(reading.reason)
  return readDraft(reading.document.blocks)
}
const outlineIn = async (bytes: Uint8Array, name: string) => outlineOf(await draftIn(bytes, name))
const points = (text: string) => outlineIn(Buffer.from(text), 'notes.txt')

describe('a tracker in plain text', () => {
  test('in columns that spaces hold apart, with empty lines between its rows', async () => {
    const text = `Service improvement plan
As at 31 March 2026

Ref   Recommendation                        Action                        Lead       Due        Status
1     Shorten the queue at the main desk    Open a second desk at noon    B Elm      June 2026  On track

2     Publish more about complaints         Put figures online            C Sorrel   Ongoing    Delayed
`
    expect(await points(text)).toEqual([
      '1. Shorten the queue at the main desk @ B Elm',
      '- 1 Open a second desk at noon @ B Elm: June 2026 (month 2026-06-01 to 2026-06-30)',
      '- 2026-03-31 <On track>',
      '2. Publish more about complaints @ C Sorrel',
      '- 1 Put figures online @ C Sorrel: Ongoing (ongoing)',
      '- 2026-03-31 <Delayed>',
    ])
  })

  test('in columns of spaces whose cells go on in the next line, over a rule of dashes', async () => {
    const text = `No.   Recommendation              Proposed action               Owner            Target date
----  --------------------------  ----------------------------  ---------------  ------------
1     Shorten the queue at the    Open a second desk between    Customer         30 June 2026
      main desk                   noon and two                  Services Mgr
2     Publish more about how we   Put figures online every      Complaints       Quarterly
      learn from complaints       quarter                       Officer
`
    expect(await points(text)).toEqual([
      '1. Shorten the queue at the main desk @ Customer Services Mgr',
      '- 1 Open a second desk between noon and two @ Customer Services Mgr: 30 June 2026 (day 2026-06-30)',
      '2. Publish more about how we learn from complaints @ Complaints Officer',
      '- 1 Put figures online every quarter @ Complaints Officer: Quarterly (recurring every 3)',
    ])
  })

  test('prose with two spaces in it is no table', async () => {
    const text = 'We met in June.  The action was agreed.  The lead is away.\nShe is back in July.  All went well.\n'
    expect(await draftIn(Buffer.from(text), 'notes.txt')).toMatchObject({ layout: 'unrecognised', recommendations: [] })
  })

  test('pasted from a sheet, with several lines in a cell', async () => {
    const text =
      'Ref\tRecommendation\tAction\tLead\tDue\n1\tShorten the queue\t"1. Open a ""second"" desk\n2. Move the machine"\t"B Elm\nC Sorrel"\t"June 2026\nJuly 2026"\n2\tPublish complaints\tPut figures online\tD Thorn\tQuarterly\n'
    expect(await points(text)).toEqual([
      '1. Shorten the queue @ B Elm + C Sorrel',
      '- 1 Open a "second" desk @ B Elm: June 2026 (month 2026-06-01 to 2026-06-30)',
      '- 2 Move the machine @ C Sorrel: July 2026 (month 2026-07-01 to 2026-07-31)',
      '2. Publish complaints @ D Thorn',
      '- 1 Put figures online @ D Thorn: Quarterly (recurring every 3)',
    ])
  })

  const expected = [
    '1. Shorten the queue at the main desk @ B Elm',
    '- due June 2026 (month 2026-06-01 to 2026-06-30)',
    '2. Publish more about complaints @ C Sorrel',
    '- due Sept 2026 (month 2026-09-01 to 2026-09-30)',
  ]
  test.each([
    [
      'several labels on a line',
      '1. Shorten the queue at the main desk\nLead: B Elm; Target date: June 2026\n\n2. Publish more about complaints\nLead: C Sorrel; Target date: Sept 2026\n',
    ],
    [
      'all in one line',
      'Recommendation 1: Shorten the queue at the main desk; Owner: B Elm; Due: June 2026\nRecommendation 2: Publish more about complaints; Owner: C Sorrel; Due: Sept 2026\n',
    ],
    [
      'the words under a label of their own',
      'Area for Improvement 1\nShorten the queue at the main desk\nLead officer: B Elm\nTimescale: June 2026\n\nArea for Improvement 2\nPublish more about complaints\nLead officer: C Sorrel\nTimescale: Sept 2026\n',
    ],
  ])('under labels: %s', async (_, text) => expect(await points(text)).toEqual(expected))
})

const headings = ['Ref', 'Recommendation', 'Action', 'Lead', 'Due', 'RAG']
const broken: Piece[] = [
  { kind: 'title', text: 'Action plan' },
  { kind: 'heading', text: 'Criterion 1: Insight' },
  {
    kind: 'table',
    rows: [headings, ['1', 'Ask more people', 'Send a yearly survey', 'B Elm', 'June 2026', 'Green']],
  },
  { kind: 'heading', text: 'Criterion 2: Culture' },
  {
    kind: 'table',
    rows: [headings, ['2', 'Train all of our staff', 'Book the courses', 'C Sorrel', 'May 2026', 'Red']],
  },
]
const found = [
  '1. Ask more people @ B Elm',
  '- 1 Send a yearly survey @ B Elm: June 2026 (month 2026-06-01 to 2026-06-30)',
  '- undated <Green>',
  '2. Train all of our staff @ C Sorrel',
  '- 1 Book the courses @ C Sorrel: May 2026 (month 2026-05-01 to 2026-05-31)',
  '- undated <Red>',
]

describe('a tracker broken into several tables', () => {
  test('with its headings again in each, from Word and from PDF', async () => {
    expect(await outlineIn(await makeDocx(broken), 'plan.docx')).toEqual(found)
    expect(await outlineIn(await makePdf(broken), 'plan.pdf')).toEqual(found)
  })

  test('without headings in the later ones', async () => {
    const later = broken.map((piece, index) =>
      index === 4 && piece.kind === 'table' ? { ...piece, rows: piece.rows.slice(1) } : piece,
    )
    later[3] = { kind: 'paragraph', text: 'Our culture' }
    expect(await outlineIn(await makeDocx(later), 'plan.docx')).toEqual([...found, '! Our culture'])
  })
})

/** A workbook written by hand, for what the library that writes the others cannot: colours, comments, hidden parts. */
function handMade(): Uint8Array {
  const part = (name: string, xml: string) => ({ name, bytes: Buffer.from(xml) })
  const text = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`
  const top = headings.map((heading, column) => text(`${'ABCDEF'[column]}1`, heading)).join('')
  const fill = (colour: string) =>
    `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/></patternFill></fill>`
  const sheet = (rows: string) => `<worksheet><sheetData><row r="1">${top}</row>${rows}</sheetData></worksheet>`
  const related = (...all: [string, string, string][]) =>
    `<Relationships>${all.map(([id, type, target]) => `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`).join('')}</Relationships>`
  return makeZip([
    part('[Content_Types].xml', '<Types/>'),
    part(
      'xl/workbook.xml',
      '<workbook><sheets><sheet name="Live" r:id="a"/><sheet name="Last year" state="hidden" r:id="b"/></sheets></workbook>',
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      related(
        ['a', 'worksheet', 'worksheets/sheet1.xml'],
        ['b', 'worksheet', 'worksheets/sheet2.xml'],
        ['c', 'styles', 'styles.xml'],
      ),
    ),
    part(
      'xl/styles.xml',
      `<styleSheet><fills><fill/><fill/>${fill('00B050')}${fill('FF0000')}</fills><cellXfs><xf numFmtId="0" fillId="0"/><xf numFmtId="14" fillId="0"/><xf numFmtId="17" fillId="0"/><xf numFmtId="0" fillId="2"/><xf numFmtId="0" fillId="3"/></cellXfs></styleSheet>`,
    ),
    part(
      'xl/worksheets/sheet1.xml',
      sheet(
        `<row r="2">${text('A2', '1')}${text('B2', 'Ask more people')}<c r="C2" t="str"><f>B9</f><v>Send a survey</v></c>${text('D2', 'B Elm')}<c r="E2" s="1"><v>46203</v></c><c r="F2" s="3"/></row>` +
          `<row r="3" hidden="1">${text('A3', '2')}${text('B3', 'Train all staff')}${text('C3', 'Book courses')}${text('D3', 'C Sorrel')}<c r="E3" s="2"><v>46143</v></c><c r="F3" s="4"/></row>`,
      ),
    ),
    part('xl/worksheets/_rels/sheet1.xml.rels', related(['d', 'comments', '../comments1.xml'])),
    part(
      'xl/comments1.xml',
      '<comments><commentList><comment ref="E3"><text><r><t>Moved twice already</t></r></text></comment></commentList></comments>',
    ),
    part(
      'xl/worksheets/sheet2.xml',
      sheet(`<row r="2">${text('A2', '9')}${text('B2', 'An old point')}${text('D2', 'E Ash')}</row>`),
    ),
  ])
}

describe('a workbook', () => {
  test('tells states by colours alone, in hidden rows too, with what was written beside the cells', async () => {
    expect(await outlineIn(handMade(), 'plan.xlsx')).toEqual([
      '1. Ask more people @ B Elm',
      '- 1 Send a survey @ B Elm: 30 June 2026 (day 2026-06-30)',
      '- undated <green fill>',
      '2. Train all staff @ C Sorrel',
      '- 1 Book courses @ C Sorrel: May 2026 (month 2026-05-01 to 2026-05-31)',
      '- undated <red fill>',
      '- note Moved twice already',
    ])
  })

  test('has its hidden sheets set aside, and not read as a plan', async () => {
    const { furniture } = await draftIn(handMade(), 'plan.xlsx')
    const hidden = furniture.filter(({ source }) => source.sheet === 'Last year').map(({ source }) => source.quote)
    expect(hidden.join()).toContain('An old point')
  })
})

test('2,000 rows are read in moments', { timeout: 30_000 }, async () => {
  const rows = Array.from({ length: 2000 }, (_, index) => [
    String(index + 1),
    `Improve the way in which letter ${index} is answered`,
    `Rewrite part ${index}\nTell team ${index}`,
    'B Elm / C Sorrel\nD Thorn',
    'June 2026\nby the end of March 2027',
    ['Green', 'Amber', 'Red'][index % 3]!,
  ])
  for (const [name, bytes] of [
    ['plan.csv', makeCsv([headings, ...rows])],
    ['plan.xlsx', await makeXlsx([{ name: 'Plan', rows: [headings, ...rows] }])],
  ] as const) {
    const before = process.cpuUsage()
    expect((await draftIn(bytes, name)).recommendations).toHaveLength(2000)
    const { user, system } = process.cpuUsage(before)
    // Twice what it may take on a quiet machine: other tests run beside this one.
    expect((user + system) / 1e6).toBeLessThan(2)
  }
})
