/** The lead has a pack built for a coming review: numbered at once, built by the worker. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { insertPack, lockReviewToPack } from '#db/queries/packs'
import { enqueue } from '#db/queue'
import { done, refused, type Outcome } from '~/domain/outcome'
import { nextPackNumber } from '~/domain/pack'

/** The new pack's id. Null where there is no such review. */
export async function requestPack(
  scope: CouncilScope,
  { reviewId }: { reviewId: string },
  now: Date,
): Promise<Outcome<string> | null> {
  const personId = scope.actor.kind === 'system' ? null : scope.actor.personId
  if (personId === null) throw new Error('A pack is asked for by a person.')
  return inCouncil(scope, async (tx) => {
    const found = await lockReviewToPack(scope, tx, reviewId)
    if (!found) return null
    if (found.review.state === 'held') return refused('This review has been held: its packs stay as they are')
    if (found.packs.some(({ state }) => state === 'building'))
      return refused('A pack for this review is being built. Wait until it is ready.')
    const number = nextPackNumber(found.packs.map((pack) => pack.number))
    const id = await insertPack(scope, tx, { reviewId, number, requestedBy: personId, requestedAt: now })
    await enqueue(tx, { name: 'build-pack', councilId: scope.councilId, packId: id })
    await recordAudit(scope, tx, {
      action: 'pack asked for',
      thing: { kind: 'pack', id },
      after: { reviewId, number },
    })
    return done(id)
  })
}
