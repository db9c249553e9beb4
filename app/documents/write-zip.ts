/**
 * A ZIP of files as they are, written as a stream: nothing but the list of its entries is kept in memory. Sizes and
 * sums stand before each file, where every program looks for them, and are held against what really comes: a file that
 * changed meanwhile stops the writing. What outgrows the old format's numbers is written as ZIP64.
 */
import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

export type ZipSums = { size: number; crc: number; sha256: string }
export type ZipEntry = {
  path: string
  sums: Pick<ZipSums, 'size' | 'crc'>
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** What a file's entry must say before the file itself is written. */
export async function sumsOf(bytes: ZipEntry['bytes']): Promise<ZipSums> {
  const hash = createHash('sha256')
  let crc = 0
  let size = 0
  for await (const chunk of bytes) {
    hash.update(chunk)
    crc = crc32(chunk, crc)
    size += chunk.length
  }
  return { size, crc, sha256: hash.digest('hex') }
}

type Written = { name: Buffer; size: number; crc: number; at: number }

const most32 = 0xffffffff
const most16 = 0xffff
/** Names are UTF-8. */
const flags = 0x0800

export async function* writeZip(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  modified: Date,
): AsyncGenerator<Buffer | Uint8Array> {
  const written: Written[] = []
  const moment = dosMoment(modified)
  let at = 0
  for await (const { path, sums, bytes } of entries) {
    const entry = { name: Buffer.from(path, 'utf8'), ...sums, at }
    const head = localHeader(entry, moment)
    yield head
    yield* checked(path, sums, bytes)
    written.push(entry)
    at += head.length + sums.size
  }
  const directory = Buffer.concat(written.map((entry) => directoryEntry(entry, moment)))
  yield directory
  yield endRecords(written.length, directory.length, at)
}

async function* checked(path: string, { size, crc }: ZipEntry['sums'], bytes: ZipEntry['bytes']) {
  let seen = 0
  let sum = 0
  for await (const chunk of bytes) {
    seen += chunk.length
    sum = crc32(chunk, sum)
    yield chunk
  }
  if (seen !== size || sum !== crc) throw new Error(`${path} is not what it was when the pack was decided.`)
}

/** Two seconds exact, from 1980 on: the old format knows no better. */
function dosMoment(date: Date): { time: number; day: number } {
  const year = Math.max(0, date.getFullYear() - 1980)
  return {
    time: (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1),
    day: (year << 9) | ((date.getMonth() + 1) << 5) | date.getDate(),
  }
}

type Moment = ReturnType<typeof dosMoment>

function localHeader({ name, size, crc }: Written, moment: Moment): Buffer {
  const big = size >= most32
  const extra = big ? wideNumbers([size, size]) : Buffer.alloc(0)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(big ? 45 : 20, 4)
  writeFacts(head, 6, { moment, crc, size: big ? most32 : size })
  head.writeUInt16LE(name.length, 26)
  head.writeUInt16LE(extra.length, 28)
  return Buffer.concat([head, name, extra])
}

/** Flags, method (as it is), moment, sum, size twice: the same in both headers. */
function writeFacts(head: Buffer, at: number, { moment, crc, size }: { moment: Moment; crc: number; size: number }) {
  head.writeUInt16LE(flags, at)
  head.writeUInt16LE(0, at + 2)
  head.writeUInt16LE(moment.time, at + 4)
  head.writeUInt16LE(moment.day, at + 6)
  head.writeUInt32LE(crc, at + 8)
  head.writeUInt32LE(size, at + 12)
  head.writeUInt32LE(size, at + 16)
}

function directoryEntry({ name, size, crc, at }: Written, moment: Moment): Buffer {
  const wide = [...(size >= most32 ? [size, size] : []), ...(at >= most32 ? [at] : [])]
  const extra = wide.length > 0 ? wideNumbers(wide) : Buffer.alloc(0)
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE((3 << 8) | 45, 4)
  head.writeUInt16LE(wide.length > 0 ? 45 : 20, 6)
  writeFacts(head, 8, { moment, crc, size: Math.min(size, most32) })
  head.writeUInt16LE(name.length, 28)
  head.writeUInt16LE(extra.length, 30)
  // A plain file that its owner may change and everybody may read.
  head.writeUInt32LE(0o100644 * 0x10000, 38)
  head.writeUInt32LE(Math.min(at, most32), 42)
  return Buffer.concat([head, name, extra])
}

function wideNumbers(values: number[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(values.length * 8, 2)
  values.forEach((value, index) => extra.writeBigUInt64LE(BigInt(value), 4 + index * 8))
  return extra
}

function endRecords(count: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(count, most16), 8)
  end.writeUInt16LE(Math.min(count, most16), 10)
  end.writeUInt32LE(Math.min(length, most32), 12)
  end.writeUInt32LE(Math.min(at, most32), 16)
  if (count < most16 && length < most32 && at < most32) return end
  const wide = Buffer.alloc(56)
  wide.writeUInt32LE(0x06064b50, 0)
  wide.writeBigUInt64LE(44n, 4)
  wide.writeUInt16LE((3 << 8) | 45, 12)
  wide.writeUInt16LE(45, 14)
  wide.writeBigUInt64LE(BigInt(count), 24)
  wide.writeBigUInt64LE(BigInt(count), 32)
  wide.writeBigUInt64LE(BigInt(length), 40)
  wide.writeBigUInt64LE(BigInt(at), 48)
  const where = Buffer.alloc(20)
  where.writeUInt32LE(0x07064b50, 0)
  where.writeBigUInt64LE(BigInt(at + length), 8)
  where.writeUInt32LE(1, 16)
  return Buffer.concat([wide, where, end])
}
