/** A draft becomes the plan: everything the person accepted, in one transaction, and nothing twice. */
import { inCouncil, type CouncilScope, type Tx } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { nameIsTaken } from '#db/queries/certifications'
import { readImportFacts } from '#db/queries/import-facts'
import { pointWriter, type PointWriter } from '#db/queries/import-points'
import { fillWording, planNextReview, theCertification, writeReviews } from '#db/queries/import-reviews'
import { lockImport, updateImport, type ImportRow } from '#db/queries/imports'
import { findSourceByTitle, insertQueries, insertSource } from '#db/queries/plan-writing'
import { settleQueryRow } from '#db/queries/reviews'
import { isReport } from '~/domain/import-choices'
import { sectionsToLookAt } from '~/domain/import-progress'
import { importPlan, type ImportFacts, type ImportPlan, type PlannedLine } from '~/domain/import-plan'
import { dayOfFacts } from '~/domain/report-confirmation'
import type { IsoDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import { done, refused, type Outcome } from '~/domain/outcome'

export type Confirmed = {
  importId: string
  certificationId: string | null
  added: number
  joined: number
  leftOut: number
  closed: number
  reviews: string[]
  nextReviewId: string | null
}

/** Null where there is no such draft in this council. */
export async function confirmImport(
  scope: CouncilScope,
  importId: string,
  now: Date,
): Promise<Outcome<Confirmed> | null> {
  return inCouncil(scope, async (tx) => {
    const row = await lockImport(scope, tx, importId)
    if (!row) return null
    if (row.state === 'confirmed') return refused('This document has been taken in already: nothing was added again')
    if (row.state === 'abandoned') return refused('This document was put aside: read it in again')
    if (row.draft.reviews.length + row.draft.recommendations.length === 0)
      return refused('No review and no point was found in this document: there is nothing to add')
    const facts = await readImportFacts(scope, tx)
    const plan = importPlan(row.draft, row.choices, facts, row.fileName)
    const unseen = sectionsToLookAt(row.draft, row.choices, plan)
    if (unseen !== null) return refused(unseen)
    if (plan.certification?.id === null && (await nameIsTaken(scope, tx, plan.certification.name, null)))
      return refused('There is a certificate of this name: choose it, or another name, in the review facts')
    const written = await writeDraft(scope, tx, { row, plan, facts, now })
    const certification = plan.certification && { ...plan.certification, id: written.certificationId }
    const choices = { ...row.choices, ...(certification === null ? {} : { certification }) }
    await updateImport(scope, tx, row.id, { state: 'confirmed', confirmedAt: now, choices })
    const { importId: _, certificationId: _id, ...counts } = written
    await recordAudit(scope, tx, {
      action: 'document taken in',
      thing: { kind: 'import', id: row.id },
      after: { fileName: row.fileName, sources: Object.values(plan.sources).map(({ title }) => title), ...counts },
    })
    return done(written)
  })
}

type Writing = { row: ImportRow; plan: ImportPlan; facts: ImportFacts; now: Date }

async function writeDraft(scope: CouncilScope, tx: Tx, writing: Writing): Promise<Confirmed> {
  const { row, plan, facts, now } = writing
  const today = todayInLondon(now)
  const certificationId = plan.certification === null ? null : await theCertification(scope, tx, plan.certification)
  const given = certificationId === null ? null : { certificationId, draft: row.draft, importId: row.id, now }
  const reviewIds = given === null ? [] : await writeReviews(scope, tx, plan.reviews, given)
  const sourceOf = sourceMaker(scope, tx, writing, reviewIds)
  const points = await pointWriter(scope, tx, now, today)
  const ids = new Map<string, string>()
  const counts = await writeLines(points, plan, sourceOf, facts, ids)
  const closed = await closeOldPoints(points, plan, ids, today)
  await writeQueries(scope, tx, writing, reviewIds, counts.added > 0, sourceOf)
  const last = plan.reviews.at(-1)
  const next = given === null || last === undefined ? null : await planNextReview(scope, tx, last, given)
  if (isReport(row.draft)) await fillWording(scope, tx, row.draft, row.fileName)
  return { importId: row.id, certificationId, ...counts, closed, reviews: reviewIds, nextReviewId: next?.id ?? null }
}

type SourceOf = (review: number | null) => Promise<string>

/** Made when the first line needs it: a document that adds nothing leaves no empty source. */
function sourceMaker(scope: CouncilScope, tx: Tx, { row, plan, facts }: Writing, reviewIds: string[]): SourceOf {
  const made = new Map<string, string>()
  return async (review) => {
    const key = review === null ? 'plan' : String(review)
    const there = made.get(key)
    if (there !== undefined) return there
    const source = plan.sources[key]!
    const reviewId = review === null ? null : reviewIds[review]!
    const ofReview = reviewId === null ? undefined : facts.points.find((point) => point.reviewId === reviewId)?.sourceId
    const sameTitle = ofReview === undefined ? await findSourceByTitle(scope, tx, source.title) : null
    const free = sameTitle === null || sameTitle.reviewId === reviewId
    const title = free ? source.title : `${source.title} (${row.fileName})`.slice(0, 200)
    const id =
      ofReview ??
      (free ? sameTitle?.id : (await findSourceByTitle(scope, tx, title))?.id) ??
      (await insertSource(scope, tx, { ...source, title, reviewId, importId: row.id }))
    made.set(key, id)
    return id
  }
}

async function writeLines(
  points: PointWriter,
  plan: ImportPlan,
  sourceOf: SourceOf,
  facts: ImportFacts,
  ids: Map<string, string>,
) {
  const counts = { added: 0, joined: 0, leftOut: 0 }
  const joinedTo = (key: string) => plan.lines.filter(({ choice }) => choice.do === 'merge' && choice.into === key)
  for (const line of plan.lines) {
    const { choice } = line
    const write = { line, joined: joinedTo(line.key), sourceTitle: titleOf(plan, line) }
    if (choice.do === 'leave') counts.leftOut++
    else if (choice.do === 'new' || choice.do === 'again') {
      const earlier = choice.do === 'new' ? null : (ids.get(choice.id) ?? choice.id)
      ids.set(line.key, await points.add(write, await sourceOf(line.review), earlier))
      counts.added++
    } else if (choice.do === 'same') {
      ids.set(line.key, choice.id)
      const known = facts.points.find(({ id }) => id === choice.id)!
      // A report gives a point its words; a tracker gives it owners, actions, dates and progress.
      const changed =
        line.review === null || known.state === 'closed'
          ? await points.join(choice.id, write)
          : await points.adopt(choice.id, write, await sourceOf(line.review), choice.also ?? [])
      if (changed) counts.joined++
    }
  }
  return counts
}

const titleOf = (plan: ImportPlan, { review }: PlannedLine) =>
  plan.sources[review === null ? 'plan' : String(review)]!.title

async function closeOldPoints(points: PointWriter, plan: ImportPlan, ids: Map<string, string>, today: IsoDate) {
  const last = plan.reviews.at(-1)
  if (last === undefined) return 0
  const day = dayOfFacts(last.facts)
  const on = day === null || day > today ? today : day
  let closed = 0
  for (const point of plan.oldPoints) {
    if (point.choice !== 'close') continue
    const again = plan.lines.find(({ choice }) => choice.do === 'again' && choice.id === point.key)
    await points.close(ids.get(point.key) ?? point.key, {
      way: again ? 'superseded' : 'answered-at-a-review',
      reason: point.reason ?? `Closed with the report of the ${last.title}.`,
      minute: null,
      supersededBy: again ? ids.get(again.key)! : null,
      on,
    })
    closed++
  }
  return closed
}

/** Asked once; what a corrected issue no longer shows is settled by it. */
async function writeQueries(
  scope: CouncilScope,
  tx: Tx,
  { plan, facts, now }: Writing,
  reviewIds: string[],
  addsPoints: boolean,
  sourceOf: SourceOf,
) {
  const isOpen = (reviewId: string | null, code: string, elements: readonly string[]) =>
    reviewId !== null &&
    facts.openQueries.some(
      (open) => open.reviewId === reviewId && open.code === code && open.elements.join() === elements.join(),
    )
  const asked = plan.queries.filter(({ leftOut, review }) => !leftOut && (review !== null || addsPoints))
  for (const { review, code, elements, audience, decides, message, alternatives } of asked) {
    const reviewId = review === null ? null : reviewIds[review]!
    if (isOpen(reviewId, code, elements)) continue
    const sourceId = reviewId === null ? await sourceOf(null) : null
    const query = { code, elements, audience, decides, message, alternatives: alternatives ?? [], reviewId, sourceId }
    await insertQueries(scope, tx, [query])
  }
  for (const { index, match } of plan.reviews) {
    if (match?.how !== 'same-report') continue
    const still = plan.queries.filter(({ review }) => review === index).map(({ code }) => code as string)
    const settledBy = scope.actor.kind === 'person' ? scope.actor.personId : null
    for (const open of facts.openQueries)
      if (open.reviewId === match.review.id && !still.includes(open.code) && open.code !== 'point-not-mentioned')
        await settleQueryRow(scope, tx, open.id, {
          settledHow: 'Settled by the corrected issue of the report, which no longer shows it.',
          settledBy,
          settledAt: now,
        })
  }
}
