import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { launchAs, runAs } from './embedded-account'
import type { Binaries } from './embedded-binaries'
import { configuredSocketFolder, isAlive } from './embedded-cluster'
import { EmbeddedDatabaseError, sentenceForOutput } from './embedded-error'
import type { Place } from './embedded-place'

/** How to reach the server: the path of its socket, or a port on loopback. */
export type Door = { path: string } | { host: string; port: number }

/** A crash while much was being written is replayed at the next start, which then takes longer. */
export const START_SECONDS = 120
const STOP_SECONDS = 60
const LARGEST_LOG = 5_000_000
/** No system gives out a process number this large. */
const NO_PROCESS = 2_147_483_647

type PidFile = { pid: number; cluster: string; port: number; socketFolder: string; host: string; status: string }

/** The server of this folder, once it answers; null where none runs, whatever a killed one left behind. */
export async function runningServer(place: Place): Promise<Door | null> {
  for (const until = Date.now() + START_SECONDS * 1000; Date.now() < until; await sleep(10)) {
    const found = await readPidFile(place)
    if (!found || !(await isServer(found))) return null
    if (found.status === 'ready') return doorOf(found)
  }
  return null
}

function doorOf({ socketFolder, port, host }: PidFile): Door {
  return socketFolder ? { path: join(socketFolder, `.s.PGSQL.${port}`) } : { host, port }
}

const pidFilePath = ({ cluster }: Pick<Place, 'cluster'>) => join(cluster, 'postmaster.pid')

async function readPidFile(place: Pick<Place, 'cluster'>): Promise<PidFile | null> {
  const text = await readFile(pidFilePath(place), 'utf8').catch(() => '')
  const [pid = '', cluster = '', , port = '', socketFolder = '', host = '', , status = ''] = text.split('\n')
  if (!Number(pid)) return null
  return { pid: Number(pid), cluster, port: Number(port), socketFolder, host, status: status.trim() }
}

/** Is the process of that number this server, or one that was given its number later (as in every container)? */
async function isServer({ pid, cluster }: Pick<PidFile, 'pid' | 'cluster'>): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0')
  return /postgres$/.test(words[0] ?? '') && words.includes(cluster)
}

export type Start = 'started' | 'another was first'

/** Starts the server and waits until it answers. */
export async function startServer(place: Place, binaries: Binaries): Promise<Start> {
  await disarmLockFiles(place)
  const log = join(place.cluster, 'server.log')
  const before = await logSize(log)
  for (const until = Date.now() + 10_000; ; await sleep(100)) {
    if (await launch(place, binaries, log)) return 'started'
    if (await runningServer(place)) return 'another was first'
    const said = await logSince(log, before)
    // A process of a server that was killed may still be finishing its query.
    if (/still in use|lock file .* already exists/.test(said) && Date.now() < until) continue
    throw sentenceForOutput(place.folder, 'start', said)
  }
}

/** True once it answers, false once it has ended. pg_ctl only on Windows: elsewhere a `$` in a path leads it astray. */
async function launch({ cluster, account }: Place, { postgres, pgCtl }: Binaries, log: string): Promise<boolean> {
  if (process.platform === 'win32') {
    const args = ['start', '-D', cluster, '-l', log, '-w', '-t', String(START_SECONDS), '-s']
    return (await runAs(account, pgCtl, args)).code === 0
  }
  const file = await open(log, 'a', 0o600)
  const server = launchAs(account, postgres, ['-D', cluster], file.fd)
  await file.close()
  for (const until = Date.now() + START_SECONDS * 1000; Date.now() < until && !server.ended(); await sleep(10)) {
    const found = await readPidFile({ cluster })
    if (found?.pid === server.pid && found?.status === 'ready') return true
  }
  return false
}

/**
 * PostgreSQL takes any living process under the number in its lock files for itself and refuses to start, be it another
 * program or the unburied remains of the server. There the number in postmaster.pid is made nobody's (the rest of the
 * file still guards the shared memory) and the socket, which nobody answers, is removed.
 */
async function disarmLockFiles(place: Place): Promise<void> {
  const found = await readPidFile(place)
  if (found && isAlive(found.pid) && !(await isServer(found))) {
    const text = await readFile(pidFilePath(place), 'utf8')
    await writeFile(pidFilePath(place), text.replace(/^\d+/, String(NO_PROCESS)))
  }
  const folder = await configuredSocketFolder(place)
  if (!folder) return
  const socket = join(folder, '.s.PGSQL.5432')
  const [pid = '', cluster = ''] = (await readFile(`${socket}.lock`, 'utf8').catch(() => '')).split('\n')
  if (!Number(pid) || !isAlive(Number(pid)) || (await isServer({ pid: Number(pid), cluster }))) return
  await Promise.all([rm(socket, { force: true }), rm(`${socket}.lock`, { force: true })])
}

async function logSize(log: string): Promise<number> {
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  )
  if (size < LARGEST_LOG) return size
  await rename(log, `${log}.1`)
  return 0
}

async function logSince(log: string, position: number): Promise<string> {
  const file = await open(log, 'r').catch(() => null)
  if (!file) return ''
  const { size } = await file.stat()
  const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.max(0, size - position)), 0, null, position)
  await file.close()
  return buffer.toString('utf8', 0, bytesRead)
}

/** A fast shutdown: sessions are ended, everything is on the disk. Another start may follow at once and is not waited for. */
export async function stopServer(place: Place, { pgCtl }: Binaries): Promise<void> {
  if (process.platform === 'win32') {
    await runAs(place.account, pgCtl, ['stop', '-D', place.cluster, '-m', 'fast', '-w', '-s'])
    return
  }
  const server = await readPidFile(place)
  if (!server || !(await isServer(server))) return
  process.kill(server.pid, 'SIGINT')
  for (const until = Date.now() + STOP_SECONDS * 1000; Date.now() < until; await sleep(10)) {
    if ((await readPidFile(place))?.pid !== server.pid) return
  }
  throw new EmbeddedDatabaseError(
    `The embedded PostgreSQL in ${place.folder} is still stopping after ${STOP_SECONDS} s.`,
  )
}
