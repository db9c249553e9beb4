import { readingLimits } from './reading-limits'

/** Every reason why a file cannot be read, once: what it is, and what to do. */
const megabytes = Math.round(readingLimits.fileBytes / 1024 / 1024)

export const unreadable = {
  empty: 'The file is empty. Check that it was saved, then choose it again.',
  tooBig: `The file is larger than ${megabytes} MB. Save it without its pictures, or as text, then choose it again.`,
  tooLong: 'The file holds far more text than a report or a tracker. Save only the part that is needed in a new file.',
  unpacksTooBig:
    'The file unpacks to far more than a report or a tracker holds, so it was not opened. Save a new copy of it in Word or Excel.',
  damaged:
    'The file is damaged or was cut short. Open it in the program that made it, save a new copy, and choose that.',
  oldWord: 'This is an old Word file (.doc). Open it in Word, save it as Word Document (.docx), and choose that.',
  oldExcel: 'This is an old Excel file (.xls). Open it in Excel, save it as Excel Workbook (.xlsx), and choose that.',
  binaryExcel:
    'This is a binary Excel file (.xlsb). Open it in Excel, save it as Excel Workbook (.xlsx), and choose that.',
  powerPoint: 'This is a PowerPoint file. Save its text as a Word document (.docx) or a PDF, and choose that.',
  outlook: 'This is an Outlook message. Save the report that is attached to it, and choose that.',
  openDocument:
    'This is an OpenDocument file. Save it as Word Document (.docx) or Excel Workbook (.xlsx), and choose that.',
  richText: 'This is a rich text file (.rtf). Open it in Word, save it as Word Document (.docx), and choose that.',
  webPage: 'This is a web page. Open it in Word, save it as Word Document (.docx), and choose that.',
  picture: 'This is a picture, which holds no text. Choose the document that it was taken from.',
  otherZip: 'This is a ZIP file. Unpack it, and choose the report or the tracker inside it.',
  protectedOffice:
    'The file is encrypted with a password. Open it, remove the password (File, Info), save it, and choose that.',
  protectedPdf: 'The PDF is protected by a password. Ask for a copy without one, or print it to a new PDF.',
  scanned:
    'The PDF is a scan: it holds pictures of pages and no text. Ask for the Word document or the original PDF, or have its text recognised (OCR) first.',
  noText: 'The file holds no text. Check that it is the right one.',
  notKnown: 'This is not a kind of file that can be read here. Choose a Word, PDF, Excel, CSV or text file.',
} as const

/** Thrown inside the readers only; `readDocument` turns it into an answer. */
export class CannotRead extends Error {
  constructor(readonly why: keyof typeof unreadable) {
    super(unreadable[why])
  }
}
