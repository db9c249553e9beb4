import { crc32 } from 'node:zlib'

/** A ZIP of parts as they are, not packed: what a reading library gets in place of a file from outside. */
export function storedZip(parts: { name: string; bytes: Uint8Array }[]): Buffer {
  const written: Buffer[] = []
  const listed: Buffer[] = []
  let at = 0
  for (const { name, bytes } of parts) {
    const named = Buffer.from(name, 'utf8')
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x800, 2)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(bytes.length, 14)
    facts.writeUInt32LE(bytes.length, 18)
    facts.writeUInt16LE(named.length, 22)
    const local = [Buffer.from('PK\x03\x04', 'latin1'), facts, named, Buffer.from(bytes)]
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    listed.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, named)
    written.push(...local)
    at += 30 + named.length + bytes.length
  }
  const directory = Buffer.concat(listed)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...written, directory, end])
}
