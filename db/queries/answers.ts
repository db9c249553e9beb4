/** Every point a review's report raised, with our answer to each: for the request, and for the pack. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { PointToAnswer } from '~/domain/answers-to-last-time'
import type { IsoDate } from '~/domain/dates'
import { categoryLabels, type Category } from '~/domain/progress'
import type { CouncilScope, Tx } from '../in-council'
import { evidenceItems, evidenceRecommendations, recommendationElements, recommendations, sources } from '../schema'
import { getCouncil } from './councils'

type Last = { recommendationId: string; evidence: string; asAt: IsoDate; printed: string | null }

export async function listPointsToAnswer(scope: CouncilScope, tx: Tx, reviewId: string): Promise<PointToAnswer[]> {
  const council = scope.councilId
  const [rows, settings] = await Promise.all([
    tx
      .select({ point: recommendations })
      .from(recommendations)
      .innerJoin(
        sources,
        and(eq(sources.councilId, recommendations.councilId), eq(sources.id, recommendations.sourceId)),
      )
      .where(and(eq(recommendations.councilId, council), eq(sources.reviewId, reviewId)))
      .orderBy(asc(recommendations.position)),
    getCouncil(scope, tx),
  ])
  const ids = rows.map(({ point }) => point.id)
  if (ids.length === 0) return []
  const [elements, evidence, words] = await Promise.all([
    tx
      .select({ id: recommendationElements.recommendationId, element: recommendationElements.element })
      .from(recommendationElements)
      .where(and(eq(recommendationElements.councilId, council), inArray(recommendationElements.recommendationId, ids)))
      .orderBy(asc(recommendationElements.element)),
    tx
      .select({ point: evidenceRecommendations.recommendationId, id: evidenceItems.id, title: evidenceItems.title })
      .from(evidenceRecommendations)
      .innerJoin(
        evidenceItems,
        and(
          eq(evidenceItems.councilId, evidenceRecommendations.councilId),
          eq(evidenceItems.id, evidenceRecommendations.itemId),
        ),
      )
      .where(
        and(eq(evidenceRecommendations.councilId, council), inArray(evidenceRecommendations.recommendationId, ids)),
      )
      .orderBy(asc(evidenceItems.title)),
    tx.execute<Last>(sql`select distinct on (p.recommendation_id) p.recommendation_id as "recommendationId", p.evidence,
        p.as_at::text as "asAt", p.printed from progress_updates p
      where p.council_id = ${council} and p.recommendation_id in ${ids} and p.evidence <> ''
      order by p.recommendation_id, p.as_at desc, p.recorded_at desc`),
  ])
  const labels = categoryLabels(settings.categoryLabels)
  const last = new Map(words.map((row) => [row.recommendationId, row]))
  return rows.map(({ point }) => ({
    id: point.id,
    number: point.number,
    text: point.text,
    elements: elements.filter(({ id }) => id === point.id).map(({ element }) => element),
    closing: point.closedWay && {
      way: point.closedWay,
      on: point.closedOn,
      reason: point.closedReason,
      minute: point.closedMinute,
    },
    category: categoryOf(point, labels),
    words: wordsOf(last.get(point.id)),
    dueOn: point.dueOn,
    evidence: evidence.filter((item) => item.point === point.id).map(({ id, title }) => ({ id, title })),
  }))
}

type Categorised = { category: Category | null; categoryAsAt: IsoDate | null }
const categoryOf = ({ category, categoryAsAt }: Categorised, labels: Record<Category, string>) =>
  category === null || categoryAsAt === null ? null : { label: labels[category], asAt: categoryAsAt }

const wordsOf = (row: Last | undefined) => (row ? { text: row.evidence, asAt: row.asAt } : null)
