/** How the things a reminder asked about stand now: read again when the mail is sent and when its link is opened. */
import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import { isFinished } from '~/domain/action'
import { isRequestAnswered } from '~/domain/document-request'
import type { StandingItem, StandingOwner } from '~/domain/reminder-recheck'
import type { CouncilScope, Tx } from '../in-council'
import {
  actionOwners,
  actions,
  documentRequests,
  owners,
  people,
  progressUpdates,
  recommendationOwners,
  recommendations,
  reviews,
} from '../schema'
import { pointTitle, requestTitle, taskTitle, visitTitle } from './reminders'

export type AskedKind = 'recommendation' | 'action' | 'request' | 'visit'
export type AskedItem = StandingItem & {
  kind: AskedKind
  id: string
  recommendationId: string | null
  lastBy: string | null
  /** How often "no change" was the answer since anything else was. */
  noChangeInARow: number
}

const none = { lastWords: null, lastAnswerOn: null, lastBy: null, noChangeInARow: 0 }

/** By "kind id". What no longer exists is not among them. */
export async function readAskedItems(
  scope: CouncilScope,
  tx: Tx,
  asked: readonly { kind: string; id: string }[],
): Promise<Map<string, AskedItem>> {
  const { councilId } = scope
  const idsOf = (kind: AskedKind) => [...new Set(asked.filter((item) => item.kind === kind).map(({ id }) => id))]
  const [pointIds, taskIds, requestIds, reviewIds] = [
    idsOf('recommendation'),
    idsOf('action'),
    idsOf('request'),
    idsOf('visit'),
  ]
  const ownerColumns = { id: owners.id, name: owners.name, personId: owners.personId }
  const [points, tasks, requests, visits] = await Promise.all([
    pointIds.length === 0
      ? []
      : tx
          .select()
          .from(recommendations)
          .where(and(eq(recommendations.councilId, councilId), inArray(recommendations.id, pointIds))),
    taskIds.length === 0
      ? []
      : tx
          .select({ action: actions, point: recommendations })
          .from(actions)
          .innerJoin(
            recommendations,
            and(eq(recommendations.councilId, actions.councilId), eq(recommendations.id, actions.recommendationId)),
          )
          .where(and(eq(actions.councilId, councilId), inArray(actions.id, taskIds))),
    requestIds.length === 0
      ? []
      : tx
          .select({ request: documentRequests, owner: ownerColumns })
          .from(documentRequests)
          .leftJoin(
            owners,
            and(eq(owners.councilId, documentRequests.councilId), eq(owners.id, documentRequests.ownerId)),
          )
          .where(and(eq(documentRequests.councilId, councilId), inArray(documentRequests.id, requestIds))),
    reviewIds.length === 0
      ? []
      : tx
          .select()
          .from(reviews)
          .where(and(eq(reviews.councilId, councilId), inArray(reviews.id, reviewIds))),
  ])
  const allPoints = [...new Set([...pointIds, ...tasks.map(({ point }) => point.id)])]
  const [pointOwners, taskOwners, said] = await Promise.all([
    allPoints.length === 0
      ? []
      : tx
          .select({
            itemId: recommendationOwners.recommendationId,
            answering: recommendationOwners.answering,
            ...ownerColumns,
          })
          .from(recommendationOwners)
          .innerJoin(
            owners,
            and(eq(owners.councilId, recommendationOwners.councilId), eq(owners.id, recommendationOwners.ownerId)),
          )
          .where(
            and(
              eq(recommendationOwners.councilId, councilId),
              inArray(recommendationOwners.recommendationId, allPoints),
            ),
          )
          .orderBy(desc(recommendationOwners.answering), asc(recommendationOwners.position)),
    taskIds.length === 0
      ? []
      : tx
          .select({ itemId: actionOwners.actionId, position: actionOwners.position, ...ownerColumns })
          .from(actionOwners)
          .innerJoin(owners, and(eq(owners.councilId, actionOwners.councilId), eq(owners.id, actionOwners.ownerId)))
          .where(and(eq(actionOwners.councilId, councilId), inArray(actionOwners.actionId, taskIds)))
          .orderBy(asc(actionOwners.position)),
    allPoints.length === 0
      ? []
      : tx
          .select({ update: progressUpdates, by: people.name })
          .from(progressUpdates)
          .leftJoin(
            people,
            and(eq(people.councilId, progressUpdates.councilId), eq(people.id, progressUpdates.personId)),
          )
          .where(
            and(
              eq(progressUpdates.councilId, councilId),
              inArray(progressUpdates.recommendationId, allPoints),
              ne(progressUpdates.answer, 'undone'),
              sql`not exists (select 1 from ${progressUpdates} as u where u.council_id = ${councilId}
                and u.recommendation_id = ${progressUpdates.recommendationId}
                and u.corrects_id = ${progressUpdates.id} and u.answer = 'undone')`,
            ),
          )
          .orderBy(desc(progressUpdates.asAt), desc(progressUpdates.recordedAt)),
  ])
  const found = new Map<string, AskedItem>()
  const add = (item: AskedItem) => found.set(`${item.kind} ${item.id}`, item)
  const saidOf = new Map<string, (typeof said)[number][]>()
  for (const row of said) {
    const its = saidOf.get(row.update.recommendationId)
    if (its) its.push(row)
    else saidOf.set(row.update.recommendationId, [row])
  }
  const lastOf = (pointId: string, actionId: string | null) => {
    const its = (saidOf.get(pointId) ?? []).filter(
      ({ update }) => actionId === null || update.actionId === null || update.actionId === actionId,
    )
    const worded = its.find(({ update }) => update.evidence.trim() !== '')
    const firstChange = its.findIndex(({ update }) => update.answer !== 'no-change')
    return {
      lastWords: worded?.update.evidence ?? null,
      lastAnswerOn: worded?.update.asAt ?? its[0]?.update.asAt ?? null,
      lastBy: worded?.by ?? null,
      noChangeInARow: firstChange < 0 ? its.length : firstChange,
    }
  }
  const ownersOf = (pointId: string): StandingOwner[] => {
    const its = pointOwners.filter(({ itemId }) => itemId === pointId)
    return its.map(({ id, name, personId }, at) => ({ id, name, personId, answering: at === 0 }))
  }
  for (const point of points)
    add({
      kind: 'recommendation',
      id: point.id,
      recommendationId: point.id,
      title: pointTitle(point),
      dueOn: point.dueOn,
      open: point.state === 'open' && point.category !== 1,
      owners: ownersOf(point.id),
      ...lastOf(point.id, null),
    })
  for (const { action, point } of tasks) {
    const own = taskOwners.filter(({ itemId }) => itemId === action.id)
    add({
      kind: 'action',
      id: action.id,
      recommendationId: point.id,
      title: taskTitle({ number: action.number, text: action.text, pointKind: point.kind, pointNumber: point.number }),
      dueOn: action.dueOn,
      open: point.state === 'open' && point.category !== 1 && !isFinished(action.state),
      owners:
        own.length === 0
          ? ownersOf(point.id)
          : own.map(({ id, name, personId }, at) => ({ id, name, personId, answering: at === 0 })),
      ...lastOf(point.id, action.id),
    })
  }
  for (const { request, owner } of requests)
    add({
      kind: 'request',
      id: request.id,
      recommendationId: null,
      title: requestTitle(request),
      dueOn: request.dueOn,
      open: !isRequestAnswered(request.state),
      owners: owner === null ? [] : [{ ...owner, answering: true }],
      ...none,
      lastWords: request.words,
      lastAnswerOn: request.answeredOn,
    })
  for (const review of visits)
    add({
      kind: 'visit',
      id: review.id,
      recommendationId: null,
      title: visitTitle,
      dueOn: review.agreedFrom,
      open: review.state === 'agreed' && review.agreedFrom !== null,
      owners: [],
      ...none,
    })
  return found
}
