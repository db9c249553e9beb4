/**
 * The characters of a file that is plain text, whatever saved it: Notepad and Excel still write UTF-16 and
 * Windows-1252 beside UTF-8. Null means that the bytes are no text at all.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes)
  const text = encoding === 'windows-1252' ? decodeWindows(bytes) : new TextDecoder(encoding).decode(bytes)
  return looksLikeText(text) ? text.replace(/^\uFEFF/, '') : null
}

/** What Windows-1252 has at 80 to 9F; Node 20 reads it as Latin-1, which has control characters there. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

const decodeWindows = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (character) => WINDOWS[character.charCodeAt(0) - 0x80]!)

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const unmarked = utf16WithoutMark(bytes.subarray(0, 4096))
  if (unmarked !== null) return unmarked
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** English text in UTF-16 has a zero in every other byte. */
function utf16WithoutMark(start: Uint8Array): string | null {
  if (start.length < 4) return null
  const zeros = [0, 0]
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]!++
  })
  const half = start.length / 2
  if (zeros[1]! > half * 0.7 && zeros[0]! < half * 0.1) return 'utf-16le'
  if (zeros[0]! > half * 0.7 && zeros[1]! < half * 0.1) return 'utf-16be'
  return null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Control characters other than tab, line ends and form feed are rare in text and common in everything else. */
function looksLikeText(text: string): boolean {
  const sample = text.length > 200_000 ? text.slice(0, 100_000) + text.slice(-100_000) : text
  let strange = 0
  for (let index = 0; index < sample.length; index++) {
    const code = sample.charCodeAt(index)
    if (code === 0 || code === 0xfffd || (code < 32 && (code < 9 || code > 13))) strange++
  }
  return strange <= sample.length * 0.01
}
