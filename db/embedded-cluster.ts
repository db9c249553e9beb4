import { randomBytes } from 'node:crypto'
import { chown, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { runAs, type Account } from './embedded-account'
import type { Binaries } from './embedded-binaries'
import { EmbeddedDatabaseError, sentenceForOutput } from './embedded-error'
import { makeFolderOf, socketFolder, type Place } from './embedded-place'

export const DATABASE = 'holdfast'
export const LOGINS = { superuser: 'holdfast_superuser', owner: 'holdfast_owner', app: 'holdfast_app' } as const
export type Login = keyof typeof LOGINS
export type Passwords = Record<Login, string>
export type Settings = Record<string, string | number>

/** For a machine of one or two gigabytes that also runs the product. Nothing here trades away a committed change. */
const SETTINGS: Settings = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: 100,
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  random_page_cost: 1.1,
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_wal_size: '512MB',
  io_method: 'sync',
  jit: 'off',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
}

/**
 * Makes the database, with its roles, beside its place and renames it into it: a start that is killed half way
 * leaves nothing that a later start could mistake for a database, and of two at once the second finds the first's.
 */
export async function createCluster(place: Place, binaries: Binaries, settings: Settings): Promise<void> {
  const unit = `${place.unit}.new-${process.pid}`
  const half = { ...place, unit, cluster: join(unit, 'cluster'), passwords: join(unit, 'passwords.json') }
  try {
    await makeFolderOf(null, unit, place.account ? 0o711 : 0o700)
    await makeFolderOf(place.account, half.cluster, 0o700)
    await initialise(half, binaries, settings)
    await createLogins(half, binaries)
    await rename(unit, place.unit).catch(unlessMadeByAnother)
  } finally {
    await rm(unit, { recursive: true, force: true })
  }
}

function unlessMadeByAnother(error: NodeJS.ErrnoException) {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
}

/** What starts left that were killed half way. An initdb they began may still be writing; the next start tries again. */
export async function removeHalfMade({ unit }: Place): Promise<void> {
  const prefix = `${basename(unit)}.new-`
  const names = (await readdir(dirname(unit))).filter((name) => name.startsWith(prefix))
  const left = names.filter((name) => !isAlive(Number(name.slice(prefix.length))))
  const remove = (name: string) => rm(join(dirname(unit), name), { recursive: true, force: true, maxRetries: 3 })
  await Promise.all(left.map((name) => remove(name).catch(() => {})))
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The built-in C.UTF-8 sorts and folds the same on every system, so that no upgrade can break an index. */
async function initialise({ cluster, folder, account }: Place, { initdb }: Binaries, settings: Settings) {
  const args = ['-D', cluster, '-U', LOGINS.superuser, '-A', 'trust', '-E', 'UTF8', '--no-instructions']
  args.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8')
  if (settings.fsync === 'off') args.push('--no-sync')
  const { code, output } = await runAs(account, initdb, args)
  if (code !== 0) throw sentenceForOutput(folder, 'make a database', output)
}

async function createLogins({ cluster, folder, account, passwords: path }: Place, { postgres }: Binaries) {
  const secret = () => randomBytes(24).toString('base64url')
  const passwords: Passwords = { superuser: secret(), owner: secret(), app: secret() }
  const statements = [
    `alter role ${LOGINS.superuser} password '${passwords.superuser}'`,
    `create role ${LOGINS.owner} login createrole password '${passwords.owner}'`,
    `create role ${LOGINS.app} login password '${passwords.app}'`,
    `grant ${LOGINS.app} to ${LOGINS.owner} with admin option`,
    `create database ${DATABASE} owner ${LOGINS.owner}`,
    `revoke all on database ${DATABASE} from public`,
    `grant connect on database ${DATABASE} to ${LOGINS.app}`,
  ]
  const args = ['--single', '-D', cluster, '-c', 'exit_on_error=on', '-c', 'log_checkpoints=off', 'postgres']
  const { code, output } = await runAs(account, postgres, args, statements.map((line) => `${line}\n`).join(''))
  if (code !== 0) throw sentenceForOutput(folder, 'make its roles', output)
  await writeSafely(path, JSON.stringify(passwords, null, 2), null)
}

export async function readPasswords({ passwords }: Place): Promise<Passwords> {
  try {
    return JSON.parse(await readFile(passwords, 'utf8')) as Passwords
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw error
    throw new EmbeddedDatabaseError(
      `The database's passwords in ${passwords} are missing or spoilt: put that file back.`,
    )
  }
}

/** A database of another PostgreSQL is left untouched: a newer one cannot be read, an older one wants a restore. */
export async function requireSameVersion({ cluster }: Place, { majorVersion }: Binaries): Promise<void> {
  const text = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => '')
  const made = Number.parseInt(text)
  if (made === majorVersion) return
  if (Number.isNaN(made))
    throw new EmbeddedDatabaseError(`The folder ${cluster} is no PostgreSQL database: remove it, or set DATA_DIR.`)
  const advice =
    made > majorVersion
      ? 'start it with the newer Holdfast that made it'
      : 'take a backup with the Holdfast that made it, and restore that'
  throw new EmbeddedDatabaseError(
    `The database in ${cluster} was made by PostgreSQL ${made}, and this Holdfast carries PostgreSQL ${majorVersion}: ${advice}, or set DATA_DIR.`,
  )
}

/** Writes the server's settings and its door: a unix socket with a password, or loopback where there are no sockets. */
export async function configure(place: Place, settings: Settings, transport: 'socket' | 'tcp'): Promise<void> {
  const door: Settings =
    transport === 'tcp'
      ? { listen_addresses: '127.0.0.1', port: await loopbackPort(place), unix_socket_directories: '' }
      : {
          listen_addresses: '',
          port: 5432,
          unix_socket_directories: await socketFolder(place),
          unix_socket_permissions: place.account ? '0777' : '0700',
        }
  const lines = Object.entries({ ...SETTINGS, ...settings, ...door }).map(
    ([name, value]) => `${name} = ${quoted(value)}`,
  )
  const header = '# Written by Holdfast at each start; your own settings: alter system set … as the superuser.'
  await writeSafely(join(place.cluster, 'postgresql.conf'), `${[header, ...lines].join('\n')}\n`, place.account)
  const hosts = 'local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n'
  await writeSafely(join(place.cluster, 'pg_hba.conf'), hosts, place.account)
}

const quoted = (value: string | number) => `'${String(value).replaceAll("'", "''")}'`

async function configured(cluster: string, name: string): Promise<string | null> {
  const text = await readFile(join(cluster, 'postgresql.conf'), 'utf8').catch(() => '')
  return new RegExp(`^${name} = '(.*)'$`, 'm').exec(text)?.[1]?.replaceAll("''", "'") ?? null
}

export const configuredSocketFolder = ({ cluster }: Place) => configured(cluster, 'unix_socket_directories')

/** The port of last time while it is free: a server that comes back is found again by those who knew it. */
async function loopbackPort({ cluster }: Place): Promise<number> {
  const before = await configured(cluster, 'port')
  return (before && (await freePort(Number(before)))) || (await freePort(0)) || 5432
}

function freePort(wanted: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.on('error', () => resolve(null))
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : null))
    })
  })
}

/** Whole or not at all, and on the disk before the next step relies on it. */
async function writeSafely(path: string, text: string, account: Account): Promise<void> {
  const half = `${path}.half-${process.pid}`
  const file = await open(half, 'w', 0o600)
  await file.writeFile(text)
  await file.sync()
  await file.close()
  if (account) await chown(half, account.uid, account.gid)
  await rename(half, path)
}
