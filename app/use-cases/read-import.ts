/** A document on its way in: what is left to look at, and after the confirm what became of it. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { loadDraft } from '#db/queries/import-draft'
import { confirmedImportOf, type ImportRow } from '#db/queries/imports'
import { assessmentBody, reviewTitle } from '~/domain/assessment-body'
import { formatDate } from '~/domain/dates'
import { isReport, sectionTitles } from '~/domain/import-choices'
import type { ImportFacts, ImportPlan } from '~/domain/import-plan'
import { sectionsOf, unseenSections } from '~/domain/import-progress'
import { waitingFor } from '~/domain/import-reading'
import { figuresOf, whatIsIn } from '~/domain/import-summary'
import { todayInLondon } from '~/domain/london-time'
import { isSpanOfDays } from '~/domain/report-confirmation'
import { capitalised } from '~/domain/sentence'
import { formatSpan } from '~/domain/visit-date'

const layoutWords: Readonly<Record<string, string>> = {
  'assessment-services': 'an Assessment Services report',
  'centre-for-assessment': 'a Centre for Assessment report',
  'action-plan': 'a tracker or action plan',
  unrecognised: 'no report or tracker we know',
}

/** Null where there is no such document in this council. */
export const readImport = (scope: CouncilScope, id: string, now: Date) =>
  readInCouncil(scope, async (tx) => {
    const loaded = await loadDraft(scope, tx, id)
    if (!loaded) return null
    const { row, plan, facts } = loaded
    const { draft, choices } = row
    const before = await confirmedImportOf(scope, tx, row.sha256, id)
    const unseen = unseenSections(draft, choices, plan)
    const coming = facts.reviews.find(
      ({ state, certificationId }) => state !== 'held' && certificationId === plan.certification?.id,
    )
    return {
      id: row.id,
      fileName: row.fileName,
      isReport: isReport(draft),
      layout: draft.layout,
      layoutWords: layoutWords[draft.layout]!,
      state: row.state,
      waiting: row.state === 'reading' ? waitingFor(row.waitingSince, now) : null,
      failure: row.failure,
      organisation: draft.organisation,
      takenInBefore: before?.confirmedAt ? formatDate(todayInLondon(before.confirmedAt)) : null,
      tasks: sectionsOf(draft, choices, plan).map((section) => ({
        section,
        title: sectionTitles[section],
        what: whatIsIn(section, { draft, choices, plan }),
        state: choices.seen?.includes(section) ? 'Looked at' : unseen.includes(section) ? 'To look at' : 'Proposed',
      })),
      mayConfirm: draft.reviews.length + draft.recommendations.length > 0 && unseen.length === 0,
      figures: figuresOf(plan),
      reviews: plan.reviews.flatMap(({ index, match, title }) =>
        match
          ? [
              {
                id: match.review.id,
                title: capitalised(title),
                questions: plan.queries.filter((query) => query.review === index && !query.leftOut).length,
              },
            ]
          : [],
      ),
      next: row.state === 'confirmed' && coming ? nextOf(coming, draft, plan) : null,
    }
  })

function nextOf(coming: ImportFacts['reviews'][number], draft: ImportRow['draft'], plan: ImportPlan) {
  const body = assessmentBody(plan.certification?.body ?? 'other')
  const foreseen = draft.reviews.at(-1)?.nextReview
  const from = foreseen?.from ?? null
  return {
    id: coming.id,
    title: capitalised(reviewTitle(body, coming.kind)),
    agreed: coming.state === 'agreed',
    foreseen: from === null ? null : formatSpan({ from, to: foreseen?.to ?? from }),
    isSpanOfDays: isSpanOfDays(from, foreseen?.to ?? null),
    requests: body.requests.map(({ title }) => title),
  }
}
