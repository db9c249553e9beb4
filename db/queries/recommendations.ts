/** Recommendations with what follows from their actions and progress. */
import { and, asc, count, desc, eq, isNotNull, ne, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { noCompletion, type CompletionDate } from '~/domain/completion-date'
import type { Revision } from '~/domain/date-revision'
import type { IsoDate } from '~/domain/dates'
import { recommendationDue, type ClosingWay } from '~/domain/recommendation'
import type { CouncilScope, Tx } from '../in-council'
import {
  actionDates,
  actions,
  dateRequests,
  evidenceRecommendations,
  progressUpdates,
  recommendations,
  sources,
} from '../schema'

export async function getRecommendation(scope: CouncilScope, tx: Tx, id: string) {
  const [row] = await tx
    .select()
    .from(recommendations)
    .where(and(eq(recommendations.councilId, scope.councilId), eq(recommendations.id, id)))
  return row ?? null
}

/** For a change that depends on what stands now: nobody else changes it until this transaction ends. */
export async function lockRecommendation(scope: CouncilScope, tx: Tx, id: string) {
  const [row] = await tx
    .select()
    .from(recommendations)
    .where(and(eq(recommendations.councilId, scope.councilId), eq(recommendations.id, id)))
    .for('update')
  return row ?? null
}

type CompletionRow = {
  completionText: string | null
  completionKind: CompletionDate['kind'] | null
  completionFrom: string | null
  completionTo: string | null
  completionEveryMonths: number | null
  completionIndicative: boolean
}

export const completionOf = (row: CompletionRow): CompletionDate | null =>
  row.completionKind === null
    ? null
    : {
        text: row.completionText ?? '',
        kind: row.completionKind,
        from: row.completionFrom,
        to: row.completionTo,
        everyMonths: row.completionEveryMonths,
        indicative: row.completionIndicative,
      }

export const completionColumnsOf = (completion: CompletionDate | null): CompletionRow => ({
  completionText: completion?.text ?? null,
  completionKind: completion?.kind ?? null,
  completionFrom: completion?.from ?? null,
  completionTo: completion?.to ?? null,
  completionEveryMonths: completion?.everyMonths ?? null,
  completionIndicative: completion?.indicative ?? false,
})

export const listActionsOf = (scope: CouncilScope, tx: Tx, recommendationId: string) =>
  tx
    .select()
    .from(actions)
    .where(and(eq(actions.councilId, scope.councilId), eq(actions.recommendationId, recommendationId)))
    .orderBy(asc(actions.position))

/** Every date of every action of a recommendation, in the order in which they were recorded. */
export const listActionDatesOf = (scope: CouncilScope, tx: Tx, recommendationId: string) =>
  tx
    .select({ date: actionDates })
    .from(actionDates)
    .innerJoin(actions, and(eq(actions.councilId, actionDates.councilId), eq(actions.id, actionDates.actionId)))
    .where(and(eq(actionDates.councilId, scope.councilId), eq(actions.recommendationId, recommendationId)))
    .orderBy(asc(actionDates.actionId), asc(actionDates.sequence))
    .then((rows) => rows.map((row) => row.date))

export type ActionDateRow = Awaited<ReturnType<typeof listActionDatesOf>>[number]

/** The revisions of one action as the domain reads them: each with the date before it. */
export function revisionsOf(dates: readonly ActionDateRow[]): Revision[] {
  return dates.flatMap((row, index) => {
    const before = dates[index - 1]
    if (row.kind === 'original' || before === undefined) return []
    return [
      {
        kind: row.kind,
        earlier: completionOf(before) ?? noCompletion,
        later: completionOf(row) ?? noCompletion,
        reason: row.reason ?? '',
        agreedBy: row.agreedBy,
        minute: row.minute,
      },
    ]
  })
}

export const countEvidenceOf = async (scope: CouncilScope, tx: Tx, recommendationId: string): Promise<number> => {
  const [row] = await tx
    .select({ items: count() })
    .from(evidenceRecommendations)
    .where(
      and(
        eq(evidenceRecommendations.councilId, scope.councilId),
        eq(evidenceRecommendations.recommendationId, recommendationId),
      ),
    )
  return row?.items ?? 0
}

/** The latest date asked for and not decided. */
export const getOpenDateRequest = async (scope: CouncilScope, tx: Tx, recommendationId: string) => {
  const [row] = await tx
    .select()
    .from(dateRequests)
    .where(
      and(
        eq(dateRequests.councilId, scope.councilId),
        eq(dateRequests.recommendationId, recommendationId),
        eq(dateRequests.state, 'open'),
      ),
    )
    .orderBy(desc(dateRequests.askedAt))
    .limit(1)
  return row ?? null
}

export const getSource = async (scope: CouncilScope, tx: Tx, id: string) => {
  const [row] = await tx
    .select()
    .from(sources)
    .where(and(eq(sources.councilId, scope.councilId), eq(sources.id, id)))
  return row ?? null
}

/** What was taken back, and the taking back itself, say nothing of how far the work is. */
const stillSaid = ({ councilId }: CouncilScope, tx: Tx) => {
  const undone = alias(progressUpdates, 'undone')
  return and(
    ne(progressUpdates.answer, 'undone'),
    notExists(
      tx
        .select({ one: sql`1` })
        .from(undone)
        .where(
          and(
            eq(undone.councilId, councilId),
            eq(undone.recommendationId, progressUpdates.recommendationId),
            eq(undone.correctsId, progressUpdates.id),
            eq(undone.answer, 'undone'),
          ),
        ),
    ),
  )
}

export type ClosingRow = {
  way: ClosingWay
  reason: string | null
  minute: string | null
  supersededBy: string | null
  on: IsoDate
}

/** Null opens it again. */
export async function setClosing(scope: CouncilScope, tx: Tx, id: string, closing: ClosingRow | null): Promise<void> {
  await tx
    .update(recommendations)
    .set({
      state: closing === null ? 'open' : 'closed',
      closedWay: closing?.way ?? null,
      closedReason: closing?.reason ?? null,
      closedMinute: closing?.minute ?? null,
      closedOn: closing?.on ?? null,
      supersededById: closing?.supersededBy ?? null,
    })
    .where(and(eq(recommendations.councilId, scope.councilId), eq(recommendations.id, id)))
}

/**
 * Works out what a recommendation keeps beside it (due day, category and how it prints, last answer) from its actions and progress, after
 * any change to them. The only writer of those columns.
 */
export async function refreshRecommendation(scope: CouncilScope, tx: Tx, id: string, today: IsoDate): Promise<void> {
  const own = and(
    eq(progressUpdates.councilId, scope.councilId),
    eq(progressUpdates.recommendationId, id),
    stillSaid(scope, tx),
  )
  const [recommendation, its, [rated], [answered]] = await Promise.all([
    getRecommendation(scope, tx, id),
    listActionsOf(scope, tx, id),
    tx
      .select({
        category: progressUpdates.category,
        printed: progressUpdates.printed,
        asAt: progressUpdates.asAt,
      })
      .from(progressUpdates)
      .where(and(own, isNotNull(progressUpdates.category), sql`${progressUpdates.actionId} is null`))
      .orderBy(desc(progressUpdates.asAt), desc(progressUpdates.recordedAt))
      .limit(1),
    tx
      .select({ asAt: sql<string | null>`max(${progressUpdates.asAt})` })
      .from(progressUpdates)
      .where(own),
  ])
  const due = recommendationDue(
    its.map((action) => ({ state: action.state, completion: completionOf(action), doneFor: action.doneFor })),
    today,
    recommendation?.completions,
  )
  await tx
    .update(recommendations)
    .set({
      dueOn: due.kind === 'due' ? due.day : null,
      category: rated?.category ?? null,
      categoryPrinted: rated?.printed ?? null,
      categoryAsAt: rated?.asAt ?? null,
      lastAnswerOn: answered?.asAt ?? null,
    })
    .where(and(eq(recommendations.councilId, scope.councilId), eq(recommendations.id, id)))
}
