/** A letter as a Word document with real headings and a numbered list. */
import { AlignmentType, Document, HeadingLevel, LevelFormat, Packer, Paragraph, TextRun } from 'docx'
import { markedHeader } from './marked-header'
import type { Letter } from '~/domain/query-letter'

export async function writeLetter(letter: Letter): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: letter.subject,
    creator: 'Holdfast',
    styles: { default: { document: { run: { font: 'Arial', size: 24, language: { value: 'en-GB' } } } } },
    numbering: {
      config: [
        {
          reference: 'questions',
          levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START }],
        },
      ],
    },
    sections: [
      {
        ...markedHeader(letter.marking),
        children: [
          line(letter.date),
          ...letter.to.map((text) => line(text, 0)),
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            text: letter.subject,
            spacing: { before: 400, after: 240 },
          }),
          ...letter.opening.map((text) => line(text)),
          ...letter.questions.map(
            (text) => new Paragraph({ text, numbering: { reference: 'questions', level: 0 }, spacing: { after: 200 } }),
          ),
          ...letter.closing.map((text) => line(text, 0)),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const line = (text: string, after = 240) => new Paragraph({ children: [new TextRun(text)], spacing: { after } })
