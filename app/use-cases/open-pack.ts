/** The assessor opens a pack by its link, and takes it. Looking at the link records nothing; pressing the button and
 * the download do. */
import type { Readable } from 'node:stream'
import { inCouncil, readInCouncil, type CouncilScope, type Tx } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { getCouncil } from '#db/queries/councils'
import { getPack, getPackLink, lockPackLink, recordPackDownload, recordPackOpening } from '#db/queries/packs'
import { addDays, formatDate } from '~/domain/dates'
import { formatFileSize } from '~/domain/file-size'
import { todayInLondon } from '~/domain/london-time'
import type { PackManifest } from '~/domain/pack'
import { linkStateOf } from '~/domain/pack-link'
import { packFileName } from '~/domain/pack-paths'
import { storage } from '~/storage/storage'

type LinkScope = { scope: CouncilScope; linkId: string }

/** Null for a link that is revoked or at its end. */
async function findOpen({ scope, linkId }: LinkScope, tx: Tx, now: Date, lock: boolean) {
  const link = lock ? await lockPackLink(scope, tx, linkId) : await getPackLink(scope, tx, linkId)
  if (!link || linkStateOf(link, now) !== 'open') return null
  const found = await getPack(scope, tx, link.packId)
  if (found?.pack.state !== 'issued' || !found.pack.sha256) return null
  return { link, pack: found.pack, manifest: found.pack.manifest as PackManifest }
}

/** What the page with the button says; nothing of what is in the pack. */
export const readPackLink = (from: LinkScope, now: Date) =>
  readInCouncil(from.scope, async (tx) => {
    const [open, council] = await Promise.all([findOpen(from, tx, now, false), getCouncil(from.scope, tx)])
    return open && { council: council.name, number: open.manifest.pack, title: open.manifest.title }
  })

export const openPack = (from: LinkScope, now: Date) =>
  inCouncil(from.scope, async (tx) => {
    const open = await findOpen(from, tx, now, true)
    if (!open) return null
    const { link, pack, manifest } = open
    await recordPackOpening(from.scope, tx, link.id, now)
    const thing = { kind: 'pack-link' as const, id: link.id }
    await recordAudit(from.scope, tx, { action: 'pack opened', thing, after: { packId: pack.id } })
    return {
      council: manifest.council,
      number: manifest.pack,
      title: manifest.title,
      asAt: formatDate(manifest.asAt),
      files: manifest.files,
      size: formatFileSize(pack.size ?? 0),
      sha256: pack.sha256,
      lastDay: formatDate(addDays(todayInLondon(link.expiresAt), -1)),
      documents: manifest.entries.map(({ title, path, elements }) => ({ title, path, elements })),
      missing: manifest.missing.map(({ sentence }) => sentence),
    }
  })

export type OpenedPack = NonNullable<Awaited<ReturnType<typeof openPack>>>

export type PackDownload = { fileName: string; contentType: string; size: number; bytes: Readable }

export async function fetchLinkedPack(from: LinkScope, now: Date): Promise<PackDownload | null> {
  const open = await inCouncil(from.scope, async (tx) => {
    const found = await findOpen(from, tx, now, true)
    if (!found) return null
    await recordPackDownload(from.scope, tx, found.link.id)
    const thing = { kind: 'pack-link' as const, id: found.link.id }
    await recordAudit(from.scope, tx, { action: 'pack downloaded', thing, after: { packId: found.pack.id } })
    return found
  })
  if (!open) return null
  const bytes = await storage().read(from.scope.councilId, open.pack.sha256!)
  return { fileName: packFileName(open.manifest), contentType: 'application/zip', size: open.pack.size!, bytes }
}
