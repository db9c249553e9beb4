import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { testServer, withConnection, type TestConnection, type TestServer } from './test-server'

export type TestDatabase = {
  name: string
  ownerOptions: TestConnection
  appOptions: TestConnection
  drop: () => Promise<void>
}

const TEMPLATE = 'holdfast_template_'
const TEST = 'holdfast_test_'
const LOCK = 4_812_004
/** The test run these databases belong to; they are removed by a later run once its process is gone. */
const RUN = process.env.HOLDFAST_TEST_RUN ?? String(process.ppid)

let template: Promise<string> | undefined
let made = 0

/** A database of its own for one test file: a copy of the migrated template, taken in some 30 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await testServer()
  const from = await (template ??= findTemplate(server))
  const name = nameFor(basename(expect.getState().testPath ?? 'script', '.ts'))
  const admin = <T>(work: (sql: postgres.Sql) => Promise<T>) => withConnection(server.admin('postgres'), work)
  await admin(async (sql) => {
    await sql`create database ${sql(name)} template ${sql(from)} owner ${sql(server.ownerRole)}`
    // A copy has the template's tables and rights, but not the rights on the database itself.
    await sql`revoke all on database ${sql(name)} from public`
    await sql`grant connect on database ${sql(name)} to holdfast_app`
  })
  return {
    name,
    ownerOptions: server.owner(name),
    appOptions: server.app(name),
    drop: () => admin(async (sql) => void (await sql`drop database if exists ${sql(name)} with (force)`)),
  }
}

/** For a whole test file: made before its tests, dropped after them, and left to be looked at where one failed. */
export function useTestDatabase(): () => TestDatabase {
  let database: TestDatabase | undefined
  let hasFailed = false
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  beforeEach(({ onTestFailed }) => {
    onTestFailed(() => {
      hasFailed = true
    })
  })
  afterAll(async () => {
    if (!hasFailed) return database?.drop()
    console.log(`The database ${database?.name} is left as the failed test left it, until the next run.`)
  })
  return () => {
    if (!database) throw new Error('The test database is there from beforeAll on.')
    return database
  }
}

function nameFor(file: string): string {
  const label = file
    .replace(/\.test$/, '')
    .replaceAll(/[^a-z0-9]+/gi, '_')
    .toLowerCase()
  made += 1
  return `${TEST}${RUN}_${process.pid}_${made}_${label}`.slice(0, 63)
}

/** The migrated template for the sources as they are now: the first to ask makes it, whoever asks meanwhile waits. */
async function findTemplate(server: TestServer): Promise<string> {
  const name = `${TEMPLATE}${await fingerprint()}`
  await withConnection(server.admin('postgres'), async (sql) => {
    await sql`select pg_advisory_lock(${LOCK})`
    await removeLeftOvers(sql, name)
    const [found] = await sql`select 1 from pg_database where datname = ${name}`
    if (!found) await makeTemplate(server, sql, name)
  })
  return name
}

async function makeTemplate(server: TestServer, sql: postgres.Sql, name: string): Promise<void> {
  const half = `${name}_half`
  const { migrateDatabase } = await import('#db/migrate')
  await sql`drop database if exists ${sql(half)} with (force)`
  await sql`create database ${sql(half)} template template0 owner ${sql(server.ownerRole)}`
  await migrateDatabase(server.owner(half))
  await sql`alter database ${sql(half)} rename to ${sql(name)}`
}

/** Databases of runs whose process is gone, and templates of other sources. What is in use stays. */
async function removeLeftOvers(sql: postgres.Sql, template: string): Promise<void> {
  const found = await sql<
    { name: string }[]
  >`select datname as name from pg_database where datname like 'holdfast\\_te%'`
  for (const { name } of found) {
    const run = Number(new RegExp(`^${TEST}(\\d+)_`).exec(name)?.[1])
    const isLeft = name.startsWith(TEMPLATE) ? name !== template : run > 0 && !isAlive(run)
    if (isLeft) await sql`drop database if exists ${sql(name)}`.catch(() => {})
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Everything a migration can depend on: db, and the domain below it; queries and sample data change no table. */
async function fingerprint(): Promise<string> {
  const listed = await Promise.all(
    ['db', 'app/domain'].map((folder) => readdir(folder, { recursive: true, withFileTypes: true })),
  )
  const files = listed.flat().filter((entry) => entry.isFile())
  const paths = files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/embedded|queries|factories|demo-council/.test(path))
  const hash = createHash('sha256')
  for (const path of paths.sort()) hash.update(`${path}\n`).update(await readFile(path))
  return hash.digest('hex').slice(0, 16)
}
