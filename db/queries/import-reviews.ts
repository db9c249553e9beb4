/** Reviews out of a report: the certificate they are of, their facts and ratings, and the one that comes next. */
import { and, eq } from 'drizzle-orm'
import type { IsoDate } from '~/domain/dates'
import type { ImportPlan, PlannedReview } from '~/domain/import-plan'
import type { Draft, DraftReview } from '~/domain/reading/draft'
import { customerServiceExcellence } from '~/domain/standard'
import type { CouncilScope, Tx } from '../in-council'
import { elementWordings, ratings } from '../schema'
import { insertCertification } from './certifications'
import { listReviewsOf } from './readiness'
import { insertRatings, insertReview, insertReviewDates, updateReview, type NewReviewDate } from './reviews'

export async function theCertification(scope: CouncilScope, tx: Tx, planned: NonNullable<ImportPlan['certification']>) {
  const { id, name, body } = planned
  return id ?? (await insertCertification(scope, tx, { name, body, standardId: customerServiceExcellence.version }))
}

type Given = { certificationId: string; draft: Draft; importId: string; now: Date }

/** The ids of the document's reviews, in its order. */
export async function writeReviews(scope: CouncilScope, tx: Tx, planned: readonly PlannedReview[], given: Given) {
  const ids: string[] = []
  for (const review of planned) ids.push(await writeReview(scope, tx, review, given))
  return ids
}

async function writeReview(scope: CouncilScope, tx: Tx, planned: PlannedReview, given: Given): Promise<string> {
  const read = given.draft.reviews[planned.index]!
  if (planned.match?.how === 'same-report') return correct(scope, tx, planned, read, planned.match.review.id)
  const { facts } = planned
  const columns = {
    kind: facts.kind,
    state: 'held' as const,
    heldFrom: facts.visitFrom,
    heldTo: facts.visitTo ?? facts.visitFrom,
    documentReviewOn: facts.documentReviewOn,
    reportedOn: facts.reportedOn,
    assessors: facts.assessors,
    projectNumber: facts.projectNumber,
    clientId: facts.clientId,
    scope: read.scope === 'all' ? null : read.scope,
    printedTotals: read.totals,
    printedTotalsByCriterion: read.totalsByCriterion,
    outcome: read.outcome,
    marks: read.marks,
    importId: given.importId,
  }
  const foreseen = foreseenFor(given.draft, planned)
  const id =
    planned.match?.review.id ??
    (await insertReview(scope, tx, {
      ...columns,
      certificationId: given.certificationId,
      provisionalFrom: foreseen?.from ?? null,
      provisionalTo: foreseen?.to ?? null,
      createdAt: given.now,
    }))
  if (planned.match) await updateReview(scope, tx, id, columns)
  await tx.delete(ratings).where(and(eq(ratings.councilId, scope.councilId), eq(ratings.reviewId, id)))
  await insertRatings(scope, tx, id, planned.ratings.map(rowOf))
  const recordedBy = scope.actor.kind === 'person' ? scope.actor.personId : null
  const dates: NewReviewDate[] = []
  const common = { reviewId: id, recordedBy, recordedAt: given.now }
  if (foreseen && !planned.match)
    dates.push({ ...common, kind: 'provisional', ...foreseen, reason: 'As the report before says' })
  if (facts.visitFrom)
    dates.push({
      ...common,
      kind: 'actual',
      from: facts.visitFrom,
      to: facts.visitTo ?? facts.visitFrom,
      reason: 'As the report says',
    })
  await insertReviewDates(scope, tx, dates)
  return id
}

const rowOf = ({ element, level, stated, inferred, justification, source }: PlannedReview['ratings'][number]) => ({
  element,
  level,
  stated,
  inferred,
  justification,
  page: source.page,
  quote: source.quote,
})

/** When the review before it in the same document foresaw this one. */
function foreseenFor(draft: Draft, { index, facts }: PlannedReview): { from: IsoDate; to: IsoDate } | null {
  const next = draft.reviews[index - 1]?.nextReview
  return next?.from && next.kind === facts.kind ? { from: next.from, to: next.to ?? next.from } : null
}

/** A corrected issue: only the values that a person took over. */
async function correct(scope: CouncilScope, tx: Tx, planned: PlannedReview, read: DraftReview, id: string) {
  const { facts, changes, kept } = planned
  const taken = new Set(changes.map(({ key }) => key).filter((key) => !kept.includes(key)))
  const values = {
    reportedOn: facts.reportedOn,
    documentReviewOn: facts.documentReviewOn,
    heldFrom: facts.visitFrom,
    heldTo: facts.visitTo,
    assessors: facts.assessors,
    projectNumber: facts.projectNumber,
    clientId: facts.clientId,
    printedTotals: read.totals,
  }
  const set = Object.fromEntries(Object.entries(values).filter(([key]) => taken.has(key)))
  if (Object.keys(set).length > 0) await updateReview(scope, tx, id, set)
  for (const rating of planned.ratings) {
    if (!taken.has(`rating ${rating.element}`)) continue
    const row = rowOf(rating)
    await tx
      .insert(ratings)
      .values({ ...row, reviewId: id, councilId: scope.councilId })
      .onConflictDoUpdate({ target: [ratings.councilId, ratings.reviewId, ratings.element], set: row })
  }
  return id
}

export type NextReview = { id: string; from: IsoDate | null; to: IsoDate | null; isNew: boolean }

/** What the last report of the document foresees; one that is planned already keeps what was agreed. */
export async function planNextReview(
  scope: CouncilScope,
  tx: Tx,
  planned: PlannedReview,
  { certificationId, draft, now }: Given,
): Promise<NextReview | null> {
  const next = draft.reviews[planned.index]!.nextReview
  if (next === null || !planned.facts.planNext) return null
  const all = await listReviewsOf(scope, tx, certificationId)
  const from = next.from as IsoDate | null
  const to = (next.to ?? next.from) as IsoDate | null
  // Something later was held already: this report is history, and what it foresaw is over.
  if (
    all.some(
      (review) => review.state === 'held' && from !== null && (review.heldFrom ?? review.reportedOn ?? '') >= from,
    )
  )
    return null
  const coming = all.find((review) => review.state !== 'held')
  if (coming && coming.kind !== next.kind) return { id: coming.id, from: null, to: null, isNew: false }
  if (coming && (coming.provisionalFrom !== null || coming.agreedFrom !== null || from === null))
    return {
      id: coming.id,
      from: coming.agreedFrom ?? coming.provisionalFrom,
      to: coming.agreedTo ?? coming.provisionalTo,
      isNew: false,
    }
  const dates = { provisionalFrom: from, provisionalTo: to }
  if (coming) await updateReview(scope, tx, coming.id, dates)
  const id =
    coming?.id ??
    (await insertReview(scope, tx, { certificationId, kind: next.kind, state: 'planned', ...dates, createdAt: now }))
  const recordedBy = scope.actor.kind === 'person' ? scope.actor.personId : null
  if (from !== null && to !== null)
    await insertReviewDates(scope, tx, [
      { reviewId: id, kind: 'provisional', from, to, reason: 'As the report says', recordedBy, recordedAt: now },
    ])
  return { id, from, to, isNew: true }
}

/** The official wording that the report prints, where the council has none. Returns how many elements it filled. */
export async function fillWording(scope: CouncilScope, tx: Tx, draft: Draft, origin: string): Promise<number> {
  const found = new Map<string, string>()
  const known = new Set(
    customerServiceExcellence.criteria.flatMap(({ subCriteria }) =>
      subCriteria.flatMap(({ elements }) => elements.map(({ number }) => number)),
    ),
  )
  for (const { wording } of draft.reviews)
    for (const { element, text } of wording) if (known.has(element) && text.trim() !== '') found.set(element, text)
  if (found.size === 0) return 0
  const rows = await tx
    .insert(elementWordings)
    .values(
      [...found].map(([element, text]) => ({
        councilId: scope.councilId,
        standardId: customerServiceExcellence.version,
        element,
        text,
        origin,
      })),
    )
    .onConflictDoNothing()
    .returning({ element: elementWordings.element })
  return rows.length
}
