import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { sumsOf, writeZip } from '~/documents/write-zip'

describe('a ZIP beyond the old format', () => {
  it('holds files over four gibibytes, and those after them at their true place', async () => {
    const piece = Buffer.alloc(64 * 1024 * 1024, 'x')
    const pieces = 65
    let crc = 0
    for (let i = 0; i < pieces; i++) crc = crc32(piece, crc)
    const size = pieces * piece.length
    const small = Buffer.from('after')
    function* big() {
      for (let i = 0; i < pieces; i++) yield piece
    }
    let length = 0
    let tail = Buffer.alloc(0)
    const entries = [
      { path: 'big', sums: { size, crc }, bytes: big() },
      { path: 'small', sums: await sumsOf([small]), bytes: [small] },
    ]
    for await (const chunk of writeZip(entries, new Date(2026, 5, 1))) {
      length += chunk.length
      if (length > size) tail = Buffer.concat([tail, chunk.length > 100_000 ? Buffer.alloc(0) : chunk])
    }
    const start = length - tail.length
    const directory = tail.readBigUInt64LE(Number(tail.readBigUInt64LE(tail.length - 34)) - start + 48)
    const first = Number(directory) - start
    expect(tail.readUInt32LE(first + 24)).toBe(0xffffffff)
    expect(Number(tail.readBigUInt64LE(first + 46 + 3 + 4))).toBe(size)
    const second = first + 46 + 3 + tail.readUInt16LE(first + 30)
    const extra = second + 46 + 5
    const place = Number(tail.readBigUInt64LE(extra + 4))
    expect(tail.subarray(place - start, place - start + 4).toString('latin1')).toBe('PK\x03\x04')
    expect(tail.subarray(place - start + 35, place - start + 40).toString()).toBe('after')
  }, 60_000)
})
