/** `npm run -s import:preview -- FILE`: the draft that reading a document gives, as JSON and nothing else. Exit 0; 3 with
 * a sentence on standard error for a file that cannot be read; 2 for wrong use. Needs no database and no settings. */
import { readFile, stat } from 'node:fs/promises'
import { readDocument, type Reading } from '~/documents/read-document'
import { readingLimits } from '~/documents/reading-limits'
import { unreadable } from '~/documents/unreadable'
import { readDraft } from '~/domain/reading/read-draft'

const WRONG_USE = 2
const CANNOT_READ = 3

const said = (sentence: string, code: number): void => {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = code
}

/** The size is asked first: a file of many gigabytes is refused without being read. */
async function readingOf(path: string): Promise<Reading> {
  try {
    const { size } = await stat(path)
    if (size > readingLimits.fileBytes) return { ok: false, reason: unreadable.tooBig }
    return await readDocument(await readFile(path), path)
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    const reason = missing
      ? `There is no file ${path}.`
      : `The file ${path} cannot be opened: ${(error as Error).message}`
    return { ok: false, reason }
  }
}

const [path, ...more] = process.argv.slice(2)
if (path === undefined || more.length > 0) said('Use: npm run -s import:preview -- FILE', WRONG_USE)
else {
  const reading = await readingOf(path)
  if (reading.ok) process.stdout.write(`${JSON.stringify(readDraft(reading.document.blocks), null, 2)}\n`)
  else said(reading.reason, CANNOT_READ)
}
