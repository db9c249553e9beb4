/** The council's security marking as the head of every page of a Word document; nothing where it has none. */
import { AlignmentType, Header, Paragraph, TextRun } from 'docx'

export const markedHeader = (marking: string | null | undefined) =>
  marking
    ? {
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ text: marking, bold: true })],
              }),
            ],
          }),
        },
      }
    : {}
