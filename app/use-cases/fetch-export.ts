/** The bytes of an archive, while it is there. Each download is in the record. */
import type { Readable } from 'node:stream'
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { countExportDownload, getCouncilExport } from '#db/queries/council-exports'
import { getCouncil } from '#db/queries/councils'
import { archiveFileName } from '~/domain/archive'
import { todayInLondon } from '~/domain/london-time'
import { storage } from '~/storage/storage'

export type ExportDownload = { fileName: string; contentType: string; size: number; bytes: Readable }

/** Null where there is none, or its time is over. */
export async function fetchExport(scope: CouncilScope, id: string, now: Date): Promise<ExportDownload | null> {
  const found = await inCouncil(scope, async (tx) => {
    const archive = await getCouncilExport(scope, tx, id)
    if (archive?.state !== 'ready' || archive.expiresAt! <= now) return null
    await countExportDownload(scope, tx, archive)
    await recordAudit(scope, tx, {
      action: 'archive of everything downloaded',
      thing: { kind: 'council-export', id },
    })
    return { archive, name: (await getCouncil(scope, tx)).name }
  })
  if (!found) return null
  const { archive, name } = found
  return {
    fileName: archiveFileName(name, todayInLondon(archive.requestedAt)),
    contentType: 'application/zip',
    size: archive.size!,
    bytes: await storage().read(scope.councilId, archive.sha256!),
  }
}
