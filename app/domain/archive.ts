/**
 * A council as one archive: what its manifest says, what its README says, and how ids change where it is read in again.
 * The README is made from the tables as they are, so that it explains exactly what lies beside it.
 */
import { formatDate, type IsoDate } from './dates'
import { counted } from './sentence'

export const archiveFormat = 'holdfast-council'
export const archiveVersion = 1
export const archiveDays = 7

export type ArchivePart = { path: string; size: number; sha256: string }
export type ArchiveTable = {
  name: string
  rows: number
  columns: string[]
  lines: ArchivePart
  csv: ArchivePart
}
export type ArchiveManifest = {
  format: typeof archiveFormat
  version: number
  council: { id: string; name: string; demo: boolean }
  takenAt: string
  readme: ArchivePart
  tables: ArchiveTable[]
  files: ArchivePart[]
  /** Files that a row names and that were not there, or were not what their hash says. */
  missing: string[]
}

export const linesPath = (table: string) => `tables/${table}.jsonl`
export const csvPath = (table: string) => `tables/${table}.csv`
export const filePath = (sha256: string) => `files/${sha256.slice(0, 2)}/${sha256.slice(2)}`
export const manifestPath = 'manifest.json'
export const readmePath = 'README.txt'

/** A name that every system takes. */
export const archiveFileName = (council: string, day: IsoDate): string =>
  `${
    council
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'council'
  }-everything-${day}.zip`

export const archiveCounts = ({ tables, files, missing }: ArchiveManifest) => ({
  tables: tables.length,
  rows: tables.reduce((sum, { rows }) => sum + rows, 0),
  files: files.length,
  missing: missing.length,
})

export type ExplainedColumn = {
  name: string
  type: string
  nullable: boolean
  refersTo: string | null
  allowed: string[] | null
}
export type ExplainedTable = { name: string; words: string; rows: number; columns: ExplainedColumn[] }
export type Explained = {
  council: string
  takenOn: IsoDate
  tables: ExplainedTable[]
  left: Readonly<Record<string, string>>
  files: number
  missing: number
}

const types: Readonly<Record<string, string>> = {
  uuid: 'an id',
  text: 'text',
  date: 'a day, as 2027-04-03',
  boolean: 'true or false',
  integer: 'a number',
  smallint: 'a number',
  bigint: 'a number',
  jsonb: 'a list or structure, as JSON',
  'timestamp with time zone': 'a moment, in UTC',
}

export const columnInWords = ({ name, type, nullable, refersTo, allowed }: ExplainedColumn): string =>
  [
    `${name}: ${types[type] ?? type}`,
    ...(refersTo === null ? [] : [`of a row of ${refersTo}`]),
    ...(allowed === null ? [] : [`one of ${allowed.join(', ')}`]),
    ...(nullable ? ['may be empty'] : []),
  ].join('; ')

export const readmeOf = ({ council, takenOn, tables, left, files, missing }: Explained): string =>
  [
    `${council}: everything that Holdfast keeps of it, as at ${formatDate(takenOn)}`,
    '',
    'All of it was read as at one moment, and nothing of any other council is in it.',
    '',
    'tables/NAME.jsonl  the rows of a table, one JSON object a line (UTF-8)',
    'tables/NAME.csv    the same rows for a spreadsheet. A cell that begins with = + - @ has an apostrophe before it, so that',
    '                   no program takes it for a formula',
    'files/             every file, named by its SHA-256 (two characters, a folder, the rest). evidence_versions, packs and',
    '                   imports say which is which',
    'manifest.json      each part with its size and SHA-256, and how many rows each table has',
    '',
    `${counted(tables.length, 'table')}, ${counted(files, 'file')}.` +
      (missing === 0
        ? ''
        : ` ${counted(missing, 'file')} that a row names could not be read; manifest.json lists them under "missing".`),
    '',
    'To read it into an empty council of another installation: npm run council:import -- FILE --into "Name"',
    'People sign in there with the same mail address. Second factors are set up anew, links that were mailed do not work',
    'any more, mails that had not gone out are not sent, and every file is scanned again.',
    '',
    'Not in here:',
    ...Object.entries(left).map(([name, why]) => `  ${name}: ${why}`),
    '',
    'THE TABLES',
    ...tables.flatMap((table) => [
      '',
      `${table.name} (${counted(table.rows, 'row')})`,
      `  ${table.words}`,
      ...table.columns.map((column) => `    ${columnInWords(column)}`),
    ]),
    '',
  ].join('\r\n')

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Every id inside a value through `change`: whole texts and names of fields, however deep. Words are left alone, so an
 * id in an address that somebody typed stays what it is. */
export function changeIds(value: unknown, change: (id: string) => string): unknown {
  if (typeof value === 'string') return uuid.test(value) ? change(value) : value
  if (Array.isArray(value)) return value.map((each) => changeIds(each, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [uuid.test(name) ? change(name) : name, changeIds(each, change)]),
  )
}
