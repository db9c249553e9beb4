/** The administrator asks for the whole council as one archive; the worker writes it. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { insertCouncilExport, listCouncilExports } from '#db/queries/council-exports'
import { enqueue } from '#db/queue'
import { done, refused, type Outcome } from '~/domain/outcome'

export async function requestExport(scope: CouncilScope, now: Date): Promise<Outcome<string>> {
  const { actor } = scope
  if (actor.kind !== 'person') throw new Error('An archive is asked for by a person.')
  return inCouncil(scope, async (tx) => {
    const there = await listCouncilExports(scope, tx)
    if (there.some(({ archive }) => archive.state === 'building'))
      return refused('An archive is being written. Wait until it is ready.')
    const id = await insertCouncilExport(scope, tx, { requestedBy: actor.personId, requestedAt: now })
    await enqueue(tx, { name: 'write-export', councilId: scope.councilId, exportId: id })
    await recordAudit(scope, tx, { action: 'archive of everything asked for', thing: { kind: 'council-export', id } })
    return done(id)
  })
}
