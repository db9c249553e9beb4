/**
 * A document as the readers hand it over: blocks in the order a person reads them, each with where it came from.
 * The layouts know nothing of Word, PDF or Excel; the readers know nothing of assessors or plans.
 */

/** Where a block or a value stands. `line` is the line of the file in text, the ordinal of the block in Word, the
 * line on the page in PDF; `sheet` and `cell` only for workbooks. Each is null where it is not known. */
export type Source = {
  page: number | null
  line: number | null
  sheet: string | null
  cell: string | null
  quote: string | null
}

/** One cell of a table row. Line breaks inside the cell are kept as "\n": in trackers a line is one entry. `lines` are
 * the lines as they stand on the page, where the reader took some of them for one line that was wrapped. */
export type Cell = { text: string; source: Source; lines?: string[]; fill?: Fill }
/** The colour behind a cell, where it is one that trackers give a meaning; kept only for cells without words. */
export type Fill = 'red' | 'amber' | 'green' | 'blue' | 'grey'

export type Block =
  | { kind: 'heading'; level: number; text: string; source: Source }
  | { kind: 'paragraph'; text: string; source: Source }
  | { kind: 'list-item'; level: number; text: string; source: Source }
  /** `table` numbers the tables of a document from 0, so that rows of one table can be told from the next one's. */
  | { kind: 'row'; table: number; header: boolean; cells: Cell[]; source: Source }
  /** Furniture that the reader itself set aside (running headers and footers, page numbers). */
  | { kind: 'page-furniture'; text: string; source: Source }

export type DocumentKind = 'docx' | 'pdf' | 'xlsx' | 'csv' | 'text'
export type ReadDocument = { kind: DocumentKind; pages: number | null; sheets: string[]; blocks: Block[] }

/** Why a file could not be read: one sentence that says what it is and what to do. */
export type Unreadable = { reason: string }

export const nowhere: Source = { page: null, line: null, sheet: null, cell: null, quote: null }
