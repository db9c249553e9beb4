/** A council's archive as a test looks at it. */
import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CouncilScope } from '#db/in-council'
import { openArchive, type OpenArchive } from '~/documents/read-archive'
import type { ArchiveManifest } from '~/domain/archive'
import { exportCouncil } from '~/use-cases/export-council'

export type Row = Record<string, unknown>
export type Archived = {
  path: string
  manifest: ArchiveManifest
  rows: Map<string, Row[]>
  open: () => Promise<OpenArchive>
  remove: () => Promise<void>
}

export async function bytesOf(parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of parts) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Every row of every table, in memory: for councils of a test's size. */
export async function archiveOf(scope: CouncilScope, now = new Date()): Promise<Archived> {
  const path = join(tmpdir(), `holdfast-archive-${randomUUID()}.zip`)
  const { manifest } = await exportCouncil(scope, now, async (bytes) => writeFile(path, await bytesOf(bytes)))
  const archive = await openArchive(path)
  const rows = new Map<string, Row[]>()
  for (const table of manifest.tables) {
    const found: Row[] = []
    for await (const line of archive.lines(table.lines)) found.push(JSON.parse(line) as Row)
    rows.set(table.name, found)
  }
  archive.close()
  return { path, manifest, rows, open: () => openArchive(path), remove: () => rm(path, { force: true }) }
}
