/** One line of a draft by itself, to be changed or split. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { loadDraft } from '#db/queries/import-draft'
import { lineView } from '~/domain/import-line-view'

/** Null where there is no such draft, or it has no such line. */
export const readImportLine = (scope: CouncilScope, id: string, key: string) =>
  readInCouncil(scope, async (tx) => {
    const loaded = await loadDraft(scope, tx, id)
    const line = loaded?.plan.lines.find((each) => each.key === key)
    if (!loaded || !line || loaded.row.state !== 'draft') return null
    const parts = line.splitOf === null ? null : (loaded.row.choices.splits?.[line.splitOf] ?? null)
    return {
      id: loaded.row.id,
      standing: loaded.row.choices.saves?.points?.times ?? 0,
      ...lineView(line, loaded.plan, loaded.facts),
      maySplit: line.kind !== 'partial-compliance',
      hasParts: parts !== null,
      hasTracked: line.tracked !== null && line.tracked.actions.length > 0,
    }
  })
