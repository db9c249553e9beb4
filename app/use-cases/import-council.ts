/** An archive into an empty council: looked through first, then all of it in one transaction, or nothing. */
import { createHash } from 'node:crypto'
import { tablesOfCouncils, type TableShape } from '#db/archive/catalogue'
import { archivedColumns } from '#db/archive/rows'
import { fileColumns, isIn, tablesNotInArchive, userColumns } from '#db/archive/tables'
import {
  checkReferences,
  deferReferences,
  listPeopleThere,
  lockCouncil,
  removePeopleOf,
  tablesInUse,
  usersOf,
  writeRows,
  type ArchivedRow,
} from '#db/archive/write-rows'
import type { Database, Transaction } from '#db/client'
import type { CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { ArchiveRefused, jsonOf, verifyArchive, type OpenArchive } from '~/documents/read-archive'
import { archiveCounts, type ArchiveTable } from '~/domain/archive'
import { rowReadIn } from '~/domain/archive-rows'
import { parseEmailAddress } from '~/domain/email-address'
import { listed } from '~/domain/sentence'
import { storage } from '~/storage/storage'

/** So many rows, or so much text, go to the database at a time. */
const mostTogether = 500
const mostText = 8 * 1024 * 1024

type Reading = { tx: Transaction; councilId: string; archive: OpenArchive; files: ReadonlySet<string>; first: string[] }

export async function importCouncil(scope: CouncilScope, owner: Database, archive: OpenArchive) {
  await verifyArchive(archive)
  const { manifest } = archive
  const { councilId } = scope
  const put: string[] = []
  try {
    await owner.transaction(async (tx) => {
      const tables = await requireEmpty(tx, scope, archive)
      await deferReferences(tx)
      const files = new Set([...manifest.files.map(({ sha256 }) => sha256), ...manifest.missing])
      const reading = { tx, councilId, archive, files, first: await listPeopleThere(tx, councilId) }
      for (const table of tables) await readTableIn(reading, table, partOf(archive, table))
      await checkReferences(tx)
      for (const file of manifest.files) {
        put.push(file.sha256)
        await storage().put(councilId, archive.read(file))
      }
      await recordAudit(scope, tx, {
        action: 'council read in',
        thing: { kind: 'council', id: councilId },
        after: { ...archiveCounts(manifest), from: manifest.council.name, takenAt: manifest.takenAt },
      })
    })
  } catch (error) {
    for (const sha256 of put) await storage().remove(councilId, sha256)
    throw refusalOf(error)
  }
  return archiveCounts(manifest)
}

const partOf = ({ manifest }: OpenArchive, { name }: TableShape): ArchiveTable =>
  manifest.tables.find((table) => table.name === name)!

/** The tables, in the order that they are read in; refuses what this version or this council cannot take. */
async function requireEmpty(tx: Transaction, scope: CouncilScope, { manifest }: OpenArchive): Promise<TableShape[]> {
  const council = await lockCouncil(tx, scope.councilId)
  if (!council) throw new ArchiveRefused('There is no such council.')
  if (council.demo !== manifest.council.demo)
    throw new ArchiveRefused(
      manifest.council.demo
        ? 'This is the archive of a demo council: it is never read into a real one.'
        : 'This is the archive of a real council: it is never read into a demo.',
    )
  const all = await tablesOfCouncils(tx)
  const tables = all.filter(({ name }) => !(name in tablesNotInArchive))
  const unknown = manifest.tables.filter(({ name }) => !tables.some((table) => table.name === name))
  if (unknown.length > 0)
    throw new ArchiveRefused(`Holdfast has no table ${listed(unknown.slice(0, 5).map(({ name }) => name))}.`)
  for (const table of tables) {
    const columns = manifest.tables.find(({ name }) => name === table.name)?.columns
    const wanted = archivedColumns(table).map(({ name }) => name)
    if (columns?.length !== wanted.length || columns.some((name) => !wanted.includes(name)))
      throw new ArchiveRefused(
        `The archive was written by another version of Holdfast: its table ${table.name} is not as here.`,
      )
  }
  const used = await tablesInUse(tx, scope.councilId, all)
  if (used.length > 0)
    throw new ArchiveRefused(
      `${council.name} is not empty: it has ${listed(used.slice(0, 5))}. Create a council for it.`,
    )
  return tables
}

async function readTableIn(reading: Reading, table: TableShape, part: ArchiveTable): Promise<void> {
  const change = changerOf(reading.archive.manifest.council.id, reading.councilId)
  let rows: ArchivedRow[] = []
  let text = 0
  const write = async () => {
    await writeRows(reading.tx, reading.councilId, table, await withUsers(reading, table, rows))
    rows = []
    text = 0
  }
  for await (const line of reading.archive.lines(part.lines)) {
    if (line === '') continue
    const row = requireRow(line, table, reading.files)
    rows.push(rowReadIn(table.name, row, change))
    text += line.length
    if (rows.length >= mostTogether || text >= mostText) await write()
  }
  await write()
}

function requireRow(line: string, table: TableShape, files: ReadonlySet<string>): ArchivedRow {
  const row = jsonOf(line)
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    throw new ArchiveRefused(`A line of ${table.name} is not a row.`)
  const columns = archivedColumns(table)
  const names = Object.keys(row)
  if (names.length !== columns.length || columns.some(({ name }) => !Object.hasOwn(row, name)))
    throw new ArchiveRefused(`A row of ${table.name} has other columns than its table.`)
  for (const { name } of columns) {
    const value = (row as ArchivedRow)[name]
    if (value === null || !isIn(fileColumns, table.name, name)) continue
    if (typeof value !== 'string' || !files.has(value))
      throw new ArchiveRefused(`A row of ${table.name} names a file that is not in the archive.`)
  }
  return row as ArchivedRow
}

/** Who signs in is known by the mail address, here as there. */
async function withUsers(
  { tx, councilId, first }: Reading,
  table: TableShape,
  rows: ArchivedRow[],
): Promise<ArchivedRow[]> {
  const column = table.columns.find(({ name }) => isIn(userColumns, table.name, name))
  if (!column || rows.length === 0) return rows
  const addressOf = (value: unknown) => {
    const email = typeof value === 'string' ? parseEmailAddress(value) : null
    if (email === null || email !== value) throw new ArchiveRefused(`A row of ${table.name} has no mail address.`)
    return email
  }
  await removePeopleOf(tx, councilId, { ids: first, emails: rows.map(({ email }) => addressOf(email)) })
  const signing = rows.filter((row) => row[column.name] !== null)
  const users = await usersOf(
    tx,
    signing.map((row) => ({ email: addressOf(row[column.name]), name: String(row.name) })),
  )
  return rows.map((row) => ({ ...row, [column.name]: users.get(String(row[column.name])) ?? null }))
}

/** An id becomes one that no other council of this installation has: the same each time, without a list of them. */
export const changerOf =
  (fromCouncil: string, toCouncil: string) =>
  (id: string): string => {
    if (id === fromCouncil) return toCouncil
    const hash = createHash('sha256').update(`${toCouncil} ${id}`).digest()
    hash[6] = (hash[6]! & 0x0f) | 0x80
    hash[8] = (hash[8]! & 0x3f) | 0x80
    const hex = hash.toString('hex')
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
  }

/** What the database will not have (a wrong type, a value that is not allowed, a row that is not there) is a refusal. */
function refusalOf(error: unknown): unknown {
  const cause = ((error as { cause?: unknown }).cause ?? error) as {
    code?: string
    message?: string
    table_name?: string
  }
  if (!/^(22|23)/.test(cause.code ?? '')) return error
  const where = cause.table_name === undefined ? 'A row' : `A row of ${cause.table_name}`
  return new ArchiveRefused(`${where} is not one that Holdfast writes: ${cause.message}.`)
}
