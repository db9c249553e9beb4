/** The page before the final act: in numbers and words, everything that confirming will do, and what is still to look at. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { loadDraft } from '#db/queries/import-draft'
import { sectionsToLookAt, stepsOf, unseenSections } from '~/domain/import-progress'
import { deedsOf, figuresOf } from '~/domain/import-summary'

/** Null where there is no such draft, or it is one no longer. */
export const readImportCheck = (scope: CouncilScope, id: string) =>
  readInCouncil(scope, async (tx) => {
    const loaded = await loadDraft(scope, tx, id)
    if (loaded?.row.state !== 'draft') return null
    const { row, plan } = loaded
    const { draft, choices } = row
    if (draft.reviews.length + draft.recommendations.length === 0) return null
    return {
      id: row.id,
      fileName: row.fileName,
      steps: stepsOf(draft, choices, plan),
      figures: figuresOf(plan),
      deeds: deedsOf({ draft, choices, plan }),
      toLookAt: sectionsToLookAt(draft, choices, plan),
      firstUnseen: unseenSections(draft, choices, plan)[0] ?? null,
    }
  })
