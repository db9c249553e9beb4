/** A hold is lifted, with why: what it kept follows its rule again. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { liftHoldRow, lockHold } from '#db/queries/holds'
import { done, refused, type Outcome } from '~/domain/outcome'

/** Null where there is no such hold. */
export async function liftHold(
  scope: CouncilScope,
  { id, why }: { id: string; why: string },
  now: Date,
): Promise<Outcome | null> {
  const { actor } = scope
  if (actor.kind !== 'person') throw new Error('A hold is lifted by a person.')
  return inCouncil(scope, async (tx) => {
    const hold = await lockHold(scope, tx, id)
    if (!hold) return null
    if (hold.liftedAt !== null) return refused('This hold was lifted already')
    await liftHoldRow(scope, tx, id, { liftedBy: actor.personId, liftedAt: now, liftedWhy: why })
    await recordAudit(scope, tx, { action: 'hold lifted', thing: { kind: 'hold', id }, after: { why } })
    return done(undefined)
  })
}
