/** An issued pack's bytes, for somebody of the council who may see packs. */
import type { Readable } from 'node:stream'
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { getPack } from '#db/queries/packs'
import type { PackManifest } from '~/domain/pack'
import { packFileName } from '~/domain/pack-paths'
import { storage } from '~/storage/storage'

export type PackDownload = { fileName: string; contentType: string; size: number; bytes: Readable }

/** Null where there is no such pack, or it is not issued. */
export async function fetchPack(scope: CouncilScope, id: string): Promise<PackDownload | null> {
  const found = await readInCouncil(scope, (tx) => getPack(scope, tx, id))
  const { state, sha256, size, manifest } = found?.pack ?? {}
  if (state !== 'issued' || !sha256 || !size) return null
  const bytes = await storage().read(scope.councilId, sha256)
  return { fileName: packFileName(manifest as PackManifest), contentType: 'application/zip', size, bytes }
}
