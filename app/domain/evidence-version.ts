/**
 * One version of an evidence item: a file or a link, never both and never neither. A file in which the scanner finds a
 * virus is not kept; one that no scanner has judged yet is kept and waits.
 */
import type { AcceptedFile } from './accepted-file'
import type { ScanState } from './evidence'
import { checkLink } from './evidence-facts'
import { done, refused, type Outcome } from './outcome'

export type FileVersion = {
  fileName: string
  contentType: string
  size: number
  sha256: string
  scanState: Exclude<ScanState, 'infected'>
}
export type GivenVersion = { url: string } | FileVersion
export type GivenFile = AcceptedFile & { received: { size: number; sha256: string } }

export const infectedSentence = (safeName: string): string =>
  `“${safeName}” contains a virus and was not kept. Tell your IT help desk, and add a clean copy.`

export const chooseFileOrLink = 'Choose a file, or give a link'

/** `scan`: what the scanner says of the file, 'waiting' where it says nothing. */
export function decideVersion(typedUrl: string, file: GivenFile | null, scan: ScanState): Outcome<GivenVersion> {
  const url = typedUrl.trim()
  if (file === null && url === '') return refused(chooseFileOrLink, 'file')
  if (file !== null && url !== '') return refused('Give a file or a link, not both', 'url')
  if (file === null) {
    const link = checkLink(url)
    return link.ok ? done({ url: link.value }) : link
  }
  if (scan === 'infected') return refused(infectedSentence(file.safeName), 'file')
  const { safeName, mediaType, received } = file
  const { size, sha256 } = received
  return done({ fileName: safeName, contentType: mediaType, size, sha256, scanState: scan })
}

export const isWaiting = (version: GivenVersion): boolean => 'scanState' in version && version.scanState === 'waiting'
