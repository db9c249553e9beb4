import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumsOf, writeZip, type ZipEntry } from '~/documents/write-zip'
import { openZip } from '~/documents/zip-parts'

const at = new Date(2026, 5, 1, 9, 30, 10)
const entry = async (path: string, bytes: Uint8Array): Promise<ZipEntry> => ({
  path,
  sums: await sumsOf([bytes]),
  bytes: [bytes],
})
const whole = async (zip: AsyncIterable<Uint8Array>) => {
  const chunks: Uint8Array[] = []
  for await (const chunk of zip) chunks.push(chunk)
  return Buffer.concat(chunks)
}

describe('a ZIP', () => {
  it('gives back any files under any names, as they were', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), fc.uint8Array()), {
          selector: ([name]) => Buffer.from(name).toString(),
          maxLength: 12,
        }),
        async (files) => {
          const zip = openZip(await whole(writeZip(await Promise.all(files.map((file) => entry(...file))), at)))
          for (const [name, bytes] of files)
            expect(Buffer.from(zip.read(Buffer.from(name).toString())!)).toEqual(Buffer.from(bytes))
        },
      ),
      { numRuns: 60 },
    )
  })

  it.skipIf(!existsSync('/usr/bin/unzip'))('is found whole by unzip, with names in any script', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-zip-'))
    const names = ['index.html', 'Requests/1 Perfformiad – ŵ/Adroddiad.pdf', 'Elements/1.1.1 客/é.txt']
    const zip = await whole(
      writeZip(await Promise.all(names.map((name) => entry(name, Buffer.from(`in ${name}`)))), at),
    )
    await writeFile(join(folder, 'a.zip'), zip)
    expect(execFileSync('unzip', ['-t', join(folder, 'a.zip')], { encoding: 'utf8' })).toContain('No errors detected')
    const env = { ...process.env, LC_ALL: 'C.UTF-8' }
    expect(execFileSync('unzip', ['-p', join(folder, 'a.zip'), names[1]!], { encoding: 'utf8', env })).toBe(
      `in ${names[1]}`,
    )
    await rm(folder, { recursive: true })
  })

  it('stops where a file is not what it was said to be', async () => {
    const sums = await sumsOf([Buffer.from('before')])
    for (const now of ['after!', 'before and more', ''])
      await expect(whole(writeZip([{ path: 'a.txt', sums, bytes: [Buffer.from(now)] }], at))).rejects.toThrow(
        'a.txt is not what it was',
      )
  })

  it('of more files than the old format counts says so in the wide records', async () => {
    const none = await sumsOf([])
    const entries = Array.from({ length: 70_000 }, (_, i) => ({ path: `${i}`, sums: none, bytes: [] }))
    const zip = await whole(writeZip(entries, at))
    const end = zip.subarray(-22)
    expect([end.readUInt16LE(8), end.readUInt16LE(10)]).toEqual([0xffff, 0xffff])
    const wide = Number(zip.readBigUInt64LE(zip.length - 22 - 20 + 8))
    expect(zip.readUInt32LE(wide)).toBe(0x06064b50)
    expect(zip.readBigUInt64LE(wide + 32)).toBe(70_000n)
    const directory = Number(zip.readBigUInt64LE(wide + 48))
    expect(zip.readUInt32LE(directory)).toBe(0x02014b50)
  })
})
