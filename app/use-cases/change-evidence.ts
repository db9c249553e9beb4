/** Somebody corrects what is said of an evidence item. What its files hold never changes. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { lockEvidenceItem, updateEvidenceItem } from '#db/queries/evidence-changes'
import { checkEvidence, type EvidenceFacts } from '~/domain/evidence-facts'
import { todayInLondon } from '~/domain/london-time'
import { done, type Outcome } from '~/domain/outcome'

/** Null where there is no such item. */
export async function changeEvidence(
  scope: CouncilScope,
  { itemId, facts }: { itemId: string; facts: EvidenceFacts },
  now: Date,
): Promise<Outcome<string> | null> {
  const checked = checkEvidence(facts, todayInLondon(now))
  if (!checked.ok) return checked
  return inCouncil(scope, async (tx) => {
    const item = await lockEvidenceItem(scope, tx, itemId)
    if (!item) return null
    const names = Object.keys(facts) as (keyof EvidenceFacts)[]
    const changed = names.filter((name) => item[name] !== facts[name])
    if (changed.length === 0) return done(itemId)
    const of = (from: EvidenceFacts) => Object.fromEntries(changed.map((name) => [name, from[name]]))
    await updateEvidenceItem(scope, tx, itemId, facts)
    await recordAudit(scope, tx, {
      action: 'evidence changed',
      thing: { kind: 'evidence', id: itemId },
      before: of(item),
      after: of(facts),
    })
    return done(itemId)
  })
}
