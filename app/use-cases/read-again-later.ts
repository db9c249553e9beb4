/** A person starts the reading of a long document again, where it does not end or could not be done. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { lockImport, updateImport } from '#db/queries/imports'
import { enqueue } from '#db/queue'
import { done, refused, type Outcome } from '~/domain/outcome'

/** Null where there is no such document in this council. */
export const readAgainLater = (scope: CouncilScope, importId: string, now: Date): Promise<Outcome<string> | null> =>
  inCouncil(scope, async (tx) => {
    const row = await lockImport(scope, tx, importId)
    if (!row) return null
    if (row.state !== 'reading' && row.state !== 'failed') return refused('This document has been read already')
    await updateImport(scope, tx, row.id, { state: 'reading', failure: null, waitingSince: now })
    await enqueue(tx, { name: 'read-document', councilId: scope.councilId, importId: row.id })
    await recordAudit(scope, tx, {
      action: 'document received',
      thing: { kind: 'import', id: row.id },
      before: { state: row.state },
      after: { state: 'reading' },
    })
    return done(row.id)
  })
