/** Somebody adds a newer version of an evidence item; the earlier ones stay. */
import { inCouncil, readInCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { getEvidenceItem } from '#db/queries/evidence'
import { insertEvidenceVersion, lockEvidenceItem, updateEvidenceItem } from '#db/queries/evidence-changes'
import { enqueue } from '#db/queue'
import { checkEvidence, type EvidenceFacts } from '~/domain/evidence-facts'
import { decideVersion, isWaiting } from '~/domain/evidence-version'
import { todayInLondon } from '~/domain/london-time'
import { done, type Outcome } from '~/domain/outcome'
import { scanArrived } from '~/storage/scan'
import type { ArrivedFile } from '~/storage/storage'

export type VersionInput = {
  itemId: string
  url: string
  file: ArrivedFile | null
  documentOn: EvidenceFacts['documentOn']
  personalData: EvidenceFacts['personalData']
}

/** Null where there is no such item. A release was of what was seen: another document needs its own. */
export async function addEvidenceVersion(
  scope: CouncilScope,
  { itemId, url, file, documentOn, personalData }: VersionInput,
  now: Date,
): Promise<Outcome<string> | null> {
  const personId = scope.actor.kind === 'system' ? null : scope.actor.personId
  if (personId === null) throw new Error('A version is added by a person.')
  const there = await readInCouncil(scope, (tx) => getEvidenceItem(scope, tx, itemId))
  if (!there) return null
  const checked = checkEvidence({ ...there.item, documentOn }, todayInLondon(now))
  if (!checked.ok) return checked
  const scanned = file === null ? 'waiting' : (await scanArrived(file.received)).state
  const version = decideVersion(url, file, scanned)
  if (!version.ok) return version
  await file?.received.keep()
  return inCouncil(scope, async (tx) => {
    const item = await lockEvidenceItem(scope, tx, itemId)
    if (!item) return null
    const added = await insertEvidenceVersion(scope, tx, itemId, version.value, {
      uploadedBy: personId,
      uploadedAt: now,
    })
    const facts = { documentOn, personalData, releasedBy: null, releasedReason: null }
    await updateEvidenceItem(scope, tx, itemId, facts)
    if (isWaiting(version.value)) await enqueue(tx, { name: 'scan-files', councilId: scope.councilId })
    await recordAudit(scope, tx, {
      action: 'evidence version added',
      thing: { kind: 'evidence', id: itemId },
      before: { documentOn: item.documentOn, personalData: item.personalData, released: item.releasedBy !== null },
      after: { version: added.number, documentOn, personalData, released: false, ...version.value },
    })
    return done(itemId)
  })
}
