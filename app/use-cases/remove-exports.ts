/** Archives whose week is over go; the line that says there was one stays. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { listEndedExports, setExportRemoved } from '#db/queries/council-exports'
import { storage } from '~/storage/storage'

export async function removeExports(scope: CouncilScope, now: Date): Promise<void> {
  const ended = await inCouncil(scope, (tx) => listEndedExports(scope, tx, now))
  for (const { id, sha256 } of ended) {
    // The file first: what is killed between the two is found and done again.
    if (sha256 !== null) await storage().remove(scope.councilId, sha256)
    await inCouncil(scope, async (tx) => {
      await setExportRemoved(scope, tx, id)
      await recordAudit(scope, tx, {
        action: 'archive of everything removed',
        thing: { kind: 'council-export', id },
        after: { why: 'its time was over' },
      })
    })
  }
}
