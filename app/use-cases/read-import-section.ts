/** One section of a draft: its proposals, their reasons, the document's own words and where they stand. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { loadDraft, type LoadedDraft } from '#db/queries/import-draft'
import { listOwnerChoices, type OwnerChoice } from '#db/queries/owner-choices'
import { sectionTitles } from '~/domain/import-choices'
import { lineView } from '~/domain/import-line-view'
import { sectionsOf, stepsOf } from '~/domain/import-progress'
import {
  columnsView,
  factsView,
  foundView,
  oldPointView,
  questionView,
  ratingsView,
  sourcesView,
} from '~/domain/import-section-views'
import { decidedLines } from '~/domain/import-summary'

export type SectionView = NonNullable<Awaited<ReturnType<typeof readImportSection>>>

/** Null where there is no such draft, or it has no such section. */
export const readImportSection = (scope: CouncilScope, id: string, section: string) =>
  readInCouncil(scope, async (tx) => {
    const loaded = await loadDraft(scope, tx, id)
    if (!loaded || loaded.row.state === 'reading' || loaded.row.state === 'failed') return null
    const { row, plan, facts } = loaded
    const which = sectionsOf(row.draft, row.choices, plan).find((each) => each === section)
    if (which === undefined) return null
    const parts = { draft: row.draft, choices: row.choices, plan, facts }
    return {
      id: row.id,
      fileName: row.fileName,
      section: which,
      title: sectionTitles[which],
      steps: stepsOf(row.draft, row.choices, plan),
      standing: row.choices.saves?.[which]?.times ?? 0,
      isOpen: row.state === 'draft',
      facts: which === 'facts' ? factsView(parts) : null,
      ratings: which === 'ratings' ? ratingsView(parts) : null,
      found: which === 'not-understood' ? foundView(parts) : null,
      points: which === 'points' ? pointsView(loaded, await listOwnerChoices(scope, tx)) : null,
      oldPoints: which === 'old-points' ? plan.oldPoints.map(oldPointView) : null,
      questions: which === 'questions' ? plan.queries.map(questionView) : null,
      sources: which === 'source' ? sourcesView(plan) : null,
      columns: which === 'columns' ? columnsView(parts) : null,
    }
  })

const pointsView = ({ plan, facts }: LoadedDraft, owners: OwnerChoice[]) => ({
  lines: plan.lines.map((line) => lineView(line, plan, facts, owners)),
  owners,
  decided: decidedLines(plan),
})
