import type { DocumentKind } from '../domain/reading/blocks'
import { openZip, type ZipParts } from './zip-parts'
import { CannotRead } from './unreadable'

/** What a file is, by its content first; its name only decides between kinds of text. */
export type Opened =
  { kind: 'docx' | 'xlsx'; zip: ZipParts } | { kind: Exclude<DocumentKind, 'docx' | 'xlsx'>; zip?: undefined }

export function openFile(bytes: Uint8Array, name: string): Opened {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (start.includes('%PDF-')) return { kind: 'pdf' }
  if (start.startsWith('PK')) return openOffice(openZip(bytes))
  if (start.startsWith('\xd0\xcf\x11\xe0')) throw new CannotRead(compoundKind(bytes))
  if (start.startsWith('{\\rtf')) throw new CannotRead('richText')
  if (/^(?:\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP)/s.test(start))
    throw new CannotRead('picture')
  if (/^\s*(?:<!doctype html|<html)/i.test(start)) throw new CannotRead('webPage')
  if (/\.(?:docx|docm|xlsx|xlsm|pdf)$/i.test(name)) throw new CannotRead('damaged')
  return { kind: /\.(?:csv|tsv)$/i.test(name) ? 'csv' : 'text' }
}

function openOffice(zip: ZipParts): Opened {
  const has = (pattern: RegExp) => zip.names.some((name) => pattern.test(name))
  if (has(/^word\/document[^/]*\.xml$/)) return { kind: 'docx', zip }
  if (has(/^xl\/workbook\.xml$/)) return { kind: 'xlsx', zip }
  if (has(/^xl\/workbook\.bin$/)) throw new CannotRead('binaryExcel')
  if (has(/^ppt\//)) throw new CannotRead('powerPoint')
  if (has(/^content\.xml$/) && has(/^mimetype$/)) throw new CannotRead('openDocument')
  throw new CannotRead('otherZip')
}

/** Word, Excel and PowerPoint before 2007, and every encrypted file since, share one container; its directory says. */
function compoundKind(
  bytes: Uint8Array,
): 'protectedOffice' | 'oldWord' | 'oldExcel' | 'powerPoint' | 'outlook' | 'notKnown' {
  const holds = (name: string) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name, 0, 'utf16le')
  if (holds('EncryptedPackage')) return 'protectedOffice'
  if (holds('WordDocument')) return 'oldWord'
  if (holds('PowerPoint Document')) return 'powerPoint'
  if (holds('__substg1.0_')) return 'outlook'
  return holds('Workbook') || holds('Book') ? 'oldExcel' : 'notKnown'
}
