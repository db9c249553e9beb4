/** A request is answered, with its outcome. What it found stays on hold for as long as it may be looked at again. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { closeRequestRow, countUndecided, lockInformationRequest } from '#db/queries/information-requests'
import { type RequestOutcome } from '~/domain/information-request'
import { todayInLondon } from '~/domain/london-time'
import { done, refused, type Outcome } from '~/domain/outcome'

type Closing = { id: string; outcome: RequestOutcome; words: string }

/** Null where there is no such request. */
export async function closeInformationRequest(
  scope: CouncilScope,
  { id, outcome, words }: Closing,
  now: Date,
): Promise<Outcome | null> {
  return inCouncil(scope, async (tx) => {
    const request = await lockInformationRequest(scope, tx, id)
    if (!request) return null
    if (request.closedOn !== null) return refused('This request is closed already')
    const undecided =
      outcome === 'disclosed' || outcome === 'partly-disclosed' ? await countUndecided(scope, tx, id) : 0
    if (undecided > 0) return refused(`Decide first on what was found: ${undecided} still wait`, 'outcome')
    const closing = { outcome, outcomeWords: words === '' ? null : words, closedOn: todayInLondon(now) }
    await closeRequestRow(scope, tx, id, closing)
    await recordAudit(scope, tx, {
      action: 'information request closed',
      thing: { kind: 'information-request', id },
      after: closing,
    })
    return done(undefined)
  })
}
