/** An administrator changes what the council decides for itself. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { getCouncil, updateCouncil } from '#db/queries/councils'
import { checkCouncilSettings, type CouncilSettings } from '~/domain/council-settings'
import type { Outcome } from '~/domain/outcome'

export const changeCouncil = (scope: CouncilScope, settings: CouncilSettings): Promise<Outcome<CouncilSettings>> =>
  inCouncil(scope, async (tx) => {
    const checked = checkCouncilSettings(settings)
    if (!checked.ok) return checked
    const before = await getCouncil(scope, tx)
    await updateCouncil(scope, tx, settings)
    const keys = Object.keys(settings) as (keyof CouncilSettings)[]
    const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(settings[key]))
    const of = (from: Record<string, unknown>) => Object.fromEntries(changed.map((key) => [key, from[key]]))
    if (changed.length > 0)
      await recordAudit(scope, tx, {
        action: 'settings changed',
        thing: { kind: 'council', id: scope.councilId },
        before: of(before),
        after: of(settings),
      })
    return checked
  })
