/** What the members' page is worked out from: every point with what was said of it and every agreed extension. */
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { IsoDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import type { SummaryExtension, SummaryRecommendation } from '~/domain/member-summary'
import type { Category } from '~/domain/progress'
import type { ReviewKind } from '~/domain/reading/draft'
import type { CouncilScope, Tx } from '../in-council'
import {
  owners,
  people,
  progressUpdates,
  ratings,
  recommendationOwners,
  recommendations,
  reviews,
  sources,
} from '../schema'

/** As the restricted version may show it: a name only of those who may be named, else the post. */
function shownAs(owner: { kind: string | null; name: string | null; post: string | null; mayBeNamed: boolean | null }) {
  if (owner.name === null) return 'nobody yet'
  if (owner.kind === 'name') return 'a name that is nobody yet'
  if (owner.kind === 'team') return owner.name
  if (owner.mayBeNamed) return owner.post === null ? owner.name : `${owner.name}, ${owner.post}`
  return owner.post ?? 'an officer'
}

function listPoints(scope: CouncilScope, tx: Tx) {
  return tx
    .select({
      id: recommendations.id,
      number: recommendations.number,
      text: recommendations.text,
      source: sources.title,
      datedOn: sources.datedOn,
      createdAt: recommendations.createdAt,
      state: recommendations.state,
      closedOn: recommendations.closedOn,
      dueOn: recommendations.dueOn,
      owner: { kind: owners.kind, name: owners.name, post: people.post, mayBeNamed: people.mayBeNamed },
    })
    .from(recommendations)
    .innerJoin(sources, and(eq(sources.councilId, recommendations.councilId), eq(sources.id, recommendations.sourceId)))
    .leftJoin(
      recommendationOwners,
      and(
        eq(recommendationOwners.councilId, recommendations.councilId),
        eq(recommendationOwners.recommendationId, recommendations.id),
        eq(recommendationOwners.answering, true),
      ),
    )
    .leftJoin(
      owners,
      and(eq(owners.councilId, recommendationOwners.councilId), eq(owners.id, recommendationOwners.ownerId)),
    )
    .leftJoin(people, and(eq(people.councilId, owners.councilId), eq(people.id, owners.personId)))
    .where(eq(recommendations.councilId, scope.councilId))
    .orderBy(asc(sources.datedOn), asc(sources.id), asc(recommendations.position))
}

/** Of the recommendation as a whole, without what was corrected since. */
function listSaid(scope: CouncilScope, tx: Tx) {
  return tx
    .select({
      id: progressUpdates.recommendationId,
      asAt: progressUpdates.asAt,
      category: progressUpdates.category,
    })
    .from(progressUpdates)
    .where(
      and(
        eq(progressUpdates.councilId, scope.councilId),
        isNull(progressUpdates.actionId),
        isNotNull(progressUpdates.category),
        sql`not exists (select 1 from progress_updates later
          where later.council_id = ${scope.councilId} and later.corrects_id = ${progressUpdates.id})`,
      ),
    )
    .orderBy(asc(progressUpdates.recordedAt))
}

type ExtensionRow = {
  id: string
  at: string
  from: string | null
  to: string | null
  text: string | null
  reason: string
}

/** Agreed ones, each with the due day before it. */
const listExtensions = (scope: CouncilScope, tx: Tx) =>
  tx.execute<ExtensionRow>(sql`
    select a.recommendation_id as id, d.recorded_at as at, d.earlier::text as "from", d.due_on::text as to,
      d.completion_text as text, coalesce(d.reason, '') as reason
    from (
      select action_id, kind, agreed_by, recorded_at, due_on, completion_text, reason,
        lag(due_on) over (partition by action_id order by sequence) as earlier
      from action_dates where council_id = ${scope.councilId}
    ) d
    join actions a on a.council_id = ${scope.councilId} and a.id = d.action_id
    where d.kind = 'extension' and d.agreed_by is not null and d.due_on is not null
    order by d.recorded_at`)

export type SummaryPoint = SummaryRecommendation & { source: string }

export async function listSummaryPoints(scope: CouncilScope, tx: Tx): Promise<SummaryPoint[]> {
  const [points, said, extended] = await Promise.all([
    listPoints(scope, tx),
    listSaid(scope, tx),
    listExtensions(scope, tx),
  ])
  const progress = grouped(said, ({ asAt, category }) => ({ asAt, category: category as Category }))
  const extensions = grouped(oneADay([...extended]), ({ at, from, to, reason }): SummaryExtension => ({
    agreedOn: todayInLondon(new Date(at)),
    from,
    to: to!,
    reason,
  }))
  return points.map(({ datedOn, createdAt, owner, state, closedOn, ...point }) => ({
    ...point,
    who: shownAs(owner),
    raisedOn: datedOn ?? todayInLondon(createdAt),
    closedOn: state === 'closed' ? (closedOn ?? todayInLondon(createdAt)) : null,
    progress: progress.get(point.id) ?? [],
    extensions: extensions.get(point.id) ?? [],
  }))
}

/** Several actions of one point that are extended on one day are one extension of it, to the latest of their days. */
function oneADay(rows: readonly ExtensionRow[]): ExtensionRow[] {
  const latest = new Map<string, ExtensionRow>()
  for (const row of rows) {
    const key = `${row.id} ${todayInLondon(new Date(row.at))}`
    const known = latest.get(key)
    if (known === undefined || row.to! > known.to!) latest.set(key, row)
  }
  return [...latest.values()]
}

function grouped<R extends { id: string }, T>(rows: readonly R[], value: (row: R) => T): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.id)
    if (group) group.push(value(row))
    else groups.set(row.id, [value(row)])
  }
  return groups
}

export type PlusAtReview = { kind: ReviewKind; heldOn: IsoDate; plus: number }

/** Compliance plus at each review that was held, of one certificate. */
export async function listPlusAtReviews(scope: CouncilScope, tx: Tx, certificationId: string): Promise<PlusAtReview[]> {
  const heldOn = sql<IsoDate>`coalesce(${reviews.heldTo}, ${reviews.heldFrom}, ${reviews.reportedOn})::text`
  const rows = await tx
    .select({ kind: reviews.kind, heldOn, plus: sql<number>`count(*) filter (where ${ratings.level} = 'plus')::int` })
    .from(reviews)
    .innerJoin(ratings, and(eq(ratings.councilId, reviews.councilId), eq(ratings.reviewId, reviews.id)))
    .where(
      and(
        eq(reviews.councilId, scope.councilId),
        eq(reviews.certificationId, certificationId),
        eq(reviews.state, 'held'),
      ),
    )
    .groupBy(reviews.councilId, reviews.id)
  return rows.filter((row) => row.heldOn !== null)
}
