/** ZIP files of every kind a sender may make up, honest or not. */
import { crc32, deflateRawSync } from 'node:zlib'

export type ZipPart = {
  name: string
  bytes: Uint8Array
  stored?: boolean
  /** What the part says it unpacks to, where that is not the truth. */
  saysSize?: number
  encrypted?: boolean
}

export function makeZip(parts: ZipPart[]): Buffer {
  const written: Buffer[] = []
  const listed: Buffer[] = []
  let at = 0
  for (const { name, bytes, stored = false, saysSize, encrypted = false } of parts) {
    const packed = stored ? Buffer.from(bytes) : deflateRawSync(bytes)
    const named = Buffer.from(name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(encrypted ? 0x801 : 0x800, 2)
    facts.writeUInt16LE(stored ? 0 : 8, 4)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(saysSize ?? bytes.length, 18)
    facts.writeUInt16LE(named.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    written.push(Buffer.from('PK\x03\x04', 'latin1'), facts, named, packed)
    listed.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, named)
    at += 30 + named.length + packed.length
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

const text = (words: string) => Buffer.from(words)

export const wordFile = (words = 'A page.', more: ZipPart[] = []): Buffer =>
  makeZip([
    { name: '[Content_Types].xml', bytes: text('<?xml version="1.0"?><Types/>') },
    { name: 'word/document.xml', bytes: text(`<w:document><w:body>${words}</w:body></w:document>`) },
    ...more,
  ])

export const pdfFile = (words = 'A page'): Buffer =>
  text(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R>>endobj\n` +
      `4 0 obj<</Length ${words.length + 30}>>stream\nBT /F1 12 Tf 20 200 Td (${words}) Tj ET\nendstream endobj\n` +
      `trailer<</Root 1 0 R/Size 5>>\n%%EOF\n`,
  )
