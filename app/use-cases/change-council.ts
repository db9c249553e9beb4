/** An administrator changes what the council decides for itself: one page's settings, checked with all that stand. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { lockCouncil, updateCouncil } from '#db/queries/councils'
import { checkCouncilSettings, settingsOf, type CouncilSettings } from '~/domain/council-settings'
import { done, type Outcome } from '~/domain/outcome'

export const changeCouncil = (scope: CouncilScope, given: Partial<CouncilSettings>): Promise<Outcome<string>> =>
  inCouncil(scope, async (tx) => {
    const before = settingsOf(await lockCouncil(scope, tx))
    const checked = checkCouncilSettings({ ...before, ...given })
    if (!checked.ok) return checked
    const changed = (Object.keys(given) as (keyof CouncilSettings)[]).filter(
      (key) => JSON.stringify(before[key]) !== JSON.stringify(checked.value[key]),
    )
    if (changed.length === 0) return done('Nothing was changed.')
    const of = (from: CouncilSettings) => Object.fromEntries(changed.map((key) => [key, from[key]]))
    await updateCouncil(scope, tx, checked.value)
    await recordAudit(scope, tx, {
      action: 'settings changed',
      thing: { kind: 'council', id: scope.councilId },
      before: of(before),
      after: of(checked.value),
    })
    return done('The settings are saved.')
  })
