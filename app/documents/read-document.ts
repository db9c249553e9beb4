import type { Block, ReadDocument } from '../domain/reading/blocks'
import { decodeText } from './decode-text'
import { openFile } from './file-kind'
import { readCsv } from './read-csv'
import { readDocx } from './read-docx'
import { readPdf } from './read-pdf'
import { readText } from './read-text'
import { readXlsx } from './read-xlsx'
import { readingLimits } from './reading-limits'
import { CannotRead, unreadable } from './unreadable'

export type Reading = { ok: true; document: ReadDocument } | { ok: false; reason: string }

/** A file as a council has it, or one sentence saying what it is and what to do. Never throws. */
export async function readDocument(bytes: Uint8Array, name: string): Promise<Reading> {
  try {
    const document = await read(bytes, name)
    if (document.blocks.length === 0) throw new CannotRead('noText')
    if (charactersIn(document.blocks) > readingLimits.textCharacters) throw new CannotRead('tooLong')
    return { ok: true, document }
  } catch (error) {
    return { ok: false, reason: error instanceof CannotRead ? error.message : unreadable.damaged }
  }
}

function charactersIn(blocks: Block[]): number {
  let sum = 0
  for (const block of blocks)
    sum += block.kind === 'row' ? block.cells.reduce((all, { text }) => all + text.length, 0) : block.text.length
  return sum
}

async function read(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  if (bytes.length === 0) throw new CannotRead('empty')
  if (bytes.length > readingLimits.fileBytes) throw new CannotRead('tooBig')
  const opened = openFile(bytes, name)
  if (opened.kind === 'docx') return readDocx(opened.zip)
  if (opened.kind === 'xlsx') return readXlsx(opened.zip)
  if (opened.kind === 'pdf') return readPdf(bytes)
  const text = decodeText(bytes)
  if (text === null) throw new CannotRead('notKnown')
  if (text.trim() === '') throw new CannotRead('empty')
  if (text.length > readingLimits.textCharacters) throw new CannotRead('tooLong')
  const document = opened.kind === 'csv' ? readCsv(text) : readText(text)
  if (document.blocks.length > readingLimits.blocks) throw new CannotRead('tooLong')
  return document
}
