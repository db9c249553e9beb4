import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folderStorage } from '~/storage/folder-storage'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-storage-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const council = randomUUID()
const other = randomUUID()
const text = async (stream: AsyncIterable<Buffer>) => {
  let all = ''
  for await (const chunk of stream) all += chunk.toString('utf8')
  return all
}
const all = async (place = folder) =>
  (await readdir(place, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())

describe('the folder storage', () => {
  it('keeps bytes by their SHA-256, with their size, and gives them back', async () => {
    const bytes = randomBytes(3_000_000)
    const kept = await folderStorage(folder).put(council, [bytes.subarray(0, 1), bytes.subarray(1)])
    expect(kept).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), size: 3_000_000 })
    const read: Buffer[] = []
    for await (const chunk of await folderStorage(folder).read(council, kept.sha256)) read.push(chunk as Buffer)
    expect(Buffer.concat(read).equals(bytes)).toBe(true)
    expect(await readFile(join(folder, council, kept.sha256.slice(0, 2), kept.sha256.slice(2)))).toHaveLength(3_000_000)
  })

  it('keeps the same bytes once, for each council apart', async () => {
    const storage = folderStorage(folder)
    const { sha256 } = await storage.put(council, [Buffer.from('the same')])
    await storage.put(council, [Buffer.from('the same')])
    expect(await storage.has(other, sha256)).toBe(false)
    await expect(storage.read(other, sha256)).rejects.toThrow(/ENOENT/)
    await storage.put(other, [Buffer.from('the same')])
    await storage.remove(other, sha256)
    expect(await text(await storage.read(council, sha256))).toBe('the same')
  })

  it('leaves nothing behind where bytes stop coming, or are not kept', async () => {
    const storage = folderStorage(folder)
    const before = (await all()).length
    async function* broken() {
      yield Buffer.from('half a')
      throw new Error('the line went dead')
    }
    await expect(storage.put(council, broken())).rejects.toThrow('the line went dead')
    const received = await storage.receive(council, [Buffer.from('looked at and refused')])
    expect(await readFile(received.path, 'utf8')).toBe('looked at and refused')
    await received.discard()
    expect(await all()).toHaveLength(before)
  })

  it('clears what a killed process left, and nothing that is still being written', async () => {
    const place = join(folder, 'cleared')
    await mkdir(join(place, 'incoming'), { recursive: true })
    const old = new Date(Date.now() - 7 * 60 * 60 * 1000)
    await writeFile(join(place, 'incoming', 'old'), 'x')
    await utimes(join(place, 'incoming', 'old'), old, old)
    await writeFile(join(place, 'incoming', 'new'), 'x')
    await folderStorage(place).put(council, [Buffer.from('any')])
    expect(await readdir(join(place, 'incoming'))).toEqual(['new'])
  })

  it('never follows a name out of its folder', async () => {
    const storage = folderStorage(folder)
    await expect(storage.read(council, '../../../../etc/passwd')).rejects.toThrow('Not a place')
    await expect(storage.put('..', [Buffer.from('x')])).rejects.toThrow('Not a place')
    await expect(storage.read(`${council}/..`, 'a'.repeat(64))).rejects.toThrow('Not a place')
  })
})
