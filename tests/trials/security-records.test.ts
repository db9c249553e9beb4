/** Long trials of what goes out of a council and in again. */
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tablesOfCouncils } from '#db/archive/catalogue'
import { makeDemoCouncil } from '#db/demo-council'
import { makeCouncil, makePerson } from '#db/factories'
import { forCouncil, inCouncil } from '#db/in-council'
import { insertSession } from '#db/queries/sessions'
import { enqueue } from '#db/queue'
import { noteFilesRemoved, removeCouncil } from '#db/remove-council'
import { ArchiveRefused, openArchive, verifyArchive } from '~/documents/read-archive'
import { holds } from '#db/schema'
import { env } from '~/http/env'
import { limitKeysOf, secondsToWait } from '~/http/rate-limits'
import { writeDemoDocument } from '~/processes/shared/demo-documents'
import { storage } from '~/storage/storage'
import { importCouncil } from '~/use-cases/import-council'
import { archiveOf, type Archived } from '#tests/support/council-archive'
import { useCouncilApp } from '#tests/support/council-app'
import { hostileArchives, partsOf, sealed, type Parts } from '#tests/support/hostile-archives'
import { sayFigure } from '#tests/support/figure'
import { trialCount } from '#tests/support/trial-count'

const app = useCouncilApp()
let first: Archived
let parts: Parts
const made: string[] = []
const fileOf = async (bytes: Uint8Array) => {
  const path = join(tmpdir(), `holdfast-hostile-${randomUUID()}.zip`)
  made.push(path)
  await writeFile(path, bytes)
  return path
}

beforeAll(async () => {
  const demo = await makeDemoCouncil(app().into, {
    today: '2026-11-25',
    write: writeDemoDocument,
    store: (councilId, bytes) => storage().put(councilId, [bytes]),
  })
  first = await archiveOf(forCouncil(demo.councilId, 'test'))
  parts = await partsOf(first)
})
afterAll(async () => {
  await first?.remove()
  for (const path of made) await rm(path, { force: true })
})

const rowsOfCouncil = async (councilId: string) => {
  const tables = await app().into.transaction((tx) => tablesOfCouncils(tx))
  let rows = 0
  for (const { name } of tables.filter((table) => table.name !== 'councils')) {
    const [found] = await app().into.execute<{ count: number }>(
      sql`select count(*)::int as count from ${sql.identifier(name)} where council_id = ${councilId}`,
    )
    rows += found!.count
  }
  return rows
}
const filesOf = (councilId: string) => {
  const folder = join(env().dataDir, 'files', councilId)
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
}

/** Every file that is kept, of whichever council, with these words in it or in its name. */
const filesWith = (words: string) =>
  readdirSync(env().dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path.includes(words) || readFileSync(path).includes(words))

async function readIn(bytes: Uint8Array, councilId: string) {
  const archive = await openArchive(await fileOf(bytes))
  try {
    return await importCouncil(forCouncil(councilId, 'council:import'), app().into, archive)
  } finally {
    archive.close()
  }
}

describe('hostile archives', () => {
  it('are refused with a sentence, each for its own reason, and leave nothing', async () => {
    const council = await makeCouncil(app().into, { name: 'Emptyborough', demo: true })
    const hostile = hostileArchives(first.manifest, parts)
    for (const { name, bytes, says } of hostile) {
      const refusal = await readIn(await bytes, council.id).catch((error: unknown) => error)
      expect(refusal, name).toBeInstanceOf(ArchiveRefused)
      expect((refusal as Error).message, name).toMatch(says)
      expect(await rowsOfCouncil(council.id), name).toBe(0)
      expect(filesOf(council.id), name).toBe(0)
    }
    // The same way of making them, with nothing changed, is taken: it was not the making that was refused.
    await readIn(await sealed(first.manifest, parts), council.id)
    expect(await rowsOfCouncil(council.id)).toBeGreaterThan(500)
    sayFigure('records', `hostile archives: ${hostile.length} of ${hostile.length} refused, 0 rows and 0 files left`)
  })

  it('cut off or with bytes turned over are refused, or are still what the manifest says', async () => {
    const whole = await sealed(first.manifest, parts)
    const tries = trialCount(2_000, 60)
    let refused = 0
    let random = 20261125
    const next = (below: number) => {
      random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0
      return random % below
    }
    for (let number = 0; number < tries; number++) {
      const bytes = Buffer.from(number % 4 === 0 ? whole.subarray(0, next(whole.length)) : whole)
      // The directory at the end is where a reader begins: half of them are changed there.
      const from = number % 2 === 0 ? 0 : Math.max(0, bytes.length - 8_000)
      for (let each = 0; each <= next(8); each++) {
        const at = from + next(Math.max(1, bytes.length - from))
        if (at < bytes.length) bytes[at] = next(256)
      }
      const path = await fileOf(bytes)
      const answer = await openArchive(path)
        .then(async (archive) => {
          await verifyArchive(archive).finally(() => archive.close())
          expect(archive.manifest.tables.map(({ rows }) => rows)).toEqual(first.manifest.tables.map(({ rows }) => rows))
        })
        .catch((error: unknown) => error)
      if (answer !== undefined) expect(answer, `try ${number}`).toBeInstanceOf(ArchiveRefused)
      refused += answer === undefined ? 0 : 1
      await rm(path)
    }
    sayFigure('records', `damaged archives: ${refused} of ${tries} refused, ${tries - refused} still whole, 0 crashes`)
  })
})

describe('a council removed', () => {
  const mark = `mark${randomUUID().replaceAll('-', '')}`

  /** Everywhere that anything is kept in this database. */
  const everyTable = () =>
    app().into.execute<{ schema: string; name: string }>(sql`
      select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`)
  const found = async (what: string) => {
    const places: string[] = []
    for (const { schema, name } of await everyTable()) {
      const table = sql`${sql.identifier(schema)}.${sql.identifier(name)}`
      const [{ count }] = (await app().into.execute<{ count: number }>(
        sql`select count(*)::int as count from ${table} t where t::text ilike ${`%${what}%`}`,
      )) as unknown as [{ count: number }]
      if (count > 0) places.push(`${schema}.${name}`)
    }
    return places
  }
  /** The mark behind the words of every text column that takes it, and into every structure. */
  async function markAll(councilId: string): Promise<{ marked: number; refused: string[] }> {
    const tables = await app().into.transaction((tx) => tablesOfCouncils(tx))
    let marked = 0
    const refused: string[] = []
    for (const { name, columns } of tables) {
      const own = sql.identifier(name === 'councils' ? 'id' : 'council_id')
      for (const column of columns.filter(
        ({ name: column, type }) => column !== 'user_id' && ['text', 'jsonb'].includes(type),
      )) {
        const to = sql.identifier(column.name)
        const value = column.type === 'text' ? sql`coalesce(${to}, '') || ${mark}` : sql`to_jsonb(${mark}::text)`
        await app()
          .into.transaction((tx) =>
            tx.execute(sql`update ${sql.identifier(name)} set ${to} = ${value} where ${own} = ${councilId}`),
          )
          .then(
            ({ count }) => void (marked += count > 0 ? 1 : 0),
            () => void refused.push(`${name}.${column.name}`),
          )
      }
    }
    return { marked, refused }
  }

  it('leaves nothing but the line that says so, in no table and no file, and takes nothing of another', async () => {
    const rowsByTable = async (councilId: string) => rowsOfCouncil(councilId)
    const other = first.manifest.council.id
    const council = await makeCouncil(app().into, { name: 'Goneborough', demo: true })
    const archive = await openArchive(first.path)
    await importCouncil(forCouncil(council.id, 'council:import'), app().into, archive)
    archive.close()
    const only = await makePerson(app().into, { councilId: council.id, email: `${mark}@gone.example`, name: mark })
    const both = await app().into.query.people.findFirst({
      where: (person, { eq }) => eq(person.councilId, council.id),
    })
    for (const person of [only, both!])
      await insertSession({
        id: randomUUID(),
        tokenHash: `${mark}${person.id}`,
        userId: person.userId!,
        personId: person.id,
        expiresAt: new Date(Date.now() + 3_600_000),
        ipAddress: mark,
        userAgent: mark,
      })
    await secondsToWait([
      ['code asked, address', only.email],
      ['second factor typed, user', only.userId!],
    ])
    const keys = [...limitKeysOf(only.email), ...limitKeysOf(only.userId!)]
    const limitsLeft = async () =>
      (await app().into.query.rateLimits.findMany({ where: (row, { inArray }) => inArray(row.key, keys) })).length
    expect(await limitsLeft()).toBe(2)
    await inCouncil(forCouncil(council.id, 'test'), (tx) =>
      enqueue(tx, { name: 'send-notices', councilId: council.id }),
    )
    await storage().put(council.id, [Buffer.from(`A file that says ${mark}`)])
    const { marked, refused } = await markAll(council.id)
    // Those with a fixed choice of values, or whose value something else refers to, take no mark.
    expect(marked).toBeGreaterThan(60)
    const otherBefore = [await rowsByTable(other), filesOf(other)]
    const before = [await found(mark), await found(council.id)]
    expect(before[0]!.length).toBeGreaterThan(25)

    const holder = await app().into.query.people.findFirst({
      where: (person, { eq }) => eq(person.councilId, council.id),
    })
    const [hold] = await app()
      .into.insert(holds)
      .values({ councilId: council.id, why: 'A claim', words: mark, placedBy: holder!.id, placedAt: new Date() })
      .returning()
    const asked = { councilId: council.id, by: 'test', now: new Date(), limitKeysOf }
    await expect(removeCouncil(app().into, asked)).rejects.toThrow(/legal hold/)
    expect(await found(council.id)).not.toEqual([])
    await app().into.update(holds).set({ liftedAt: new Date() }).where(eq(holds.id, hold!.id))

    const removed = await removeCouncil(app().into, asked)
    const files = await storage().removeAll(council.id)
    await noteFilesRemoved(app().into, removed!.recordId, { files, at: new Date() })

    expect(await found(mark)).toEqual(['public.removed_councils'])
    expect(await found(council.id)).toEqual(['public.removed_councils'])
    expect(await limitsLeft()).toBe(0)
    expect(existsSync(join(env().dataDir, 'files', council.id))).toBe(false)
    expect(filesWith(mark)).toEqual([])
    expect([await rowsByTable(other), filesOf(other)]).toEqual(otherBefore)
    sayFigure(
      'records',
      `a council removed: ${removed!.rows} rows, ${files} files, ${marked} columns marked (${refused.length} take no mark), ` +
        `${(await everyTable()).length} tables scanned, 0 traces`,
    )
  })
})
