/** Somebody says what an evidence item is evidence of, or that it no longer is. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import {
  addEvidenceLinks,
  linksOfItem,
  lockEvidenceItem,
  removeEvidenceLinks,
  type EvidenceLinks,
} from '#db/queries/evidence-changes'
import { findTargets, supplyRequests } from '#db/queries/evidence-targets'
import { todayInLondon } from '~/domain/london-time'
import { done, refused, type Outcome } from '~/domain/outcome'

export type LinkInput = { itemId: string; add: EvidenceLinks; remove: EvidenceLinks }

const isEmpty = (links: EvidenceLinks) => Object.values(links).every((each) => each.length === 0)

/** Null where there is no such item. */
export async function linkEvidence(
  scope: CouncilScope,
  { itemId, add, remove }: LinkInput,
  now: Date,
): Promise<Outcome<string> | null> {
  return inCouncil(scope, async (tx) => {
    if (!(await lockEvidenceItem(scope, tx, itemId))) return null
    if (isEmpty(add) && isEmpty(remove)) return refused('Choose what to add or to remove')
    const targets = await findTargets(scope, tx, add, todayInLondon(now))
    if (!targets.ok) return targets
    const before = await linksOfItem(scope, tx, itemId)
    await removeEvidenceLinks(scope, tx, itemId, remove)
    await addEvidenceLinks(scope, tx, itemId, targets.value)
    const supplied = await supplyRequests(scope, tx, add.requests, todayInLondon(now))
    if (supplied.length === 0 && (await linksOfItem(scope, tx, itemId)) === before) return done(itemId)
    await recordAudit(scope, tx, {
      action: 'evidence linked',
      thing: { kind: 'evidence', id: itemId },
      ...(isEmpty(remove) ? {} : { before: { ...remove } }),
      after: { ...targets.value, supplied },
    })
    return done(itemId)
  })
}
