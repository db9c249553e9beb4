/** One table as a Word document: landscape, with a heading and a header row that repeats on each page. A line break in a
 * cell is a paragraph of its own. */

export type WordTable = { title: string; notes: string[]; columns: string[]; rows: string[][] }

/** Loaded when it is wanted: a process that writes no Word file starts without it. */
export async function writeWordTable({ title, notes, columns, rows }: WordTable): Promise<Uint8Array> {
  const docx = await import('docx')
  const { Document, HeadingLevel, Packer, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun } = docx
  const width = { size: Math.floor(100 / columns.length), type: docx.WidthType.PERCENTAGE }
  const cellOf = (text: string, bold: boolean) =>
    new TableCell({
      width,
      children: text.split('\n').map((line) => new Paragraph({ children: [new TextRun({ text: line, bold })] })),
    })
  const rowOf = (cells: string[], isHeader: boolean) =>
    new TableRow({ tableHeader: isHeader, cantSplit: true, children: cells.map((text) => cellOf(text, isHeader)) })
  const table = new Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    rows: [rowOf(columns, true), ...rows.map((row) => rowOf(row, false))],
  })
  const heading = new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 })
  const told = notes.map((text) => new Paragraph({ text, spacing: { after: 200 } }))
  const properties = { page: { size: { orientation: PageOrientation.LANDSCAPE } } }
  return Packer.toBuffer(new Document({ title, sections: [{ properties, children: [heading, ...told, table] }] }))
}
