/**
 * What is inside a file that lies on disk, for the rules of app/domain/file-inside.ts: never more of it in memory than
 * a ZIP's own list of parts, each part unpacked to be counted and thrown away, and no further than it says it goes.
 */
import { open, type FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import type { AcceptedKind } from '~/domain/accepted-file'
import { insideLimits, type InsideFacts } from '~/domain/file-inside'
import { asksForPassword } from './pdf-password'

const harmless: InsideFacts = {
  damaged: false,
  protectedByPassword: false,
  macros: false,
  parts: 0,
  unpackedBytes: 0,
}
const damaged: InsideFacts = { ...harmless, damaged: true }

export async function lookInside(path: string, kind: AcceptedKind): Promise<InsideFacts> {
  if (kind === 'pdf') return { ...harmless, protectedByPassword: await asksForPassword(path) }
  if (['csv', 'txt', 'png', 'jpg'].includes(kind)) return harmless
  const file = await open(path, 'r')
  try {
    return await lookIntoZip(file)
  } finally {
    await file.close()
  }
}

type Part = { name: string; encrypted: boolean; method: number; packed: number; size: number; at: number }

const endSignature = 0x06054b50
const partSignature = 0x02014b50
const localSignature = 0x04034b50
const longestDirectory = 16 * 1024 * 1024

async function lookIntoZip(file: FileHandle): Promise<InsideFacts> {
  const parts = await listParts(file)
  if (parts === 'damaged') return damaged
  if (parts === 'too-many') return { ...harmless, parts: insideLimits.parts + 1 }
  const facts: InsideFacts = {
    ...harmless,
    protectedByPassword: parts.some((part) => part.encrypted),
    macros: parts.some(({ name }) => /(^|\/)(vbaProject\.bin|vbaData\.xml)$|^Basic\/.+\/.+\.xml$/i.test(name)),
    parts: parts.length,
    unpackedBytes: parts.reduce((sum, { size }) => sum + size, 0),
  }
  if (facts.protectedByPassword || facts.unpackedBytes > insideLimits.unpackedBytes) return facts
  for (const part of parts) if (!(await unpacksAsItSays(file, part))) return { ...facts, damaged: true }
  return facts
}

async function listParts(file: FileHandle): Promise<Part[] | 'damaged' | 'too-many'> {
  const { size } = await file.stat()
  const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end === -1 || end + 22 > tail.length || tail.readUInt32LE(end) !== endSignature) return 'damaged'
  const count = tail.readUInt16LE(end + 10)
  const length = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  if (count > insideLimits.parts || length > longestDirectory) return 'too-many'
  if (start + length > size) return 'damaged'
  const directory = await readAt(file, start, length)
  const parts: Part[] = []
  let at = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== partSignature) return 'damaged'
    const nameLength = directory.readUInt16LE(at + 28)
    parts.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      at: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return parts
}

async function unpacksAsItSays(file: FileHandle, part: Part): Promise<boolean> {
  const local = await readAt(file, part.at, 30)
  if (local.length < 30 || local.readUInt32LE(0) !== localSignature) return false
  const start = part.at + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  const { size } = await file.stat()
  if (start + part.packed > size) return false
  if (part.method === 0) return part.packed === part.size
  return part.method === 8 && (await unpackedSize(file, start, part)) === part.size
}

/** Stops at the first byte over what the part says of itself; -1 where it cannot be unpacked. */
async function unpackedSize(file: FileHandle, start: number, part: Part): Promise<number> {
  if (part.packed === 0) return part.size === 0 ? 0 : -1
  const packed = Readable.from(pieces(file, start, part.packed)).on('error', () => {})
  const inflated = packed.pipe(createInflateRaw())
  let size = 0
  try {
    for await (const chunk of inflated as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > part.size) return -1
    }
    return size
  } catch {
    return -1
  } finally {
    packed.destroy()
    inflated.destroy()
  }
}

/** Read by hand: a read stream would close the file with itself. */
async function* pieces(file: FileHandle, start: number, length: number): AsyncIterable<Buffer> {
  const most = 256 * 1024
  for (let at = 0; at < length; at += most) yield await readAt(file, start + at, Math.min(most, length - at))
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  return buffer.subarray(0, bytesRead)
}
