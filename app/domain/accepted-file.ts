/**
 * Which files may be uploaded as evidence: a short list of kinds, each known by its ending and by how its bytes begin,
 * and the two must agree. Macro-bearing and old Office kinds are refused with what to do instead. Names are made safe
 * for every system a pack may be opened on; the name on disk is never one a person chose.
 */
import { done, refused, type Outcome } from './outcome'

export type AcceptedKind = 'pdf' | 'docx' | 'xlsx' | 'pptx' | 'odt' | 'ods' | 'odp' | 'csv' | 'txt' | 'png' | 'jpg'
export type AcceptedFile = { kind: AcceptedKind; mediaType: string; safeName: string }

const office = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'
const mediaTypes: Readonly<Record<AcceptedKind, string>> = {
  pdf: 'application/pdf',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  odt: `${openDocument}.text`,
  ods: `${openDocument}.spreadsheet`,
  odp: `${openDocument}.presentation`,
  csv: 'text/csv',
  txt: 'text/plain',
  png: 'image/png',
  jpg: 'image/jpeg',
}

export const acceptedKinds = Object.keys(mediaTypes) as AcceptedKind[]
export const acceptedWords = 'a PDF, Word, Excel, PowerPoint or OpenDocument file, a CSV or text file, or a PNG or JPEG'
/** For the accept attribute of a file input. */
export const acceptedEndings = [...acceptedKinds, 'jpeg'].map((kind) => `.${kind}`).join(',')

/** How many bytes of a file `decideFile` wants to see, if the file has as many. */
export const bytesToInspect = 4096
export const defaultMaxBytes = 25 * 1024 * 1024

export type OfferedFile = { name: string; size: number; firstBytes: Uint8Array; maxBytes?: number }

export function decideFile({ name, size, firstBytes, maxBytes = defaultMaxBytes }: OfferedFile): Outcome<AcceptedFile> {
  const shown = safeFileName(name)
  if (size === 0 || firstBytes.length === 0) return refused(`“${shown}” is empty`, 'file')
  if (size > maxBytes)
    return refused(`“${shown}” is too big: a file may have up to ${Math.floor(maxBytes / 1024 / 1024)} MB`, 'file')
  const ending = endingOf(name)
  const better = refusedEndings[ending]
  if (better !== undefined) return refused(`“${shown}” cannot be taken: ${better}`, 'file')
  const kind = kindOf(ending)
  if (kind === null) return refused(`“${shown}” must be ${acceptedWords}`, 'file')
  if (isZipBased(kind) && startsWith(firstBytes, ole))
    return refused(`“${shown}” is password protected. Save it without a password and add it again.`, 'file')
  if (!looksLike(kind, firstBytes))
    return refused(`“${shown}” is not what its ending says. Save it again as ${acceptedWords}.`, 'file')
  return done({ kind, mediaType: mediaTypes[kind], safeName: shown })
}

const refusedEndings: Readonly<Record<string, string>> = {
  doc: 'save it as a Word document (.docx) or as a PDF',
  xls: 'save it as an Excel workbook (.xlsx)',
  ppt: 'save it as a PowerPoint presentation (.pptx) or as a PDF',
  docm: 'it can carry macros; save it as .docx',
  xlsm: 'it can carry macros; save it as .xlsx',
  pptm: 'it can carry macros; save it as .pptx',
  heic: 'save the picture as JPEG or PNG',
  zip: 'unpack it and add the files one by one',
}

const endingOf = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name.trim())?.[1]?.toLowerCase() ?? ''

function kindOf(ending: string): AcceptedKind | null {
  const kind = ending === 'jpeg' ? 'jpg' : ending
  return acceptedKinds.find((each) => each === kind) ?? null
}

const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const zip = [0x50, 0x4b, 0x03, 0x04]
const startsWith = (bytes: Uint8Array, signature: number[]): boolean =>
  bytes.length >= signature.length && signature.every((byte, i) => bytes[i] === byte)

const officeFolder: Partial<Record<AcceptedKind, string>> = { docx: 'word', xlsx: 'xl', pptx: 'ppt' }
const isZipBased = (kind: AcceptedKind): boolean => kind in officeFolder || kind.startsWith('od')

function looksLike(kind: AcceptedKind, bytes: Uint8Array): boolean {
  if (kind === 'pdf') return startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])
  if (kind === 'png') return startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  if (kind === 'jpg') return startsWith(bytes, [0xff, 0xd8, 0xff])
  if (kind === 'csv' || kind === 'txt') return looksLikeText(bytes)
  return startsWith(bytes, zip) && looksLikePackage(kind, bytes)
}

/** The first entry of the ZIP tells an Office or OpenDocument file from a plain archive with another ending. What lies
 * deeper is for the reader that opens it under a bound on its unpacked size. */
function looksLikePackage(kind: AcceptedKind, bytes: Uint8Array): boolean {
  const first = zipFirstEntry(bytes)
  if (first === null) return false
  const folder = officeFolder[kind]
  if (folder === undefined) return first.name === 'mimetype' && first.content.startsWith(mediaTypes[kind])
  return (
    /^(\[Content_Types\]\.xml$|_rels\/|docProps\/|customXml\/)/.test(first.name) || first.name.startsWith(`${folder}/`)
  )
}

function zipFirstEntry(bytes: Uint8Array): { name: string; content: string } | null {
  if (bytes.length < 30) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const nameEnd = 30 + view.getUint16(26, true)
  const contentStart = nameEnd + view.getUint16(28, true)
  if (nameEnd > bytes.length) return null
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  return { name: ascii(30, nameEnd), content: ascii(contentStart, Math.min(contentStart + 80, bytes.length)) }
}

function looksLikeText(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return true
  if ([zip, ole, [0x25, 0x50, 0x44, 0x46], [0x4d, 0x5a, 0x90]].some((known) => startsWith(bytes, known))) return false
  if (bytes.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte))) return false
  const start = String.fromCharCode(...bytes.subarray(0, 200)).replace(/^ï»¿/, '')
  return !/^\s*<(!doctype|html|script|svg|\?xml|\?php)/i.test(start)
}

const deviceName = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i
// Invisible and direction-turning characters can make "exe.pdf" out of "fdp.exe"; the others are refused by Windows.
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu

export const longestName = 120

/** A name every system can store and no browser misreads: no path, no reserved characters or device names, no closing
 * dot or space, at most `longestName` UTF-16 units with its ending kept. */
export function safeFileName(name: string, fallback = 'document'): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = trimEnds(last.replace(unsafe, ' ').normalize('NFC').replace(/\s+/g, ' '))
  const ending = /[^.](\.[A-Za-z0-9]{1,8})$/.exec(clean)?.[1] ?? ''
  const stem = trimEnds(cut(clean.slice(0, clean.length - ending.length), longestName - ending.length - 1))
  const named = stem === '' ? `${fallback}${clean.startsWith('.') && ending === '' ? '' : ending}` : `${stem}${ending}`
  return deviceName.test(named) ? `_${named}` : named
}

const trimEnds = (text: string): string => text.replace(/^[\s.]+|[\s.]+$/g, '')

/** Cut without leaving half of a character behind. */
function cut(text: string, units: number): string {
  return text.length <= units ? text : text.slice(0, units).replace(/[\ud800-\udbff]$/, '')
}
