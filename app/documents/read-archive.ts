/**
 * Reads a council's archive with distrust. Holdfast writes every part as it is, so a part that says it is packed is
 * refused, and nothing can unpack to more than the file is long; a part that the manifest does not name, or that is not
 * what the manifest says, is refused; nothing of it ever becomes a path.
 */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import type { Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { z } from 'zod'
import {
  archiveFormat,
  archiveVersion,
  csvPath,
  filePath,
  linesPath,
  manifestPath,
  readmePath,
  type ArchiveManifest,
  type ArchivePart,
} from '~/domain/archive'
import { linesOf, LineTooLong } from './write-archive'

/** An archive that is not taken, with the sentence that says why. */
export class ArchiveRefused extends Error {}

const largestManifest = 256 * 1024 * 1024
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const name = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/)
const Part = z.strictObject({ path: z.string().max(200), size: z.int().nonnegative(), sha256 })
const Manifest = z.strictObject({
  format: z.literal(archiveFormat),
  version: z.literal(archiveVersion),
  council: z.strictObject({ id: z.uuid(), name: z.string().min(1).max(200), demo: z.boolean() }),
  takenAt: z.iso.datetime(),
  readme: Part,
  tables: z.array(
    z.strictObject({ name, rows: z.int().nonnegative(), columns: z.array(name), lines: Part, csv: Part }),
  ),
  files: z.array(Part),
  missing: z.array(sha256),
}) satisfies z.ZodType<ArchiveManifest>

export type OpenArchive = {
  manifest: ArchiveManifest
  /** A part's bytes, held against its size and hash: what is not as the manifest says throws at its end. */
  read: (part: ArchivePart) => AsyncGenerator<Uint8Array>
  lines: (part: ArchivePart) => AsyncGenerator<string>
  close: () => void
}

const open = promisify<string, yauzl.Options, ZipFile>(yauzl.open)

export async function openArchive(path: string): Promise<OpenArchive> {
  const zip = await open(path, { lazyEntries: true, autoClose: false, strictFileNames: true }).catch(() => {
    throw new ArchiveRefused('This is not a ZIP file, or it is cut off.')
  })
  try {
    const entries = await listEntries(zip)
    const read = async function* (part: ArchivePart): AsyncGenerator<Uint8Array> {
      const entry = entries.get(part.path)
      if (!entry) throw new ArchiveRefused(`${part.path} is not in the archive.`)
      if (entry.uncompressedSize !== part.size)
        throw new ArchiveRefused(`${part.path} is not as large as the manifest says.`)
      yield* checked(part, await streamOf(zip, entry))
    }
    const manifest = await readManifest(zip, entries)
    requireSameParts(manifest, entries)
    const lines = async function* (part: ArchivePart) {
      try {
        yield* linesOf(read(part))
      } catch (error) {
        throw error instanceof LineTooLong ? new ArchiveRefused(`${part.path} has a line that is too long.`) : error
      }
    }
    return { manifest, read, lines, close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

/** Every entry of the directory; names are exact, and each is there once. */
function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((done, failed) => {
    const entries = new Map<string, Entry>()
    let together = 0
    const refuse = (sentence: string) => failed(new ArchiveRefused(sentence))
    zip.on('error', () => refuse('The ZIP file is damaged, or names in it are not allowed.'))
    zip.on('end', () => done(entries))
    zip.on('entry', (entry: Entry) => {
      together += entry.uncompressedSize
      if (entries.has(entry.fileName)) return refuse(`${entry.fileName} is in the archive twice.`)
      if (entry.isEncrypted()) return refuse('The archive is encrypted.')
      if (entry.compressionMethod !== 0 || entry.compressedSize !== entry.uncompressedSize)
        return refuse('Parts of the archive are packed. Holdfast writes them as they are; give it the file as it was.')
      if (together > zip.fileSize) return refuse('The parts of the archive are together larger than it is.')
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

const streamOf = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((done, failed) =>
    zip.openReadStream(entry, (error, stream) =>
      error ? failed(new ArchiveRefused(`${entry.fileName} cannot be read.`)) : done(stream),
    ),
  )

async function* checked(part: ArchivePart, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const chunk of bytes) {
    hash.update(chunk)
    yield chunk
  }
  if (hash.digest('hex') !== part.sha256) throw new ArchiveRefused(`${part.path} is not what the manifest says it is.`)
}

async function readManifest(zip: ZipFile, entries: Map<string, Entry>): Promise<ArchiveManifest> {
  const entry = entries.get(manifestPath)
  if (!entry) throw new ArchiveRefused('There is no manifest in it: this is not an archive of a council.')
  if (entry.uncompressedSize > largestManifest) throw new ArchiveRefused('The manifest is too large.')
  const chunks: Buffer[] = []
  for await (const chunk of await streamOf(zip, entry)) chunks.push(chunk as Buffer)
  const parsed = Manifest.safeParse(jsonOf(Buffer.concat(chunks).toString('utf8')))
  if (!parsed.success) throw new ArchiveRefused('The manifest is not one that this version of Holdfast writes.')
  return parsed.data
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** The manifest names what is there, all of it and nothing else, under the names that Holdfast gives. */
function requireSameParts(manifest: ArchiveManifest, entries: Map<string, Entry>): void {
  const named = [
    manifest.readme.path === readmePath,
    ...manifest.tables.map(
      (table) => table.lines.path === linesPath(table.name) && table.csv.path === csvPath(table.name),
    ),
    ...manifest.files.map((file) => file.path === filePath(file.sha256)),
  ]
  if (named.includes(false)) throw new ArchiveRefused('The manifest names parts that Holdfast does not write.')
  const paths = new Set([manifestPath, ...partsOf(manifest).map(({ path }) => path)])
  if (paths.size !== 2 + 2 * manifest.tables.length + manifest.files.length)
    throw new ArchiveRefused('The manifest names a part twice.')
  const stray = [...entries.keys()].find((path) => !paths.has(path))
  if (stray !== undefined) throw new ArchiveRefused(`The manifest does not name ${stray.slice(0, 100)}.`)
}

const partsOf = ({ readme, tables, files }: ArchiveManifest): ArchivePart[] => [
  readme,
  ...tables.flatMap(({ lines, csv }) => [lines, csv]),
  ...files,
]

/** Every part is what the manifest says, and every table has as many rows: before anything is written anywhere. */
export async function verifyArchive(archive: OpenArchive): Promise<void> {
  const { manifest } = archive
  for (const table of manifest.tables) {
    let rows = 0
    for await (const line of archive.lines(table.lines)) if (line !== '') rows += 1
    if (rows !== table.rows)
      throw new ArchiveRefused(`${table.lines.path} has ${rows} rows, and the manifest says ${table.rows}.`)
    await readThrough(archive.read(table.csv))
  }
  for (const part of [manifest.readme, ...manifest.files]) await readThrough(archive.read(part))
}

async function readThrough(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of bytes) void chunk
}
