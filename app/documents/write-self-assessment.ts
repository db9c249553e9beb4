/** The self-assessment as one Word document: real headings, a table for each criterion whose header row repeats on
 * every page, and the language set, so that it is read aloud in English. */
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { formatDate } from '~/domain/dates'
import { markedHeader } from './marked-header'
import type { CriterionInPack, ElementInPack, PackContents } from '~/domain/pack-contents'

/** What Word cannot hold: control characters that XML forbids. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const clean = (words: string): string => words.replace(forbidden, ' ')

const columns = [
  { title: 'Element', width: 17 },
  { title: 'Our level', width: 12 },
  { title: 'What we do', width: 31 },
  { title: 'Evidence', width: 22 },
  { title: 'New since the last visit', width: 18 },
]
const pageWidth = 14_570

export async function writeSelfAssessment(pack: PackContents): Promise<Uint8Array> {
  const { manifest, review } = pack
  const document = new Document({
    title: `Self-assessment: ${clean(manifest.title)}`,
    creator: clean(manifest.council),
    description: `Our own view as at ${formatDate(manifest.asAt)}`,
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 21, language: { value: 'en-GB' } } },
        heading1: { run: { size: 34, bold: true }, paragraph: { spacing: { before: 0, after: 160 } } },
        heading2: { run: { size: 27, bold: true }, paragraph: { spacing: { before: 320, after: 120 } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { orientation: PageOrientation.LANDSCAPE, width: 11_906, height: 16_838 },
            margin: { top: 1000, bottom: 1000, left: 1134, right: 1134 },
          },
        },
        ...markedHeader(manifest.marking),
        footers: { default: footer(pack) },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(`Self-assessment: ${manifest.title}`)] }),
          paragraph(`${manifest.council}. ${review.certificate}. ${review.visit}`),
          paragraph(`Our own view as at ${formatDate(manifest.asAt)}; the certification body decides.`),
          paragraph(pack.lastVisit === null ? 'There was no visit before this one.' : `Last visit: ${pack.lastVisit}.`),
          ...pack.criteria.flatMap((criterion) => criterionBlocks(criterion)),
          paragraph('Customer Service Excellence is a trade mark of the Cabinet Office.'),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const run = (words: string, bold = false) => new TextRun({ text: clean(words), bold })
const paragraph = (words: string, bold = false) =>
  new Paragraph({ children: [run(words, bold)], spacing: { after: 80 } })

const footer = ({ manifest }: PackContents) =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          run(`${manifest.council}, evidence pack ${manifest.pack}, page `),
          new TextRun({ children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })

function criterionBlocks({ number, title, supplementary, elements }: CriterionInPack) {
  const name = `${supplementary ? 'Supplementary criterion' : 'Criterion'} ${number}: ${title}`
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [run(name)], keepNext: true }),
    new Table({
      width: { size: pageWidth, type: WidthType.DXA },
      columnWidths: columns.map(({ width }) => Math.round((pageWidth * width) / 100)),
      rows: [headerRow(), ...elements.map(elementRow)],
    }),
  ]
}

const headerRow = () =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) => cell([paragraph(column.title, true)], index, 'E6EDF2')),
  })

const cell = (children: Paragraph[], index: number, fill?: string) =>
  new TableCell({
    children,
    width: { size: Math.round((pageWidth * columns[index]!.width) / 100), type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    ...(fill === undefined ? {} : { shading: { fill } }),
  })

const list = (words: readonly string[], none: string) =>
  words.length === 0 ? [paragraph(none)] : words.map((each) => paragraph(each))

const elementRow = (element: ElementInPack) =>
  new TableRow({
    children: [
      cell(
        [paragraph(`${element.number} ${element.title}`, true), ...wordingOf(element).map((each) => paragraph(each))],
        0,
      ),
      cell([paragraph(element.level, true), paragraph(element.levelFrom)], 1),
      cell(
        list(
          (element.words ?? '').split(/\n+/).filter((each) => each.trim() !== ''),
          'Nothing written yet.',
        ),
        2,
      ),
      cell(
        list(
          element.documents.map(
            ({ title, asAt, path }) => `${title}${asAt === null ? '' : ` (${formatDate(asAt)})`}: ${path}`,
          ),
          'None in this pack.',
        ),
        3,
      ),
      cell(list(element.isNew, 'Nothing new.'), 4),
    ],
  })

const wordingOf = ({ wording }: ElementInPack): string[] => (wording === null ? [] : wording.split(/\n+/))
