/** The lead makes a link for the assessor to one issued pack. Only the hash of its token is kept. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { getPack, insertPackLink } from '#db/queries/packs'
import { addDays, type IsoDate } from '~/domain/dates'
import { instantInLondon, todayInLondon } from '~/domain/london-time'
import { done, refused, type Outcome } from '~/domain/outcome'
import { checkPackLink } from '~/domain/pack-link'

export type PackLinkInput = { packId: string; sentTo: string; expiresOn: IsoDate; tokenHash: string }

/** Null where there is no such pack. */
export async function makePackLink(
  scope: CouncilScope,
  { packId, sentTo, expiresOn, tokenHash }: PackLinkInput,
  now: Date,
): Promise<Outcome<string> | null> {
  const personId = scope.actor.kind === 'system' ? null : scope.actor.personId
  if (personId === null) throw new Error('A link is made by a person.')
  const checked = checkPackLink(sentTo, expiresOn, todayInLondon(now))
  if (!checked.ok) return checked
  return inCouncil(scope, async (tx) => {
    const found = await getPack(scope, tx, packId)
    if (!found) return null
    if (found.pack.state !== 'issued') return refused('The pack is not ready yet')
    const id = await insertPackLink(scope, tx, {
      packId,
      tokenHash,
      sentTo: sentTo.trim(),
      expiresAt: instantInLondon(addDays(expiresOn, 1)),
      createdBy: personId,
      createdAt: now,
    })
    await recordAudit(scope, tx, {
      action: 'pack link made',
      thing: { kind: 'pack', id: packId },
      after: { linkId: id, expiresOn },
    })
    return done(id)
  })
}
