/** What a pack holds and lacks, for programs, for a spreadsheet and for reading. */
import { formatDate } from '~/domain/dates'
import type { PackManifest } from '~/domain/pack'
import { listed } from '~/domain/sentence'
import { csvLine, csvStart } from './write-csv'

export type OwnFile = { path: string; sha256: string; size: number }

/** `own`: what Holdfast wrote into it, beside the council's documents. */
export const writeManifestJson = (manifest: PackManifest, own: readonly OwnFile[]): string =>
  `${JSON.stringify({ ...manifest, own }, null, 2)}\n`

export function writeManifestCsv(manifest: PackManifest, own: readonly OwnFile[]): string {
  const head = csvLine(['Path', 'Title', 'SHA-256', 'Bytes', 'Version', 'Date of the document', 'Elements', 'Released'])
  const documents = manifest.entries.map((entry) =>
    csvLine([
      entry.path,
      entry.title,
      entry.sha256,
      entry.size,
      entry.version,
      entry.asAt,
      listed(entry.elements),
      entry.released === null ? null : `${entry.released.who}: ${entry.released.why}`,
    ]),
  )
  const ours = own.map(({ path, sha256, size }) =>
    csvLine([path, 'Written for this pack', sha256, size, manifest.pack, manifest.asAt, null, null]),
  )
  return [csvStart, head, ...documents, ...ours].join('')
}

export function writeMissing({ pack, title, council, asAt, missing }: PackManifest): string {
  const head = `${council}\nEvidence pack ${pack}: ${title}\nWhat is missing or held back, as at ${formatDate(asAt)}\n`
  const words = missing.map(({ sentence, url }) => `- ${sentence}${url === null ? '' : `\n  ${url}`}`)
  return `${head}\n${words.length === 0 ? 'Nothing is missing.' : words.join('\n')}\n`.replace(/\n/g, '\r\n')
}
