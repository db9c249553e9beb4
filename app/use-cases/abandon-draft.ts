/** A draft is put aside for good: what was read and chosen is given up, and nothing of the plan changes. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { lockImport, updateImport } from '#db/queries/imports'
import { done, refused, type Outcome } from '~/domain/outcome'

/** Null where there is no such draft in this council. */
export const abandonDraft = (scope: CouncilScope, importId: string): Promise<Outcome<string> | null> =>
  inCouncil(scope, async (tx) => {
    const row = await lockImport(scope, tx, importId)
    if (!row) return null
    if (row.state === 'confirmed' || row.state === 'abandoned') return refused('This document is no longer a draft')
    await updateImport(scope, tx, row.id, { state: 'abandoned' })
    await recordAudit(scope, tx, {
      action: 'document put aside',
      thing: { kind: 'import', id: row.id },
      before: { state: row.state },
      after: { state: 'abandoned' },
    })
    return done(row.id)
  })
