/** Takes the official wording of the elements into one council; wording that is there already is left as it is. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { putElementWordings } from '#db/queries/element-wordings'

export type WordingToLoad = {
  standardId: string
  /** Where it was taken from: a file's name. */
  origin: string
  wordings: { element: string; text: string }[]
}

/** Returns how many elements have other words than before. */
export const loadWording = (scope: CouncilScope, wording: WordingToLoad): Promise<number> =>
  inCouncil(scope, async (tx) => {
    const changed = await putElementWordings(scope, tx, wording)
    if (changed > 0)
      await recordAudit(scope, tx, {
        action: 'wording loaded',
        thing: { kind: 'standard', id: wording.standardId },
        after: { origin: wording.origin, elements: changed },
      })
    return changed
  })
