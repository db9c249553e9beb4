import { inflateSync } from 'node:zlib'
import { readingLimits } from './reading-limits'
import { CannotRead } from './unreadable'

/**
 * The packed streams of a PDF, unpacked against a limit before pdf.js meets them: it unpacks whatever it is given.
 * Pictures are left out, because they are never decoded here, and are large for good reason.
 */
export function requireSmallStreams(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let unpacked = 0
  for (let at = file.indexOf('stream'); at >= 0;) {
    const end = file.indexOf('endstream', at)
    if (end < 0) return
    const dictionary = file.toString('latin1', Math.max(0, at - 600), at)
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    if (!/\/Subtype\s*\/Image\b/.test(own)) unpacked += unpackedSize(file.subarray(at + 6, end), own)
    if (unpacked > readingLimits.unpackedBytes) throw new CannotRead('unpacksTooBig')
    at = file.indexOf('stream', end + 9)
  }
}

/** The packings that grow most; two of one kind over each other serve only to hide how much. */
const PACKINGS = /\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b/g
const MOST_LZW_BYTES = 100_000

function unpackedSize(data: Buffer, dictionary: string): number {
  const packings = dictionary.match(PACKINGS) ?? []
  if (packings.length > 1) throw new CannotRead('unpacksTooBig')
  if (packings.some((name) => /LZW|RL|RunLength/.test(name)) && data.length > MOST_LZW_BYTES)
    throw new CannotRead('unpacksTooBig')
  const start = data[0] === 13 ? (data[1] === 10 ? 2 : 1) : data[0] === 10 ? 1 : 0
  const packed = data.subarray(start)
  if (packed.length < 2 || (packed[0]! & 15) !== 8) return packed.length
  try {
    return inflateSync(packed, { maxOutputLength: readingLimits.partBytes }).length
  } catch (error) {
    if (error instanceof RangeError) throw new CannotRead('unpacksTooBig')
    return packed.length
  }
}
