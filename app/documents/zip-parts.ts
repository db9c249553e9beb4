import { crc32, inflateRawSync } from 'node:zlib'
import { readingLimits } from './reading-limits'
import { CannotRead } from './unreadable'

/**
 * The parts of a Word or Excel file. The central directory is read here, and every part is unpacked against a limit
 * and checked against its sum, because the libraries that read these files unpack first and ask afterwards.
 */
export type ZipParts = { names: string[]; read(name: string): Uint8Array | null }

type Entry = { name: string; method: number; encrypted: boolean; crc: number; packed: number; size: number; at: number }

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

export function openZip(bytes: Uint8Array): ZipParts {
  const entries = new Map(directory(bytes).map((entry) => [entry.name, entry]))
  let unpacked = 0
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name)
      if (entry === undefined) return null
      const part = unpack(bytes, entry)
      unpacked += part.length
      if (unpacked > readingLimits.unpackedBytes) throw new CannotRead('unpacksTooBig')
      return part
    },
  }
}

function directory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > readingLimits.zipEntries) throw new CannotRead('unpacksTooBig')
  const entries: Entry[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw new CannotRead('damaged')
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    entries.push({
      name: Buffer.from(bytes.subarray(at + 46, at + 46 + lengths[0]!)).toString('utf8'),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + lengths[0]! + lengths[1]! + lengths[2]!
  }
  return entries
}

/** The end record stands in the last 65,557 bytes: 22 of its own and a comment. */
function endRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 65_557)
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END) return at
  throw new CannotRead('damaged')
}

function unpack(bytes: Uint8Array, entry: Entry): Uint8Array {
  if (entry.encrypted) throw new CannotRead('protectedOffice')
  if (entry.size > readingLimits.partBytes) throw new CannotRead('unpacksTooBig')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== LOCAL) throw new CannotRead('damaged')
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  if (start + entry.packed > bytes.length) throw new CannotRead('damaged')
  const part = inflate(bytes.subarray(start, start + entry.packed), entry)
  if (part.length !== entry.size || crc32(part) !== entry.crc) throw new CannotRead('damaged')
  return part
}

function inflate(packed: Uint8Array, { method, size }: Entry): Uint8Array {
  if (method === 0) return packed
  if (method !== 8) throw new CannotRead('damaged')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    const grew = error instanceof RangeError
    throw new CannotRead(grew ? 'unpacksTooBig' : 'damaged')
  }
}
