import { createHash } from 'node:crypto'
import { access, constants, mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import postgres from 'postgres'
import { isEmbeddedRunning, startEmbedded, type EmbeddedDatabase } from '#db/embedded'

/** Options for postgres.js and for `connect` in db/client. */
export type TestConnection = {
  path?: string
  host?: string
  port?: number
  user?: string
  password?: string
  database: string
  connection?: { role: string }
}

/** The PostgreSQL under test: the embedded one, or the one of TEST_DATABASE_URL. */
export type TestServer = {
  /** May make and drop databases. */
  admin: (database: string) => TestConnection
  /** Owns the databases and is no superuser, like the owner in production. */
  owner: (database: string) => TestConnection
  /** Acts as holdfast_app. */
  app: (database: string) => TestConnection
  ownerRole: string
}

/** A crash of the machine may cost these databases, and nothing else may ever be kept there. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 300 }

let server: Promise<TestServer> | undefined

export const testServer = (): Promise<TestServer> =>
  (server ??= process.env.TEST_DATABASE_URL ? outsideServer(process.env.TEST_DATABASE_URL) : embeddedServer())

async function embeddedServer(): Promise<TestServer> {
  const started = await startAnew(await testFolder())
  return {
    admin: (database) => started.connect('superuser', database),
    owner: (database) => started.connect('owner', database),
    app: (database) => started.connect('app', database),
    ownerRole: started.connect('owner').user,
  }
}

/** What an earlier run, another version or a power cut left unusable is thrown away. */
async function startAnew(folder: string): Promise<EmbeddedDatabase> {
  const options = { settings: FAST }
  return startEmbedded(folder, options).catch(async () => {
    await rm(folder, { recursive: true, force: true })
    return startEmbedded(folder, options)
  })
}

async function testFolder(): Promise<string> {
  const cache = resolve('node_modules/.cache')
  const mine = `holdfast-test-${process.getuid?.() ?? ''}`
  try {
    await mkdir(cache, { recursive: true })
    await access(cache, constants.W_OK)
    return join(cache, mine)
  } catch {
    return join(tmpdir(), `${mine}-${createHash('sha256').update(resolve()).digest('hex').slice(0, 8)}`)
  }
}

/** Ends the embedded server of the tests, unless another run goes on using it. */
export async function stopTestServer(): Promise<void> {
  if (process.env.TEST_DATABASE_URL) return
  const folder = await testFolder()
  if (await isEmbeddedRunning(folder)) await (await startEmbedded(folder, { settings: FAST })).stop()
}

const OUTSIDE_OWNER = 'holdfast_test_owner'

/** Where the URL's user is a superuser, an owner without that power is made: row-level security binds no superuser. */
async function outsideServer(url: string): Promise<TestServer> {
  const given = new URL(url)
  const base = {
    host: given.hostname || 'localhost',
    port: Number(given.port || 5432),
    user: decodeURIComponent(given.username),
    password: decodeURIComponent(given.password),
  }
  const admin = (database: string) => ({
    ...base,
    database: database === 'postgres' ? given.pathname.slice(1) || database : database,
  })
  const isSuperuser = await withConnection(admin('postgres'), async (sql) => {
    const [found] = await sql`select rolsuper as so from pg_roles where rolname = current_user`
    if (found?.so) await makeOutsideOwner(sql, passwordFrom(url))
    return Boolean(found?.so)
  })
  const login = isSuperuser ? { ...base, user: OUTSIDE_OWNER, password: passwordFrom(url) } : base
  return {
    admin,
    owner: (database) => ({ ...login, database }),
    app: (database) => ({ ...login, database, connection: { role: 'holdfast_app' } }),
    ownerRole: login.user,
  }
}

/** The same for every worker of every run, so that none locks out another. */
const passwordFrom = (url: string) => createHash('sha256').update(`owner of ${url}`).digest('hex')

async function makeOutsideOwner(sql: postgres.Sql, password: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(4812003)`
    const [found] = await tx`select 1 from pg_roles where rolname = ${OUTSIDE_OWNER}`
    await tx.unsafe(`${found ? 'alter' : 'create'} role ${OUTSIDE_OWNER} login createrole password '${password}'`)
  })
}

/** One connection for one piece of work. */
export async function withConnection<T>(to: TestConnection, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres({ ...to, max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}
