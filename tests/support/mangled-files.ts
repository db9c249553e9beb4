/**
 * Good files made bad in the ways files go bad, and worse: cut short, bytes flipped, stretches lost, doubled or zeroed,
 * two files in one, the wrong name, unpacking without end. The same seed makes the same file.
 */
import { deflateRawSync } from 'node:zlib'
import { makeZip } from './make-zip'

export type Mangled = { how: string; name: string; bytes: Uint8Array }

/** Numbers from 0 up to 1 that look random and come again (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Way = (bytes: Uint8Array, next: () => number) => Uint8Array
const at = (length: number, next: () => number): number => Math.floor(next() * length)

const ways: Record<string, Way> = {
  'cut short': (bytes, next) => bytes.slice(0, at(bytes.length, next)),
  'beginning lost': (bytes, next) => bytes.slice(at(Math.min(2000, bytes.length), next)),
  'a few bytes flipped': (bytes, next) => flipped(bytes, 1 + at(8, next), next),
  'many bytes flipped': (bytes, next) => flipped(bytes, 200 + at(2000, next), next),
  'a stretch zeroed': (bytes, next) => {
    const copy = bytes.slice()
    const start = at(copy.length, next)
    copy.fill(0, start, Math.min(copy.length, start + at(4000, next)))
    return copy
  },
  'a stretch lost': (bytes, next) => {
    const start = at(bytes.length, next)
    return joined(bytes.slice(0, start), bytes.slice(start + at(3000, next)))
  },
  'a stretch doubled': (bytes, next) => {
    const start = at(bytes.length, next)
    const end = start + at(5000, next)
    return joined(bytes.slice(0, end), bytes.slice(start, end), bytes.slice(end))
  },
  'the end of another': (bytes, next) =>
    joined(bytes.slice(0, at(bytes.length, next)), bytes.slice(at(bytes.length, next))),
  'numbers enlarged': (bytes, next) => enlarged(bytes, next),
}

const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

function flipped(bytes: Uint8Array, count: number, next: () => number): Uint8Array {
  const copy = bytes.slice()
  for (let index = 0; index < count; index++) copy[at(copy.length, next)] = at(256, next)
  return copy
}

/** Digits become nines: lengths, offsets, counts and spans that are far too large. */
function enlarged(bytes: Uint8Array, next: () => number): Uint8Array {
  const copy = bytes.slice()
  const start = at(copy.length, next)
  for (let index = start; index < Math.min(copy.length, start + 400); index++)
    if (copy[index]! >= 48 && copy[index]! <= 57) copy[index] = 57
  return copy
}

const names = ['report.docx', 'plan.xlsx', 'report.pdf', 'plan.csv', 'notes.txt', 'report', 'report.doc', '']

export function mangled(good: { name: string; bytes: Uint8Array }[], seed: number): Mangled {
  const next = numbersFrom(seed)
  const { name, bytes } = good[at(good.length, next)]!
  const how = Object.keys(ways)[at(Object.keys(ways).length, next)]!
  const renamed = next() < 0.2 ? names[at(names.length, next)]! : name
  return { how: `${name}, ${how}, as "${renamed}"`, name: renamed, bytes: ways[how]!(bytes, next) }
}

const CONTENT_TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>'
const text = (words: string): Uint8Array => Buffer.from(words, 'utf8')

/** A Word file with these parts and nothing else. */
const wordFile = (document: string): Uint8Array =>
  new Uint8Array(
    makeZip([
      { name: '[Content_Types].xml', bytes: text(CONTENT_TYPES) },
      { name: 'word/document.xml', bytes: text(document) },
    ]),
  )
const body = (inner: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inner}</w:body></w:document>`

const bookFile = (sheet: string, shared = ''): Uint8Array =>
  new Uint8Array(
    makeZip([
      { name: '[Content_Types].xml', bytes: text(CONTENT_TYPES) },
      {
        name: 'xl/workbook.xml',
        bytes: text('<workbook><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'),
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        bytes: text(
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        ),
      },
      { name: 'xl/sharedStrings.xml', bytes: text(`<sst>${shared}</sst>`) },
      { name: 'xl/worksheets/sheet1.xml', bytes: text(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`) },
    ]),
  )

/** A ZIP whose one part says that it is small, and unpacks to a great many zeros. */
const lyingZip = (name: string, unpacked: number, saysSize: number): Uint8Array =>
  new Uint8Array(makeZip([{ name, bytes: Buffer.alloc(unpacked), saysSize }]))

/** Files that are built to hurt. */
export function hostileFiles(): Mangled[] {
  const file = (how: string, name: string, bytes: Uint8Array): Mangled => ({ how, name, bytes })
  const billion = `<!DOCTYPE l [<!ENTITY a "lol">${'bcdefghij'
    .split('')
    .map((letter, index) => `<!ENTITY ${letter} "${`&${'abcdefghi'[index]};`.repeat(10)}">`)
    .join('')}]>`
  const flate = deflateRawSync(Buffer.alloc(200_000_000))
  return [
    file('empty', 'report.docx', new Uint8Array()),
    file('spaces only', 'notes.txt', text(' \n\t\n'.repeat(1000))),
    file('zeros', 'report.pdf', new Uint8Array(5_000_000)),
    file('100 MB of nothing', 'report.docx', new Uint8Array(100 * 1024 * 1024)),
    file('a bomb that says its size', 'report.docx', lyingZip('word/document.xml', 500_000_000, 500_000_000)),
    file('a bomb that says it is small', 'report.docx', lyingZip('word/document.xml', 500_000_000, 1000)),
    file('a bomb in a workbook', 'plan.xlsx', lyingZip('xl/workbook.xml', 500_000_000, 1000)),
    file('entities of entities', 'report.docx', wordFile(billion + body('<w:p><w:r><w:t>&j;</w:t></w:r></w:p>'))),
    file('a million empty paragraphs', 'report.docx', wordFile(body('<w:p/>'.repeat(1_000_000)))),
    file('as many paragraphs as are read', 'report.docx', wordFile(body('<w:p/>'.repeat(249_000)))),
    file(
      'deep nesting',
      'report.docx',
      wordFile(body('<w:sdt><w:sdtContent>'.repeat(50_000) + '</w:sdtContent></w:sdt>'.repeat(50_000))),
    ),
    file(
      'tables within tables',
      'report.docx',
      wordFile(body('<w:tbl><w:tr><w:tc>'.repeat(3_000) + '</w:tc></w:tr></w:tbl>'.repeat(3_000))),
    ),
    file(
      'a cell as wide as the sea',
      'report.docx',
      wordFile(
        body(
          '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
        ),
      ),
    ),
    file('unclosed tags', 'report.docx', wordFile('<w:document><w:body><w:p><w:r><w:t>words')),
    file(
      'a cell in the last corner',
      'plan.xlsx',
      bookFile(
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="99999999"><c r="ZZZ99999999"><v>1</v></c></row>',
      ),
    ),
    file('a million cells', 'plan.xlsx', bookFile('<row>' + '<c><v>1</v></c>'.repeat(1_000_000) + '</row>')),
    file('rows without cells', 'plan.xlsx', bookFile('<row/>'.repeat(1_000_000))),
    file(
      'one string in every cell',
      'plan.xlsx',
      bookFile('<row><c t="s"><v>0</v></c></row>'.repeat(20_000), `<si><t>${'words '.repeat(200_000)}</t></si>`),
    ),
    file('a string without end', 'notes.txt', text('a'.repeat(3_000_000))),
    file('a line of brackets', 'notes.txt', text('('.repeat(500_000) + '1.1.1,'.repeat(100_000))),
    file('a line of stars', 'notes.txt', text('*'.repeat(1_000_000))),
    file('a line of digits', 'notes.txt', text('1. '.repeat(300_000))),
    file('tabs without end', 'notes.txt', text('\t'.repeat(1_000_000) + 'x')),
    file('quotes without end', 'plan.csv', text('"'.repeat(1_000_001))),
    file('a field without end', 'plan.csv', text(`No,Action,Owner,Date\n1,"${'x, '.repeat(500_000)}`)),
    file('a row of commas', 'plan.csv', text(','.repeat(1_000_000))),
    file('a PDF with nothing in it', 'report.pdf', text('%PDF-1.7\n%%EOF')),
    file(
      'a PDF bomb',
      'report.pdf',
      pdfWith(
        `<</Length ${flate.length + 6}/Filter/FlateDecode>>`,
        joined(Uint8Array.of(0x78, 0x9c), flate, text('0000')),
      ),
    ),
    file(
      'a PDF whose pages go round',
      'report.pdf',
      text(
        '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 9999999/Kids[2 0 R 2 0 R]>>endobj\ntrailer<</Root 1 0 R>>',
      ),
    ),
    file(
      'old Word',
      'report.doc',
      joined(
        Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
        new Uint8Array(4000),
        Buffer.from('WordDocument', 'utf16le'),
      ),
    ),
    file(
      'a program',
      'report.docx',
      joined(
        text('MZ\x90\0\x03'),
        new Uint8Array(100_000).map((_, index) => (index * 7919) % 251),
      ),
    ),
  ]
}

const pdfWith = (dictionary: string, stream: Uint8Array): Uint8Array =>
  joined(
    text(
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>endobj\n4 0 obj${dictionary}stream\n`,
    ),
    stream,
    text('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
  )
