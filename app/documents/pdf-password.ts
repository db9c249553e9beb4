import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { getDocumentProxy } from 'unpdf'

/** Larger ones are not taken apart here: the scanner says whether it can look into them. */
const largest = 64 * 1024 * 1024

/**
 * Whether a PDF asks for a password before it opens. Many are encrypted with an empty one, to forbid printing or
 * copying only, and open for everybody; so those that name an encryption are really opened.
 */
export async function asksForPassword(path: string): Promise<boolean> {
  if (!(await namesEncryption(path))) return false
  const bytes = await readFile(path)
  if (bytes.length > largest) return false
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, maxImageSize: 1 })
    await document.destroy()
    return false
  } catch (error) {
    return (error as Error).name === 'PasswordException'
  }
}

/** It stands in the trailer, or in the dictionary of the cross-reference stream, which is never packed. */
async function namesEncryption(path: string): Promise<boolean> {
  let tail = ''
  for await (const chunk of createReadStream(path, { encoding: 'latin1', highWaterMark: 1024 * 1024 })) {
    if ((tail + chunk).includes('/Encrypt')) return true
    tail = (chunk as string).slice(-8)
  }
  return false
}
