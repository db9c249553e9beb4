/** The worker has the council's waiting files scanned, the longest waiting first. */
import { inCouncil, readInCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { listWaitingVersions, type EvidenceVersion } from '#db/queries/evidence'
import { setScanState } from '#db/queries/evidence-changes'
import { hasScanner, scan } from '~/storage/scan'
import { storage } from '~/storage/storage'

const atOnce = 50

/** How many were judged and how many still wait because the scanner did not answer. Without a scanner all wait, and
 * there is nothing to try again. */
export async function scanFiles(scope: CouncilScope, now: () => Date): Promise<{ judged: number; waiting: number }> {
  if (!hasScanner()) return { judged: 0, waiting: 0 }
  let judged = 0
  for (;;) {
    const versions = await readInCouncil(scope, (tx) => listWaitingVersions(scope, tx, atOnce))
    if (versions.length === 0) return { judged, waiting: 0 }
    for (const version of versions) {
      if (!(await scanVersion(scope, version, now))) return { judged, waiting: versions.length }
      judged += 1
    }
  }
}

async function scanVersion(scope: CouncilScope, version: EvidenceVersion, now: () => Date): Promise<boolean> {
  const bytes = await storage().read(scope.councilId, version.sha256 ?? '')
  const { state, words } = await scan(bytes)
  if (state === 'waiting') return false
  await inCouncil(scope, async (tx) => {
    if (!(await setScanState(scope, tx, version.id, state, now()))) return
    await recordAudit(scope, tx, {
      action: 'file scanned',
      thing: { kind: 'evidence', id: version.itemId },
      before: { version: version.number, scan: 'waiting' },
      after: { version: version.number, scan: state, found: words },
      refused: state === 'infected',
    })
  })
  return true
}
