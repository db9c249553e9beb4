import { randomBytes, createHash } from 'node:crypto'
import { access, chmod, chown, constants, lstat, mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { canEnter, serverAccount, type Account } from './embedded-account'
import { EmbeddedDatabaseError } from './embedded-error'

/**
 * Where one database lives. `unit` appears by one rename, whole, and holds the cluster and its passwords; `folder` is
 * the one around it, which a person knows.
 */
export type Place = {
  folder: string
  unit: string
  cluster: string
  passwords: string
  account: Account
  notice: string | null
}

const POINTER = 'database-folder'
/** The address of a unix socket may have 107 bytes on Linux and 103 on macOS, its file name included. */
const LONGEST_SOCKET_PATH = 103

/**
 * Finds or chooses the database's folder under the data folder. As root it may have to be elsewhere; then a file
 * in the data folder points to it, so that removing or moving the data folder does what one expects.
 */
export async function findPlace(dataDir: string, systemFolder: string): Promise<Place> {
  const account = await serverAccount()
  if (account) await makeOpenFolder(dataDir)
  else await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const folder = await realpath(dataDir)
  const inside = join(folder, 'database')
  if (await isFolder(join(inside, 'cluster'))) return placeOf(inside, await ownerOf(join(inside, 'cluster'), account))
  await access(folder, constants.W_OK)
  const elsewhere = await pointedTo(folder)
  if (!elsewhere && (await canEnter(account, folder))) return placeOf(inside, account)
  const unit = elsewhere ?? (await pointElsewhere(folder, systemFolder))
  const owner = (await isFolder(join(unit, 'cluster'))) ? await ownerOf(join(unit, 'cluster'), account) : account
  const notice = `The database is kept in ${unit}, because the user ${account?.name} it runs as may not enter ${folder}.`
  return { ...placeOf(unit, owner), notice }
}

function placeOf(unit: string, account: Account): Place {
  return {
    folder: dirname(unit),
    unit,
    cluster: join(unit, 'cluster'),
    passwords: join(unit, 'passwords.json'),
    account,
    notice: null,
  }
}

export const isFolder = (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )

/** Root goes on as whoever made the database: a folder first used by an ordinary user stays theirs. */
async function ownerOf(cluster: string, account: Account): Promise<Account> {
  const { uid, gid } = await stat(cluster)
  const me = process.getuid?.()
  if (!account && me !== undefined && uid !== me) {
    throw new EmbeddedDatabaseError(
      `The database in ${cluster} belongs to user number ${uid}, not to you (${me}): start as that user.`,
    )
  }
  if (!account) return null
  const owner = uid === 0 || uid === account.uid ? account : { name: `number ${uid}`, uid, gid }
  if (await canEnter(owner, cluster)) return owner
  throw new EmbeddedDatabaseError(
    `The database in ${cluster} belongs to the user ${owner.name}, who may not enter that folder any more.`,
  )
}

async function pointedTo(folder: string): Promise<string | null> {
  try {
    return (await readFile(join(folder, POINTER), 'utf8')).trim()
  } catch {
    return null
  }
}

/** One that every user may enter, whatever this process takes away from new folders by its umask. */
export async function makeOpenFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true })
  if (first) await chmod(folder, 0o755)
}

async function pointElsewhere(folder: string, systemFolder: string): Promise<string> {
  await makeOpenFolder(systemFolder)
  const unit = join(systemFolder, randomBytes(6).toString('hex'))
  try {
    await writeFile(join(folder, POINTER), `${unit}\n`, { flag: 'wx' })
    return unit
  } catch (error) {
    // Another start was first: its choice holds.
    const theirs = await pointedTo(folder)
    if (!theirs) throw error
    return theirs
  }
}

/** A folder for the socket: in the unit where its path is short enough, else one of a fixed name among temporary files. */
export async function socketFolder({ unit, account }: Place): Promise<string> {
  const fits = (folder: string) => Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= LONGEST_SOCKET_PATH
  const name = `holdfast-${createHash('sha256').update(unit).digest('hex').slice(0, 12)}`
  for (const folder of [join(unit, 'socket'), join(tmpdir(), name), join('/tmp', name)]) {
    if (!fits(folder)) continue
    if (!(await isMade(account, folder))) continue
    if ((await isOurs(folder, account)) && (await canEnter(account, folder))) return folder
  }
  throw new EmbeddedDatabaseError(
    `No folder for the database's socket could be made in ${tmpdir()}: set TMPDIR to a short path of your own.`,
  )
}

const isMade = (account: Account, folder: string) =>
  makeFolderOf(account, folder, account ? 0o711 : 0o700).then(
    () => true,
    () => false,
  )

/** Only a folder made here changes hands: one that stood there before may be a trap. */
export async function makeFolderOf(account: Account, folder: string, mode: number): Promise<void> {
  try {
    await mkdir(folder, { mode })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return
    throw error
  }
  await chmod(folder, mode)
  if (account) await chown(folder, account.uid, account.gid)
}

/** Anyone can make a folder in /tmp: one that is a link, or another user's, is not for a database's door. */
async function isOurs(folder: string, account: Account): Promise<boolean> {
  const found = await lstat(folder)
  return (
    found.isDirectory() && found.uid === (account?.uid ?? process.getuid?.() ?? found.uid) && (found.mode & 0o022) === 0
  )
}
