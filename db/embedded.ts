import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findBinaries, type Binaries } from './embedded-binaries'
import * as cluster from './embedded-cluster'
import { EmbeddedDatabaseError, withFolderSentences } from './embedded-error'
import { holdServer, type Hold } from './embedded-hold'
import { findPlace, isFolder, type Place } from './embedded-place'
import { runningServer, START_SECONDS, startServer, stopServer, type Door } from './embedded-server'

export { ensureRoles } from './roles'
export { EmbeddedDatabaseError }

/** Options for postgres.js. */
export type ConnectOptions = Door & { user: string; password: string; database: string }

export type EmbeddedDatabase = {
  /** `owner` migrates, `app` serves people; `superuser` is for making and removing test databases only. */
  connect: (login: cluster.Login, database?: string) => ConnectOptions
  /** False where a running server was found and is shared. */
  started: boolean
  /** A sentence to print where the database is kept outside the data folder. */
  notice: string | null
  /** True once the server is down, false where other processes go on using it. Without it the process does not end. */
  stop: () => Promise<boolean>
}

export type EmbeddedOptions = {
  settings?: cluster.Settings
  transport?: 'socket' | 'tcp'
  /** Outside any home: for root, whose folders the server's user may be unable to enter. */
  systemFolder?: string
}

const SYSTEM_FOLDER = '/var/lib/holdfast'

/**
 * The real PostgreSQL that npm carries, one server for each data folder, shared by all processes that start it there;
 * the last to stop takes it down. What was killed is found and mended: a left server is used, a dead one replaced.
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const folder = resolve(dataDir)
  return withFolderSentences(folder, async () => {
    const systemFolder = options.systemFolder ?? SYSTEM_FOLDER
    const place = await findPlace(folder, systemFolder)
    const binaries = await findBinaries(place.account, place.account ? systemFolder : folder)
    await cluster.removeHalfMade(place)
    if (!(await isFolder(place.cluster))) await cluster.createCluster(place, binaries, options.settings ?? {})
    await cluster.requireSameVersion(place, binaries)
    return join(place, binaries, options)
  })
}

/** Does a server run on this data folder now? Starts nothing. */
export async function isEmbeddedRunning(dataDir: string): Promise<boolean> {
  const folder = resolve(dataDir)
  return withFolderSentences(folder, async () => (await runningServer(await findPlace(folder, SYSTEM_FOLDER))) !== null)
}

async function join(place: Place, binaries: Binaries, options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const passwords = await cluster.readPasswords(place)
  let stopping = false
  let use = await joinServer(place, binaries, passwords, options, comeBack)
  const { started } = use

  /** The server is gone under us, most likely killed: it is started again at the same address. */
  function comeBack() {
    if (stopping) return
    joinServer(place, binaries, passwords, options, comeBack).then(
      async (again) => {
        if (stopping) await again.hold.close()
        else use = again
      },
      () => {},
    )
  }

  return {
    connect: (login, database = cluster.DATABASE) => optionsFor(use.door, passwords, login, database),
    started,
    notice: place.notice,
    stop: async () => {
      if (stopping) return false
      stopping = true
      const last = (await use.hold.letGo()) === 'last'
      if (last) await stopServer(place, binaries)
      await use.hold.close()
      return last
    },
  }
}

const optionsFor = (door: Door, passwords: cluster.Passwords, login: cluster.Login, database: string) => ({
  ...door,
  user: cluster.LOGINS[login],
  password: passwords[login],
  database,
})

type Use = { door: Door; hold: Hold; started: boolean }

async function joinServer(
  place: Place,
  binaries: Binaries,
  passwords: cluster.Passwords,
  { settings = {}, transport = process.platform === 'win32' ? 'tcp' : 'socket' }: EmbeddedOptions,
  lost: () => void,
): Promise<Use> {
  let started = false
  let trouble: unknown
  for (const until = Date.now() + START_SECONDS * 1000; Date.now() < until; await sleep(20)) {
    const door = await runningServer(place)
    if (!door) {
      await cluster.configure(place, settings, transport)
      started = (await startServer(place, binaries)) === 'started' || started
      continue
    }
    try {
      return { door, started, hold: await holdServer(optionsFor(door, passwords, 'superuser', 'postgres'), lost) }
    } catch (error) {
      // The server that was running may just be stopping: then the next round starts it.
      trouble = error
      if (/^28/.test(String((error as { code?: string }).code))) break
    }
  }
  const reason = trouble instanceof Error ? trouble.message : 'it did not answer in time'
  throw new EmbeddedDatabaseError(`The embedded PostgreSQL in ${place.cluster} could not be used: ${reason}`)
}
