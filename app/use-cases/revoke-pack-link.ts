/** The lead ends an assessor's link before its day. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { lockPackLink, revokePackLinkRow } from '#db/queries/packs'
import { done, type Outcome } from '~/domain/outcome'

/** Null where this pack has no such link. */
export async function revokePackLink(
  scope: CouncilScope,
  { packId, linkId }: { packId: string; linkId: string },
  now: Date,
): Promise<Outcome<string> | null> {
  return inCouncil(scope, async (tx) => {
    const link = await lockPackLink(scope, tx, linkId)
    if (!link || link.packId !== packId) return null
    if (link.revokedAt !== null) return done(packId)
    await revokePackLinkRow(scope, tx, linkId, now)
    await recordAudit(scope, tx, {
      action: 'pack link revoked',
      thing: { kind: 'pack', id: packId },
      before: { linkId },
    })
    return done(packId)
  })
}
