/** A document on its way in: what is left to look at, and after the confirm what became of it. */
import { readInCouncil, type CouncilScope, type Tx } from '#db/in-council'
import { readHistoryOf } from '#db/queries/audit-history'
import { getCouncil } from '#db/queries/councils'
import { loadDraft, type LoadedDraft } from '#db/queries/import-draft'
import { confirmedImportOf, countUnownedOf } from '#db/queries/imports'
import { listNamesWithPoints } from '#db/queries/lead-home'
import { readReviewPreparation } from '#db/queries/review-preparation'
import { getReview } from '#db/queries/reviews'
import { reviewTitle } from '~/domain/assessment-body'
import { formatDate, type IsoDate } from '~/domain/dates'
import { isReport, sectionTitles } from '~/domain/import-choices'
import type { ImportFacts } from '~/domain/import-plan'
import { sectionsOf, unseenSections } from '~/domain/import-progress'
import { waitingFor } from '~/domain/import-reading'
import { figuresOf, whatIsIn } from '~/domain/import-summary'
import { todayInLondon } from '~/domain/london-time'
import { policyOf } from '~/domain/reminder-policy'
import { isSpanOfDays } from '~/domain/report-confirmation'
import { requestsFor } from '~/domain/review-cycle'
import { capitalised, listed } from '~/domain/sentence'
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
    const [before, history] = await Promise.all([
      confirmedImportOf(scope, tx, row.sha256, id),
      readHistoryOf(scope, tx, { kind: 'import', id }),
    ])
    const unseen = unseenSections(draft, choices, plan)
    const coming = facts.reviews.find(
      ({ state, certificationId }) => state !== 'held' && certificationId === plan.certification?.id,
    )
    return {
      id: row.id,
      history,
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
      next: row.state === 'confirmed' && coming ? await nextOf(scope, tx, loaded, coming, todayInLondon(now)) : null,
      names: row.state === 'confirmed' ? (await listNamesWithPoints(scope, tx)).length : 0,
      unowned: row.state === 'confirmed' ? await countUnownedOf(scope, tx, row.id) : 0,
    }
  })

/** The coming review with what agreeing its visit asks for, and when people are reminded. */
async function nextOf(
  scope: CouncilScope,
  tx: Tx,
  { plan, row }: LoadedDraft,
  coming: ImportFacts['reviews'][number],
  today: IsoDate,
) {
  const [review, council] = [(await getReview(scope, tx, coming.id))!, await getCouncil(scope, tx)]
  const { body, toPrepare, pointsRaisedLastTime, calendar } = await readReviewPreparation(scope, tx, review)
  const foreseen = row.draft.reviews.at(-1)?.nextReview
  const from = (foreseen?.from ?? null) as IsoDate | null
  const to = (foreseen?.to ?? from) as IsoDate | null
  const isPast = to !== null && to < today
  const isSpan = isSpanOfDays(from, to) && !isPast
  return {
    id: coming.id,
    title: capitalised(reviewTitle(body, coming.kind)),
    agreed: coming.state === 'agreed',
    certification: plan.certification?.name ?? '',
    foreseen: from === null || to === null ? null : formatSpan({ from, to }),
    isPast,
    isSpanOfDays: isSpan,
    fromWords: isSpan && from !== null ? formatDate(from) : '',
    toWords: isSpan && from !== null && to !== null && to !== from ? formatDate(to) : '',
    requests: requestsFor(body, toPrepare, pointsRaisedLastTime, calendar, today).map(
      ({ title, dueOn, alreadyPast }) => ({
        title,
        due: dueOn === null || alreadyPast ? null : formatDate(dueOn),
      }),
    ),
    reminded: listed(policyOf(council).askBefore.map(String)),
  }
}
