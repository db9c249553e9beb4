/** Files in a folder: <folder>/<council>/ab/cdef…, written beside it first and moved in one step. */
import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Bytes, KeptFile, ReceivedFile, Storage } from './storage'

/** An upload or a pack takes minutes at most; what is older was left by a process that was killed. */
const leftAfterMs = 6 * 60 * 60 * 1000
const councilId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const hash = /^[0-9a-f]{64}$/

export function folderStorage(folder: string): Storage {
  const incoming = join(folder, 'incoming')
  let prepared: Promise<void> | undefined
  const prepare = () =>
    (prepared ??= prepareIncoming(incoming).catch((error: unknown) => {
      prepared = undefined
      throw error
    }))

  const receive = async (council: string, bytes: Bytes): Promise<ReceivedFile> => {
    placeOf(folder, council, '0'.repeat(64))
    await prepare()
    const path = join(incoming, randomUUID())
    const discard = () => rm(path, { force: true })
    const received = await write(path, bytes).catch(async (error: unknown) => {
      await discard()
      throw error
    })
    const keep = async (): Promise<KeptFile> => {
      await moveIn(path, placeOf(folder, council, received.sha256))
      return received
    }
    return { ...received, path, keep, discard }
  }
  return {
    receive,
    put: async (council, bytes) => (await receive(council, bytes)).keep(),
    has: (council, sha256) =>
      access(placeOf(folder, council, sha256)).then(
        () => true,
        () => false,
      ),
    read: async (council, sha256) => {
      const file = await open(placeOf(folder, council, sha256), 'r')
      return file.createReadStream({ highWaterMark: 1024 * 1024 })
    },
    remove: (council, sha256) => rm(placeOf(folder, council, sha256), { force: true }),
    removeAll: async (council) => {
      const own = dirname(dirname(placeOf(folder, council, '0'.repeat(64))))
      const found = await readdir(own, { recursive: true, withFileTypes: true }).catch(() => [])
      await rm(own, { recursive: true, force: true })
      return found.filter((entry) => entry.isFile()).length
    },
  }
}

/** Both come from the database; they are held to their shape all the same, because they become a path. */
function placeOf(folder: string, council: string, sha256: string): string {
  if (!councilId.test(council) || !hash.test(sha256)) throw new Error('Not a place of the storage.')
  return join(folder, council, sha256.slice(0, 2), sha256.slice(2))
}

async function write(path: string, bytes: Bytes): Promise<KeptFile> {
  const sum = createHash('sha256')
  let size = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of bytes) {
      sum.update(chunk)
      size += chunk.length
      await file.appendFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: sum.digest('hex'), size }
}

/** The same bytes may be there already, under the same name: then this puts the same in its place. */
async function moveIn(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await rename(from, to)
  await syncFolder(dirname(to))
  await syncFolder(dirname(dirname(to)))
}

/** A rename lasts only once its folder is written; where folders cannot be opened (Windows), the system sees to it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

async function prepareIncoming(incoming: string): Promise<void> {
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  for (const name of await readdir(incoming)) {
    const found = await stat(join(incoming, name)).catch(() => null)
    if (found && Date.now() - found.mtimeMs > leftAfterMs) await rm(join(incoming, name), { force: true })
  }
}
