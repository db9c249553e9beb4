/** A council as one archive, and back: nothing lost on the way, and nothing of anybody else's. */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tablesOfCouncils } from '#db/archive/catalogue'
import { fileColumns, secretColumns, tableWords, tablesNotInArchive } from '#db/archive/tables'
import { makeDemoCouncil } from '#db/demo-council'
import { makeCouncil, makePerson, makeService } from '#db/factories'
import { forCouncil, inCouncil } from '#db/in-council'
import { changeIds } from '~/domain/archive'
import { rowReadIn } from '~/domain/archive-rows'
import { writeDemoDocument } from '~/processes/shared/demo-documents'
import { storage } from '~/storage/storage'
import { changerOf, importCouncil } from '~/use-cases/import-council'
import { archiveOf, bytesOf, type Archived, type Row } from '#tests/support/council-archive'
import { useCouncilApp } from '#tests/support/council-app'

const app = useCouncilApp()
let first: Archived
let demoId: string
let others: string

beforeAll(async () => {
  const council = await makeCouncil(app().into, { name: 'Otherborough', demo: true })
  others = council.id
  await makeService(app().into, { councilId: council.id, name: 'Marked-as-theirs' })
  await makePerson(app().into, { councilId: council.id, name: 'Marked Person', email: 'marked@otherborough.example' })
  const demo = await makeDemoCouncil(app().into, {
    today: '2026-11-25',
    write: writeDemoDocument,
    store: (councilId, bytes) => storage().put(councilId, [bytes]),
  })
  demoId = demo.councilId
  first = await archiveOf(forCouncil(demoId, 'test'))
})
afterAll(() => first?.remove())

describe('what goes into an archive', () => {
  it('is every table that has rows of a council, but those that are named with why', async () => {
    const tables = await app().into.transaction((tx) => tablesOfCouncils(tx))
    const names = tables.map(({ name }) => name)
    expect(
      names.filter((name) => !(name in tableWords) && !(name in tablesNotInArchive)),
      'Say in db/archive/tables.ts what the new table is for, or why it stays out of the archive.',
    ).toEqual([])
    expect(Object.keys(tableWords).filter((name) => !names.includes(name))).toEqual([])
    expect(first.manifest.tables.map(({ name }) => name).sort()).toEqual(
      names.filter((name) => !(name in tablesNotInArchive)).sort(),
    )
  })

  it('leaves out whatever opens something', async () => {
    const tables = await app().into.transaction((tx) => tablesOfCouncils(tx))
    const columns = tables
      .filter(({ name }) => !(name in tablesNotInArchive))
      .flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`))
    const secrets = columns.filter((name) => /token|secret|sealed|password|_hash$/.test(name))
    expect(secrets, 'A secret belongs on the list in db/archive/tables.ts.').toEqual([...secretColumns])
    expect(
      columns.filter((name) => /sha256/.test(name)).sort(),
      'Say in db/archive/tables.ts that it names a file.',
    ).toEqual([...fileColumns].sort())
  })

  it('is all of the council and nothing of another', async () => {
    const everything = (await bytesOf((await first.open()).read(first.manifest.readme))).toString()
    expect(everything).toContain('recommendations')
    const said = JSON.stringify([...first.rows])
    expect(said).not.toContain('Marked')
    expect(said).not.toContain(others)
    for (const [table, rows] of first.rows) {
      const column = table === 'councils' ? 'id' : 'council_id'
      const counted = await app().into.execute<{ count: number }>(
        sql`select count(*)::int as count from ${sql.identifier(table)} where ${sql.identifier(column)} = ${demoId}`,
      )
      expect(rows.length, table).toBe(counted[0]!.count)
    }
    expect(first.manifest.missing).toEqual([])
    expect(first.manifest.files.length).toBeGreaterThan(20)
  })

  it('is explained, table by table and column by column', async () => {
    const readme = (await bytesOf((await first.open()).read(first.manifest.readme))).toString()
    for (const { name, columns } of first.manifest.tables) {
      expect(readme).toContain(tableWords[name])
      for (const column of columns) expect(readme).toContain(`    ${column}: `)
    }
    expect(readme).toContain('state: text; one of not-started, under-way, done, no-longer-needed')
    expect(readme).toContain('earlier_id: an id; of a row of recommendations; may be empty')
  })

  it('has the same rows for a spreadsheet, with no cell that is a formula', async () => {
    const archive = await first.open()
    for (const { csv } of first.manifest.tables) {
      const text = (await bytesOf(archive.read(csv))).toString()
      expect(text).not.toMatch(/(^|,|\n)[=+@-]/m)
    }
    archive.close()
  })
})

describe('an archive read in again', () => {
  let second: Archived
  let intoId: string
  beforeAll(async () => {
    const council = await makeCouncil(app().into, { name: 'Newborough', demo: true })
    intoId = council.id
    const archive = await first.open()
    await importCouncil(forCouncil(intoId, 'council:import'), app().into, archive)
    archive.close()
    second = await archiveOf(forCouncil(intoId, 'test'))
  })
  afterAll(() => second?.remove())

  it('is the same council, but for ids, its name, and what is not carried on', () => {
    const change = changerOf(demoId, intoId)
    for (const [table, rows] of first.rows) {
      const wanted = rows.map((row) => plain(table, rowReadIn(table, row, change)))
      const got = second.rows.get(table)!.filter((row) => row.action !== 'council read in')
      expect(sorted(got.map((row) => plain(table, row))), table).toEqual(sorted(wanted))
    }
  })

  it('has the same files, byte for byte', async () => {
    expect(second.manifest.files.map(({ sha256 }) => sha256)).toEqual(first.manifest.files.map(({ sha256 }) => sha256))
    expect(second.manifest.missing).toEqual([])
  })

  it('has the same people under the same sign-in, and no id that the other council has', async () => {
    const one = first.rows.get('people')!
    const two = second.rows.get('people')!
    expect(two.map(({ user_id }) => user_id).sort()).toEqual(one.map(({ user_id }) => user_id).sort())
    const ids = new Set([...first.rows.values()].flat().map(({ id }) => id))
    for (const [table, rows] of second.rows)
      if (table !== 'audit_entries') for (const row of rows) if (row.id) expect(ids.has(row.id), table).toBe(false)
  })

  it('is refused where the council is not empty, and nothing is changed', async () => {
    const before = await inCouncil(forCouncil(intoId, 'test'), (tx) => tx.query.auditEntries.findMany())
    const archive = await first.open()
    await expect(importCouncil(forCouncil(intoId, 'council:import'), app().into, archive)).rejects.toThrow(
      /Newborough is not empty/,
    )
    archive.close()
    expect(await inCouncil(forCouncil(intoId, 'test'), (tx) => tx.query.auditEntries.findMany())).toHaveLength(
      before.length,
    )
  })
})

/** What differs by intent: the council's own row, the numbers of the record. */
function plain(table: string, row: Row): Row {
  if (table === 'councils') return { ...row, id: '', name: '', created_at: '' }
  if (table === 'audit_entries') return { ...row, id: 0 }
  return row
}
const sorted = (rows: Row[]) => rows.map((row) => JSON.stringify(sortedFields(row))).sort()
const sortedFields = (row: Row): unknown =>
  Object.entries(changeIds(row, (id) => id) as Row).sort(([a], [b]) => (a < b ? -1 : 1))
