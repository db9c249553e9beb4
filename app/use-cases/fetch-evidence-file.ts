/** One version's bytes for somebody who may see evidence: only what a scanner has called clean. */
import type { Readable } from 'node:stream'
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { getVersion, storedOf } from '#db/queries/evidence'
import { downloadHindrance, mayDownload } from '~/domain/evidence'
import { storage } from '~/storage/storage'

export type EvidenceDownload =
  | { ok: true; fileName: string; contentType: string; size: number; bytes: Readable }
  | { ok: false; title: string; itemId: string; why: string }

/** Null where there is no such version. */
export async function fetchEvidenceFile(scope: CouncilScope, versionId: string): Promise<EvidenceDownload | null> {
  const found = await readInCouncil(scope, (tx) => getVersion(scope, tx, versionId))
  if (!found) return null
  const { version, title } = found
  const stored = storedOf(version)
  if (!mayDownload(stored)) return { ok: false, title, itemId: version.itemId, why: downloadHindrance(stored) ?? '' }
  const bytes = await storage().read(scope.councilId, stored.sha256)
  const contentType = version.contentType ?? 'application/octet-stream'
  return { ok: true, fileName: stored.fileName, contentType, size: stored.size, bytes }
}
