import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execFileSync, spawn } from 'node:child_process'
import { connect as openSocket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ensureRoles, type ConnectOptions } from '#db/embedded'
import {
  copyClone,
  copyData,
  killChild,
  makeClone,
  openFolder,
  removeFolder,
  spawnChild,
  startChild,
  type Child,
  type Clone,
} from '#tests/support/embedded-clone'
import { withConnection } from '#tests/support/test-server'

const isRoot = process.getuid?.() === 0
const nobody = { uid: 65534, gid: 65534 }
/** As root the server runs as another user; this one, like the product, as the first that there is. */
const serverUser = isRoot ? (numbersOf('postgres') ?? numbersOf('nobody')) : null

function numbersOf(name: string): { uid: number; gid: number } | null {
  try {
    const number = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
    return { uid: number('-u'), gid: number('-g') }
  } catch {
    return null
  }
}

let clone: Clone
/** A data folder after a first start. */
let made: string
let folder: string
let children: Child[] = []

beforeAll(async () => {
  clone = await makeClone(await openFolder())
  made = join(clone.folder, 'made')
  await (await startChild(clone, made)).stop()
})
afterAll(() => removeFolder(clone.folder))

beforeEach(async () => {
  folder = await openFolder()
  children = []
})
afterEach(async () => {
  for (const child of children) if (child.process.exitCode === null && !child.process.killed) await killChild(child)
  await killServersUnder(folder)
  await removeFolder(folder)
})

function copyOfMade(): string {
  copyData(made, join(folder, 'data'))
  return join(folder, 'data')
}

type Options = Parameters<typeof startChild>[2]

async function start(dataDir: string, options: Options = {}, from = clone): Promise<Child> {
  const child = await startChild(from, dataDir, { systemFolder: join(folder, 'system'), tmp: folder, ...options })
  children.push(child)
  return child
}

/** The one sentence a start ends with when it cannot be. */
async function refusalOf(dataDir: string, options: Options = {}): Promise<string | undefined> {
  const child = await start(dataDir, options)
  if (child.process.exitCode === null && child.answer.refusal) await once(child.process, 'exit')
  return child.answer.refusal
}

const serverPid = async (dataDir: string) =>
  Number((await readFile(join(dataDir, 'database/cluster/postmaster.pid'), 'utf8')).split('\n')[0])

async function killServersUnder(path: string): Promise<void> {
  const found = await readdir(path, { recursive: true })
  for (const name of found.filter((entry) => entry.endsWith('postmaster.pid'))) {
    const [pid, cluster] = (await readFile(join(path, name), 'utf8')).split('\n')
    if (isServerOf(Number(pid), cluster ?? '')) await killServer(Number(pid))
  }
}

const isServerOf = (pid: number, cluster: string) => commandOf(pid).includes(cluster)
/** Nothing for a process that is gone, or dead and only not yet buried. */
function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' })
  } catch {
    return ''
  }
}

async function killServer(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL')
  for (let tries = 0; tries < 200 && commandOf(pid); tries++) await sleep(10)
}

const makeNotes = (to: ConnectOptions) =>
  withConnection(to, (sql) =>
    sql`create table note (words text)`.then(() => sql`grant select, insert on note to holdfast_app`),
  )
const write = (to: ConnectOptions, words: string) =>
  withConnection(to, (sql) => sql`insert into note values (${words})`)
const read = async (to: ConnectOptions) =>
  (await withConnection(to, (sql) => sql`select words from note order by words`)).map((row) => row.words as string)

describe('a first start', () => {
  test('makes a database whose roles can do no more than they should', async () => {
    const { answer } = await start(join(folder, 'data'))
    expect(answer).toMatchObject({ started: true, notice: null })
    const roles = await withConnection(
      answer.superuser,
      (sql) =>
        sql`select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname like 'holdfast%' order by 1`,
    )
    const harmless = { rolsuper: false, rolbypassrls: false, rolcreatedb: false }
    expect(roles).toMatchObject([
      { rolname: 'holdfast_app', ...harmless, rolcreaterole: false },
      { rolname: 'holdfast_owner', ...harmless, rolcreaterole: true },
      { rolname: 'holdfast_superuser' },
    ])
    await makeNotes(answer.owner)
    await write(answer.app, 'one')
    await expect(withConnection(answer.app, (sql) => sql`create table mine (n int)`)).rejects.toThrow(
      'permission denied',
    )
    await expect(withConnection(answer.app, (sql) => sql`create temp table mine (n int)`)).rejects.toThrow(
      'permission denied',
    )
    await expect(withConnection(answer.app, (sql) => sql`delete from note`)).rejects.toThrow('permission denied')
    await expect(withConnection(answer.app, (sql) => sql`set role holdfast_owner`)).rejects.toThrow('permission denied')
  })

  test('gives up nothing that keeps a committed change on the disk', async () => {
    const { answer } = await start(join(folder, 'data'))
    const names = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums']
    const found = await withConnection(
      answer.app,
      (sql) => sql`select name, setting from pg_settings where name in ${sql(names)}`,
    )
    expect(found).toHaveLength(4)
    for (const { name, setting } of found) expect([name, setting]).toEqual([name, 'on'])
  })

  test('opens a socket that wants the password, and no port', async () => {
    const { answer } = await start(join(folder, 'data'))
    await expect(read({ ...answer.app, password: 'guess' })).rejects.toThrow('password authentication failed')
    const found = await withConnection(
      answer.app,
      (sql) => sql`select setting from pg_settings where name = 'listen_addresses'`,
    )
    expect(found).toEqual([{ setting: '' }])
    const { mode } = statSync(join(folder, 'data/database/passwords.json'))
    expect(mode & 0o777).toBe(0o600)
  })

  test('that was killed half way leaves nothing in the way of the next', async () => {
    for (const wait of [150, 300, 450, 600]) {
      const child = spawnChild(clone, join(folder, 'data'))
      await sleep(wait)
      expect(child.exitCode).toBeNull()
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    const { answer } = await start(join(folder, 'data'))
    await makeNotes(answer.owner)
    expect(await read(answer.app)).toEqual([])
    expect((await readdir(join(folder, 'data'))).filter((name) => name.includes('.new-'))).toEqual([])
  })
})

describe('a later start', () => {
  test('finds what was written, after a stop and in a folder that has moved', async () => {
    copyOfMade()
    const first = await start(join(folder, 'data'))
    await makeNotes(first.answer.owner)
    await write(first.answer.app, 'kept')
    expect(await first.stop()).toMatchObject({ stopped: true })
    await rename(join(folder, 'data'), join(folder, 'moved'))
    const second = await start(join(folder, 'moved'))
    expect(second.answer.started).toBe(true)
    expect(await read(second.answer.app)).toEqual(['kept'])
  })

  test('uses the server that a killed process left, and takes over stopping it', async () => {
    copyOfMade()
    const first = await start(join(folder, 'data'))
    await makeNotes(first.answer.owner)
    await killChild(first)
    const second = await start(join(folder, 'data'))
    expect(second.answer.started).toBe(false)
    expect(await read(second.answer.app)).toEqual([])
    expect(await second.stop()).toMatchObject({ stopped: true })
  })

  test('recovers every acknowledged change after server and process were killed', async () => {
    copyOfMade()
    const first = await start(join(folder, 'data'))
    await makeNotes(first.answer.owner)
    const acknowledged: string[] = []
    const writing = withConnection(first.answer.app, async (sql) => {
      for (let n = 1000; ; n++) {
        await sql`insert into note values (${String(n)})`
        acknowledged.push(String(n))
      }
    }).catch(() => {})
    await sleep(300)
    await Promise.all([killChild(first), killServer(await serverPid(join(folder, 'data')))])
    await writing
    const second = await start(join(folder, 'data'))
    expect(second.answer.started).toBe(true)
    expect(acknowledged.length).toBeGreaterThan(10)
    expect(await read(second.answer.app)).toEqual(expect.arrayContaining(acknowledged))
  })

  test('is not held up by another program that now has the number of the killed server', async () => {
    copyOfMade()
    const first = await start(join(folder, 'data'))
    const pid = await serverPid(join(folder, 'data'))
    await killChild(first)
    await killServer(pid)
    const other = spawn('sleep', ['60'], { ...serverUser })
    const path = join(folder, 'data/database/cluster/postmaster.pid')
    await writeFile(path, (await readFile(path, 'utf8')).replace(/^\d+/, String(other.pid)))
    const second = await start(join(folder, 'data'))
    expect(second.answer).toMatchObject({ started: true })
    other.kill()
  })
})

describe('several processes on one folder', () => {
  test('that start at once make one database and one server, and the last to stop takes it down', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => start(join(folder, 'data'))))
    expect(all.map(({ answer }) => answer.refusal)).toEqual([undefined, undefined, undefined, undefined])
    expect(all.filter(({ answer }) => answer.started)).toHaveLength(1)
    await makeNotes(all[0]!.answer.owner)
    for (const child of all.slice(0, 3)) expect(await child.stop()).toMatchObject({ stopped: false })
    expect(await read(all[3]!.answer.app)).toEqual([])
    expect(await all[3]!.stop()).toMatchObject({ stopped: true })
    await expect(read(all[3]!.answer.app)).rejects.toThrow()
  })

  test('never find the server gone that a stop at the same moment took down', async () => {
    copyOfMade()
    let standing = await start(join(folder, 'data'))
    await makeNotes(standing.answer.owner)
    for (let round = 0; round < 5; round++) {
      const coming = startChild(clone, join(folder, 'data'))
      await sleep(60 + round * 15)
      const [next] = await Promise.all([coming, standing.stop()])
      children.push(next)
      expect(await read(next.answer.app)).toEqual([])
      standing = next
    }
  })

  test('see a killed server come back at the same address by itself', async () => {
    copyOfMade()
    const both = [await start(join(folder, 'data')), await start(join(folder, 'data'))]
    await makeNotes(both[0]!.answer.owner)
    await write(both[0]!.answer.app, 'kept')
    const pid = await serverPid(join(folder, 'data'))
    await killServer(pid)
    await expect.poll(() => read(both[1]!.answer.app).catch(() => null), { timeout: 10_000 }).toEqual(['kept'])
    expect(await serverPid(join(folder, 'data'))).not.toBe(pid)
    await sleep(200)
    expect(await both[0]!.stop()).toMatchObject({ stopped: false })
    expect(await both[1]!.stop()).toMatchObject({ stopped: true })
  })
})

describe('wherever the clone stands', () => {
  test.each([
    ['under a path too long for a socket', 'a-rather-long-name-of-a-folder/'.repeat(5)],
    ['under a name with spaces, quotes and accents', "Jane's “own” dépôt $HOME/"],
  ])('it starts %s', async (_, path) => {
    const { answer, stop } = await start(join(folder, path, 'data'))
    expect(answer.refusal).toBeUndefined()
    await makeNotes(answer.owner)
    expect(await read(answer.app)).toEqual([])
    await stop()
  })

  test('it makes the links that no install script made', async () => {
    copyOfMade()
    const bare = await copyClone(clone, join(folder, 'clone'))
    const before = await readdir(join(bare.native, 'lib'))
    expect((await start(join(folder, 'data'), {}, bare)).answer.started).toBe(true)
    const links = (await readdir(join(bare.native, 'lib'))).filter((name) => !before.includes(name))
    const wanted = JSON.parse(await readFile(join(bare.native, 'pg-symlinks.json'), 'utf8')) as unknown[]
    expect(links).toHaveLength(wanted.length)
  })

  test('it listens on loopback with a password where there are no sockets, on the same port again', async () => {
    copyOfMade()
    const first = await start(join(folder, 'data'), { transport: 'tcp' })
    const { port } = first.answer.app as { port: number }
    expect(first.answer.app).toMatchObject({ host: '127.0.0.1' })
    await makeNotes(first.answer.owner)
    await expect(read({ ...first.answer.app, password: '' })).rejects.toThrow()
    await killChild(first)
    await killServer(await serverPid(join(folder, 'data')))
    const second = await start(join(folder, 'data'), { transport: 'tcp' })
    expect(second.answer.app).toMatchObject({ port })
    const socket = openSocket(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.destroy()
  })
})

describe.skipIf(!isRoot)('started by root', () => {
  test('under a folder only root may enter, it keeps the database elsewhere and says where', async () => {
    const secret = join(folder, 'secret')
    const hidden = await copyClone(clone, join(secret, 'clone'))
    await chmod(secret, 0o700)
    const first = await start(join(secret, 'data'), {}, hidden)
    const place = /kept in (\S+),/.exec(first.answer.notice ?? '')?.[1] ?? ''
    expect(place.startsWith(join(folder, 'system'))).toBe(true)
    await makeNotes(first.answer.owner)
    await write(first.answer.app, 'kept')
    await first.stop()
    const second = await start(join(secret, 'data'), {}, hidden)
    expect(second.answer).toMatchObject({ started: true, notice: first.answer.notice })
    expect(await read(second.answer.app)).toEqual(['kept'])
    await second.stop()
    await removeFolder(join(secret, 'data'))
    const anew = await start(join(secret, 'data'), {}, hidden)
    await expect(read(anew.answer.app)).rejects.toThrow('does not exist')
    await anew.stop()
  })

  test('with a strict umask, npm ci included, it still lets the server in', async () => {
    const strict = await copyClone(clone, join(folder, 'clone'))
    execFileSync('chmod', ['-R', 'go-rwx', strict.folder])
    const { answer } = await start(join(folder, 'data'), { umask: '077' }, strict)
    expect(answer).toMatchObject({ started: true, notice: null })
    await makeNotes(answer.owner)
    expect(await read(answer.app)).toEqual([])
  })

  test('it goes on as the user who made the database', async () => {
    await mkdir(join(folder, 'theirs'))
    execFileSync('chown', ['65534:65534', join(folder, 'theirs')])
    const first = await start(join(folder, 'theirs/data'), { as: nobody })
    expect(first.answer.started).toBe(true)
    await first.stop()
    await chmod(join(folder, 'theirs/data'), 0o755)
    expect((await start(join(folder, 'theirs/data'))).answer).toMatchObject({ started: true })
  })
})

describe.skipIf(!isRoot)('started by an ordinary user', () => {
  test('it needs neither root nor node_modules of their own, and copies what it cannot complete', async () => {
    const bare = await copyClone(clone, join(folder, 'clone'))
    const before = await readdir(join(bare.native, 'lib'))
    await mkdir(join(folder, 'theirs'))
    execFileSync('chown', ['65534:65534', join(folder, 'theirs')])
    const child = await start(join(folder, 'theirs/data'), { as: nobody }, bare)
    expect(child.answer).toMatchObject({ started: true, notice: null })
    await makeNotes(child.answer.owner)
    expect(await read(child.answer.app)).toEqual([])
    expect(await readdir(join(bare.native, 'lib'))).toEqual(before)
    expect(await child.stop()).toMatchObject({ stopped: true })
  })

  test('a data folder that cannot be written is refused in one sentence', async () => {
    await mkdir(join(folder, 'data'))
    const refusal = await refusalOf(join(folder, 'data'), { as: nobody })
    expect(refusal).toBe(
      `The data folder ${join(folder, 'data')} cannot be written by user number 65534: give them the folder, or set DATA_DIR.`,
    )
    expect(await refusalOf(join(folder, 'data/deeper'), { as: nobody })).toMatch('cannot be written')
  })

  test('a database of somebody else is refused in one sentence', async () => {
    copyOfMade()
    expect(await refusalOf(join(folder, 'data'), { as: nobody })).toMatch(
      /belongs to user number \d+, not to you \(65534\)/,
    )
  })
})

describe('a database that cannot be used is refused in one sentence and left as it is', () => {
  test.each([
    ['19', /made by PostgreSQL 19, and this Holdfast carries PostgreSQL 18: start it with the newer Holdfast/],
    ['17', /made by PostgreSQL 17, and this Holdfast carries PostgreSQL 18: take a backup/],
    ['', /is no PostgreSQL database/],
  ])('of version "%s"', async (version, sentence) => {
    copyOfMade()
    const path = join(folder, 'data/database/cluster/PG_VERSION')
    await writeFile(path, `${version}\n`)
    expect(await refusalOf(join(folder, 'data'))).toMatch(sentence)
    expect(await readFile(path, 'utf8')).toBe(`${version}\n`)
    expect(existsSync(join(folder, 'data/database/cluster/postmaster.pid'))).toBe(false)
  })

  test('because a file stands in its place', async () => {
    await writeFile(join(folder, 'data'), 'not a folder')
    expect(await refusalOf(join(folder, 'data'))).toMatch('a file stands in its place')
    expect(await refusalOf(join(folder, 'data/deeper'))).toMatch('a file stands in its place')
  })

  test('because its passwords are gone', async () => {
    copyOfMade()
    await writeFile(join(folder, 'data/database/passwords.json'), '')
    expect(await refusalOf(join(folder, 'data'))).toMatch('passwords.json are missing or spoilt')
  })

  test.skipIf(!canMount())('because its disk is full', async () => {
    const disk = join(folder, 'disk')
    await mkdir(disk)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m,mode=755', 'none', disk])
    try {
      expect(await refusalOf(join(disk, 'data'))).toBe(
        `The disk of the data folder ${join(disk, 'data')} is full: free some space, or set DATA_DIR to another disk.`,
      )
    } finally {
      execFileSync('umount', [disk])
    }
  })
})

function canMount(): boolean {
  if (!isRoot) return false
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', '/mnt'], { stdio: 'pipe' })
    return true
  } catch {
    return false
  }
}

describe('the roles of a server that is not ours', () => {
  test('are made once by an owner who may, whatever was there before', async () => {
    const { answer } = await start(copyOfMade())
    const other = { ...answer.owner, database: 'elsewhere' }
    await withConnection(answer.superuser, async (sql) => {
      await sql`create role plain login password 'p'`
      await sql`create database elsewhere owner holdfast_owner`
      await sql`revoke holdfast_app from holdfast_owner`
      await sql`revoke connect on database holdfast from holdfast_app`
      await sql`drop role holdfast_app`
    })
    await Promise.all([1, 2, 3].map(() => withConnection(other, ensureRoles)))
    const [role] = await withConnection(
      other,
      (sql) => sql`select rolcanlogin, rolsuper, rolbypassrls from pg_roles where rolname = 'holdfast_app'`,
    )
    expect(role).toEqual({ rolcanlogin: false, rolsuper: false, rolbypassrls: false })
    const acting = { ...other, connection: { role: 'holdfast_app' } }
    expect(await withConnection(acting, (sql) => sql`select current_user as me`)).toEqual([{ me: 'holdfast_app' }])
    const plain = { ...other, user: 'plain', password: 'p' }
    await expect(withConnection(plain, ensureRoles)).rejects.toThrow('"grant holdfast_app to plain"')
  })

  test('are asked for by name where the owner may not make them', async () => {
    const { answer } = await start(copyOfMade())
    await withConnection(answer.superuser, async (sql) => {
      await sql`create role plain login password 'p'`
      await sql`create database elsewhere owner plain`
      await sql`revoke connect on database holdfast from holdfast_app`
      await sql`drop role holdfast_app`
    })
    const plain = { ...answer.owner, user: 'plain', password: 'p', database: 'elsewhere' }
    await expect(withConnection(plain, ensureRoles)).rejects.toThrow('"create role holdfast_app"')
  })

  test('are refused where row-level security would not bind them', async () => {
    const { answer } = await start(copyOfMade())
    await withConnection(answer.superuser, (sql) => sql`alter role holdfast_app bypassrls`)
    await expect(withConnection(answer.owner, ensureRoles)).rejects.toThrow('bypasses row-level security')
  })
})
