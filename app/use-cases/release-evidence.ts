/** The lead lets a document with personal data into packs, with a reason; or takes that back. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { lockEvidenceItem, updateEvidenceItem } from '#db/queries/evidence-changes'
import { checkRelease } from '~/domain/evidence-facts'
import { done, refused, type Outcome } from '~/domain/outcome'

/** `why: null` takes a release back. Null where there is no such item. */
export async function releaseEvidence(
  scope: CouncilScope,
  { itemId, why }: { itemId: string; why: string | null },
): Promise<Outcome<string> | null> {
  const personId = scope.actor.kind === 'person' ? scope.actor.personId : null
  if (personId === null) throw new Error('A release is a named person’s.')
  return inCouncil(scope, async (tx) => {
    const item = await lockEvidenceItem(scope, tx, itemId)
    if (!item) return null
    if (why === null && item.releasedBy === null) return refused('It is not released')
    const reason = why === null ? done(null) : checkRelease(item.personalData, why)
    if (!reason.ok) return reason
    if (item.releasedBy === personId && item.releasedReason === reason.value) return done(itemId)
    await updateEvidenceItem(scope, tx, itemId, {
      releasedBy: reason.value === null ? null : personId,
      releasedReason: reason.value,
    })
    await recordAudit(scope, tx, {
      action: reason.value === null ? 'release of personal data taken back' : 'personal data released into packs',
      thing: { kind: 'evidence', id: itemId },
      before: { released: item.releasedBy !== null, why: item.releasedReason },
      after: { released: reason.value !== null, why: reason.value },
    })
    return done(itemId)
  })
}
