/** Everything of a council as one ZIP: the rows as at one moment, the files by their hash, and what explains them. No
 * more than a hundred rows, or a piece of a file, is in memory at a time. */
import { createReadStream } from 'node:fs'
import { tablesOfCouncils, type TableShape } from '#db/archive/catalogue'
import { archivedColumns, listFiles, readTable } from '#db/archive/rows'
import { tableWords, tablesNotInArchive } from '#db/archive/tables'
import { inCouncil, readSnapshot, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { failExport, getCouncilExport, readyExport, setExportProgress } from '#db/queries/council-exports'
import { getCouncil } from '#db/queries/councils'
import { linesOf, writeCsvTwin, writeLines } from '~/documents/write-archive'
import { sumsOf, writeZip, type ZipEntry, type ZipSums } from '~/documents/write-zip'
import {
  archiveCounts,
  archiveDays,
  archiveFormat,
  archiveVersion,
  csvPath,
  filePath,
  linesPath,
  manifestPath,
  readmeOf,
  readmePath,
  type ArchiveManifest,
  type ArchivePart,
  type ArchiveTable,
  type ExplainedTable,
} from '~/domain/archive'
import { todayInLondon } from '~/domain/london-time'
import { storage, type ReceivedFile } from '~/storage/storage'

export type ArchiveProgress = (writtenParts: number, totalParts: number) => Promise<void>
type Spooled = { part: ArchivePart; sums: ZipSums; file: ReceivedFile }
type Taken = {
  council: ArchiveManifest['council']
  tables: ArchiveTable[]
  explained: ExplainedTable[]
  parts: Spooled[]
  files: string[]
}

/** Hands the bytes of the archive to `take`, and returns what they hold. Nothing is left behind, whatever happens. */
export async function exportCouncil<T>(
  scope: CouncilScope,
  now: Date,
  take: (bytes: AsyncIterable<Uint8Array>) => Promise<T>,
  { tell = async () => {}, stopping }: { tell?: ArchiveProgress; stopping?: AbortSignal } = {},
): Promise<{ manifest: ArchiveManifest; taken: T }> {
  const spooled: Spooled[] = []
  try {
    const found = await takeRows(scope, spooled, stopping)
    const manifest: ArchiveManifest = {
      format: archiveFormat,
      version: archiveVersion,
      council: found.council,
      takenAt: now.toISOString(),
      readme: { path: readmePath, size: 0, sha256: '' },
      tables: found.tables,
      files: [],
      missing: [],
    }
    const taken = await take(writeZip(entriesOf(scope, found, manifest, now, tell, stopping), now))
    return { manifest, taken }
  } finally {
    await Promise.all(spooled.map(({ file }) => file.discard()))
  }
}

/** The rows go to disk first: the moment that they are read at is held no longer than that takes. */
const takeRows = (scope: CouncilScope, spooled: Spooled[], stopping?: AbortSignal): Promise<Taken> =>
  readSnapshot(scope, async (tx) => {
    const { id, name, demo } = await getCouncil(scope, tx)
    const shapes = (await tablesOfCouncils(tx)).filter((shape) => !(shape.name in tablesNotInArchive))
    const tables: ArchiveTable[] = []
    const explained: ExplainedTable[] = []
    for (const shape of shapes) {
      stopping?.throwIfAborted()
      const columns = archivedColumns(shape)
      const names = columns.map((column) => column.name)
      let rows = 0
      const spool = async (path: string, bytes: AsyncIterable<Uint8Array>): Promise<Spooled> => {
        const file = await storage().receive(scope.councilId, bytes)
        const sums = await sumsOf(createReadStream(file.path))
        const kept = { part: { path, size: sums.size, sha256: sums.sha256 }, sums, file }
        spooled.push(kept)
        return kept
      }
      const lines = await spool(
        linesPath(shape.name),
        writeLines(readTable(scope, tx, shape), (count) => (rows += count)),
      )
      const csv = await spool(csvPath(shape.name), writeCsvTwin(names, linesOf(createReadStream(lines.file.path))))
      tables.push({ name: shape.name, rows, columns: names, lines: lines.part, csv: csv.part })
      explained.push({ name: shape.name, words: wordsOf(shape), rows, columns })
    }
    return { council: { id, name, demo }, tables, explained, parts: spooled, files: await listFiles(scope, tx) }
  })

const wordsOf = ({ name }: TableShape): string => {
  const words = tableWords[name]
  if (words === undefined)
    throw new Error(`The table ${name} has no words: say in db/archive/tables.ts what it is for.`)
  return words
}

/** The manifest comes last: what it says of the files is known once they are read. */
async function* entriesOf(
  scope: CouncilScope,
  { council, explained, parts, files }: Taken,
  manifest: ArchiveManifest,
  now: Date,
  tell: ArchiveProgress,
  stopping?: AbortSignal,
): AsyncGenerator<ZipEntry> {
  const total = parts.length + files.length
  let written = 0
  const went = () => tell(++written, total)
  for (const { part, sums, file } of parts) {
    stopping?.throwIfAborted()
    yield { path: part.path, sums, bytes: createReadStream(file.path) }
    await went()
  }
  for (const sha256 of files) {
    stopping?.throwIfAborted()
    const sums = await sumsOfKept(scope, sha256)
    if (sums?.sha256 !== sha256) manifest.missing.push(sha256)
    else {
      manifest.files.push({ path: filePath(sha256), size: sums.size, sha256 })
      yield { path: filePath(sha256), sums, bytes: await storage().read(scope.councilId, sha256) }
    }
    await went()
  }
  const readme = Buffer.from(
    readmeOf({
      council: council.name,
      takenOn: todayInLondon(now),
      tables: explained,
      left: tablesNotInArchive,
      files: manifest.files.length,
      missing: manifest.missing.length,
    }),
  )
  const { sha256, ...readmeSums } = await sumsOf([readme])
  manifest.readme = { path: readmePath, size: readme.length, sha256 }
  yield { path: readmePath, sums: readmeSums, bytes: [readme] }
  const said = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)
  yield { path: manifestPath, sums: await sumsOf([said]), bytes: [said] }
}

/** Null where the file is gone: the archive says so, and holds everything else. */
async function sumsOfKept(scope: CouncilScope, sha256: string): Promise<ZipSums | null> {
  if (!(await storage().has(scope.councilId, sha256))) return null
  return sumsOf(await storage().read(scope.councilId, sha256))
}

type Writing = { exportId: string; stopping?: AbortSignal }
const unexpected = 'Something went wrong on our side. Ask for it again; if it goes wrong again, tell whoever runs it.'

/** The worker writes the archive that was asked for, and keeps it for a week. */
export async function writeExport(
  scope: CouncilScope,
  { exportId, stopping }: Writing,
  now: () => Date,
): Promise<void> {
  const found = await inCouncil(scope, (tx) => getCouncilExport(scope, tx, exportId))
  if (found?.state !== 'building') return
  const thing = { kind: 'council-export' as const, id: exportId }
  let told = 0
  const tell = async (writtenParts: number, totalParts: number) => {
    if (performance.now() - told < 500) return
    told = performance.now()
    await inCouncil(scope, (tx) => setExportProgress(scope, tx, exportId, { writtenParts, totalParts }))
  }
  try {
    const put = (bytes: AsyncIterable<Uint8Array>) => storage().put(scope.councilId, bytes)
    const { manifest, taken } = await exportCouncil(scope, now(), put, { tell, stopping })
    const readyAt = now()
    const expiresAt = new Date(readyAt.getTime() + archiveDays * 24 * 3_600_000)
    const counts = archiveCounts(manifest)
    await inCouncil(scope, async (tx) => {
      if (!(await readyExport(scope, tx, exportId, { ...taken, counts, readyAt, expiresAt }))) return
      await recordAudit(scope, tx, { action: 'archive of everything written', thing, after: { ...counts, ...taken } })
    })
  } catch (error) {
    // A worker that stops leaves its job to be done again.
    if (stopping?.aborted) throw error
    await inCouncil(scope, async (tx) => {
      if (!(await failExport(scope, tx, exportId, unexpected))) return
      await recordAudit(scope, tx, { action: 'archive of everything not written', thing, after: { why: unexpected } })
    })
    throw error
  }
}
