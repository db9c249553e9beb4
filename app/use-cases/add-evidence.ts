/** Somebody adds evidence: its facts with a first version, a file or a link, and what it is evidence of. A file is
 * scanned while they wait where a scanner answers; what has a virus is not kept. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import {
  addEvidenceLinks,
  insertEvidenceItem,
  insertEvidenceVersion,
  type EvidenceLinks,
} from '#db/queries/evidence-changes'
import { findTargets, supplyRequests } from '#db/queries/evidence-targets'
import { enqueue } from '#db/queue'
import { checkEvidence, type EvidenceFacts } from '~/domain/evidence-facts'
import { decideVersion, isWaiting } from '~/domain/evidence-version'
import { todayInLondon } from '~/domain/london-time'
import { done, refusedFor, type Outcome } from '~/domain/outcome'
import { scanArrived } from '~/storage/scan'
import type { ArrivedFile } from '~/storage/storage'

export type EvidenceInput = { facts: EvidenceFacts; url: string; file: ArrivedFile | null; links: EvidenceLinks }

/** The id of the new item. */
export async function addEvidence(
  scope: CouncilScope,
  { facts, url, file, links }: EvidenceInput,
  now: Date,
): Promise<Outcome<string>> {
  const personId = scope.actor.kind === 'system' ? null : scope.actor.personId
  if (personId === null) throw new Error('Evidence is added by a person.')
  const today = todayInLondon(now)
  const checked = checkEvidence(facts, today)
  const scanned = file === null ? 'waiting' : (await scanArrived(file.received)).state
  const version = decideVersion(url, file, scanned)
  if (!version.ok || !checked.ok)
    return refusedFor([...(checked.ok ? [] : checked.refusals), ...(version.ok ? [] : version.refusals)])
  // Looked at before the file is kept: what is refused leaves nothing behind.
  const known = await inCouncil(scope, (tx) => findTargets(scope, tx, links, today))
  if (!known.ok) return known
  await file?.received.keep()
  return inCouncil(scope, async (tx) => {
    const targets = await findTargets(scope, tx, links, today)
    if (!targets.ok) return targets
    const id = await insertEvidenceItem(scope, tx, { ...facts, createdBy: personId, createdAt: now })
    await insertEvidenceVersion(scope, tx, id, version.value, { uploadedBy: personId, uploadedAt: now })
    await addEvidenceLinks(scope, tx, id, targets.value)
    const supplied = await supplyRequests(scope, tx, links.requests, today)
    if (isWaiting(version.value)) await enqueue(tx, { name: 'scan-files', councilId: scope.councilId })
    await recordAudit(scope, tx, {
      action: 'evidence added',
      thing: { kind: 'evidence', id },
      after: { ...facts, ...version.value, ...targets.value, supplied },
    })
    return done(id)
  })
}
