import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { acceptedKinds, decideFile, defaultMaxBytes, longestName, safeFileName } from '~/domain/accepted-file'

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0))
/** A ZIP's first local header, with its entry's name and how its content begins. */
const zipOf = (name: string, content = '') =>
  Uint8Array.from([
    ...ascii('PK'),
    3,
    4,
    ...Array<number>(22).fill(0),
    name.length,
    0,
    0,
    0,
    ...ascii(name),
    ...ascii(content),
  ])
const bytes = (text: string) => Uint8Array.from(ascii(text))
const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])
const odt = zipOf('mimetype', 'application/vnd.oasis.opendocument.textPK')
const png = Uint8Array.from([0x89, ...ascii('PNG'), 13, 10, 26, 10, 0])
const offer = (name: string, firstBytes: Uint8Array, size = firstBytes.length) => decideFile({ name, size, firstBytes })

describe('a file that is offered', () => {
  test.each([
    ['report.pdf', bytes('%PDF-1.7'), 'pdf'],
    ['REPORT.PDF', bytes('%PDF-1.7'), 'pdf'],
    ['plan.docx', zipOf('[Content_Types].xml'), 'docx'],
    ['plan.docx', zipOf('word/document.xml'), 'docx'],
    ['plan.xlsx', zipOf('_rels/.rels'), 'xlsx'],
    ['slides.pptx', zipOf('docProps/app.xml'), 'pptx'],
    ['plan.odt', odt, 'odt'],
    ['figures.csv', bytes('a,b\r\n1,2'), 'csv'],
    ['figures.csv', Uint8Array.from([0xef, 0xbb, 0xbf, ...ascii('a,b')]), 'csv'],
    ['figures.csv', Uint8Array.from([0xff, 0xfe, 0x61, 0]), 'csv'],
    ['notes.txt', bytes('caf\u00e9, 5 < 6'), 'txt'],
    ['photo.jpeg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), 'jpg'],
    ['photo.png', png, 'png'],
  ])('as %s is taken', (name, first, kind) => {
    const outcome = offer(name, first)
    expect(outcome.ok && outcome.value.kind).toBe(kind)
  })

  test.each<[string, string, Uint8Array, string]>([
    ['empty', 'a.pdf', new Uint8Array(), 'is empty'],
    ['a program called PDF', 'a.pdf', bytes('MZ\u0090'), 'not what its ending says'],
    ['a PDF called Word', 'a.docx', bytes('%PDF-1.7'), 'not what its ending says'],
    ['an archive called Word', 'a.docx', zipOf('holiday.jpg'), 'not what its ending says'],
    ['an Excel workbook called Word', 'a.docx', zipOf('xl/workbook.xml'), 'not what its ending says'],
    ['an OpenDocument sheet called text', 'a.ods', odt, 'not what its ending says'],
    ['Word with a password', 'a.docx', ole, 'is password protected'],
    ['old Word', 'a.doc', ole, 'save it as a Word document'],
    ['Excel with macros', 'a.xlsm', zipOf('xl/workbook.xml'), 'it can carry macros'],
    ['a web page called text', 'a.txt', bytes('<!DOCTYPE html><script>'), 'not what its ending says'],
    ['a web page called CSV', 'a.csv', bytes('\n <script>alert(1)</script>'), 'not what its ending says'],
    [
      'a program called text',
      'a.txt',
      Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]),
      'not what its ending says',
    ],
    ['a picture that can run scripts', 'a.svg', bytes('<svg/>'), 'must be'],
    ['without an ending', 'README', bytes('hello'), 'must be'],
    ['two endings, the last a program', 'a.pdf.exe', bytes('%PDF-1.7'), 'must be'],
    ['a ZIP', 'a.zip', zipOf('a.txt'), 'unpack it'],
    ['a cut ZIP header', 'a.docx', bytes('PK\u0003\u0004'), 'not what its ending says'],
    [
      'a ZIP whose name runs past the end',
      'a.docx',
      zipOf('[Content_Types].xml').slice(0, 40),
      'not what its ending says',
    ],
  ])('%s is refused in words', (_, name, first, words) => {
    const outcome = offer(name, first)
    expect(outcome.ok ? 'taken' : outcome.refusals[0]!.message).toContain(words)
  })

  it('may be as big as the limit and no bigger', () => {
    expect(offer('a.pdf', bytes('%PDF-1.7'), defaultMaxBytes).ok).toBe(true)
    const outcome = offer('a.pdf', bytes('%PDF-1.7'), defaultMaxBytes + 1)
    expect(outcome.ok ? '' : outcome.refusals[0]!.message).toBe('“a.pdf” is too big: a file may have up to 25 MB')
  })

  it('is decided whatever its name and bytes, without a throw', () => {
    const name = fc
      .tuple(fc.string({ unit: 'binary' }), fc.constantFrom('', ...acceptedKinds, 'exe', 'PDF', 'doc'))
      .map(([stem, ending]) => `${stem}.${ending}`)
    const start = fc.constantFrom<Uint8Array>(
      new Uint8Array(),
      ole,
      odt,
      png,
      zipOf('[Content_Types].xml'),
      bytes('%PDF-'),
    )
    const first = fc.tuple(start, fc.uint8Array({ maxLength: 60 })).map(([a, b]) => Uint8Array.from([...a, ...b]))
    fc.assert(
      fc.property(name, first, (given, firstBytes) => {
        const outcome = offer(given, firstBytes)
        if (outcome.ok) expect(outcome.value.safeName).toBe(safeFileName(given))
        else expect(outcome.refusals[0]!.message.length).toBeGreaterThan(5)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a safe name', () => {
  test.each([
    ['report.pdf', 'report.pdf'],
    ['Bürgerbefragung März.pdf', 'Bürgerbefragung März.pdf'],
    ['C:\\Users\\me\\report.pdf', 'report.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['a<b>:c?.pdf', 'a b c.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['com1', '_com1'],
    ['nul.tar.gz', '_nul.tar.gz'],
    ['console.pdf', 'console.pdf'],
    ['report\u202efdp.exe', 'report fdp.exe'],
    ['line\r\nbreak.txt', 'line break.txt'],
    ['. . .', 'document'],
    ['', 'document'],
    ['.pdf', 'pdf'],
    ['report.', 'report'],
    ['half \ud83d.pdf', 'half.pdf'],
  ])('of %j is %j', (given, safe) => expect(safeFileName(given)).toBe(safe))

  it('is storable everywhere, whatever it is made of, and is safe already when made safe again', () => {
    const piece = fc.constantFrom(
      'con',
      'PRN',
      '.',
      '..',
      ' ',
      '/',
      '\\',
      ':',
      '\u202e',
      '\ud83d',
      '😀',
      '.pdf',
      'ﬁ',
      'e\u0301',
      '|',
      '\0',
    )
    const name = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 90 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(name, (given) => {
        const safe = safeFileName(given)
        expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}\u202a-\u202e]/u)
        expect(safe).not.toMatch(/^[\s.]|[\s.]$/)
        expect(safe).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
        expect(safe.length).toBeGreaterThan(0)
        expect(safe.length).toBeLessThanOrEqual(longestName)
        expect(safeFileName(safe)).toBe(safe)
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps the ending of a name that is too long', () => {
    const safe = safeFileName(`${'long '.repeat(80)}.docx`)
    expect(safe.endsWith('.docx')).toBe(true)
    expect(safe.length).toBeLessThanOrEqual(longestName)
  })
})
