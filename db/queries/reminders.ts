/** What a day's reminders are planned from: a handful of reads for a whole council, however many items are open. */
import { and, asc, eq, exists, gte, inArray, isNotNull, isNull, lte, max, ne, or, sql, type SQL } from 'drizzle-orm'
import { todayInLondon } from '~/domain/london-time'
import type { IsoDate } from '~/domain/dates'
import { RECOMMENDATION_KIND_LABELS, type RecommendationKind } from '~/domain/recommendation'
import type { ReminderPerson } from '~/domain/reminder-people'
import type { LeadDate, ReminderItem } from '~/domain/reminder-schedule'
import type { CouncilScope, Tx } from '../in-council'
import {
  actionOwners,
  actions,
  councils,
  documentRequests,
  owners,
  people,
  progressUpdates,
  recommendationOwners,
  recommendations,
  reviews,
  services,
} from '../schema'

export async function markRemindersPlanned(scope: CouncilScope, tx: Tx, day: IsoDate): Promise<void> {
  const planned = sql`greatest(${councils.remindersPlannedOn}, ${day}::date)`
  await tx.update(councils).set({ remindersPlannedOn: planned }).where(eq(councils.id, scope.councilId))
}

export type Reminded = ReminderPerson & { email: string; role: (typeof people.$inferSelect)['role'] }

/** Everybody who can be reached; the first lead by name's age is the one who hears of what nobody answers. */
export async function listReminded(
  scope: CouncilScope,
  tx: Tx,
): Promise<{ people: Reminded[]; leadId: string | null }> {
  const [rows, tree] = await Promise.all([
    tx
      .select()
      .from(people)
      .where(and(eq(people.councilId, scope.councilId), isNull(people.disabledAt)))
      .orderBy(asc(people.createdAt), asc(people.id)),
    tx
      .select({ id: services.id, parentId: services.parentId, headId: services.headId })
      .from(services)
      .where(eq(services.councilId, scope.councilId)),
  ])
  const byId = new Map(tree.map((service) => [service.id, service]))
  const headAbove = (personId: string, serviceId: string | null): string | null => {
    const seen = new Set<string>()
    for (let id = serviceId; id !== null && !seen.has(id); id = byId.get(id)?.parentId ?? null) {
      seen.add(id)
      const headId = byId.get(id)?.headId
      if (headId != null && headId !== personId) return headId
    }
    return null
  }
  const lead = rows.find(({ role }) => role === 'lead') ?? rows.find(({ role }) => role === 'administrator')
  return {
    leadId: lead?.id ?? null,
    people: rows.map((row) => ({
      id: row.id,
      name: row.name,
      email: row.email,
      role: row.role,
      frequency: row.mailFrequency,
      deputyId: row.deputyId,
      headOfServiceId: headAbove(row.id, row.serviceId),
      leave: row.awayFrom && row.awayUntil ? [{ from: row.awayFrom, to: row.awayUntil }] : [],
    })),
  }
}

/** Those of them who are still in the plan, by id. */
export async function listActivePeople(scope: CouncilScope, tx: Tx, ids: readonly string[]) {
  const rows =
    ids.length === 0
      ? []
      : await tx
          .select({ id: people.id, name: people.name, email: people.email })
          .from(people)
          .where(and(eq(people.councilId, scope.councilId), inArray(people.id, [...ids]), isNull(people.disabledAt)))
  return new Map(rows.map((row) => [row.id, row]))
}
export type ActivePerson = { id: string; name: string; email: string }

/** `ownerId` is whose it is in the plan; the people of the item are those who stand behind the owners. */
export type OpenItem = ReminderItem & { ownerId: string | null }

const stillOpen = () =>
  and(eq(recommendations.state, 'open'), or(isNull(recommendations.category), ne(recommendations.category, 1)))

/** Open points with a due day up to `until`: recommendations, those of their actions that fall due on another day or
 * are somebody else's, and requests that are not answered. */
export async function listOpenItems(scope: CouncilScope, tx: Tx, until: IsoDate): Promise<OpenItem[]> {
  const { councilId } = scope
  const ownOwners = tx
    .select({ one: sql`1` })
    .from(actionOwners)
    .where(and(eq(actionOwners.councilId, councilId), eq(actionOwners.actionId, actions.id)))
  const actionsDue = and(
    eq(actions.councilId, councilId),
    inArray(actions.state, ['not-started', 'under-way']),
    lte(actions.dueOn, until),
    or(isNull(recommendations.dueOn), ne(actions.dueOn, recommendations.dueOn), exists(ownOwners)),
  )
  const ofOpen = and(eq(recommendations.councilId, actions.councilId), eq(recommendations.id, actions.recommendationId))
  const [points, pointOwners, tasks, taskOwners, asked] = await Promise.all([
    tx
      .select({
        id: recommendations.id,
        kind: recommendations.kind,
        number: recommendations.number,
        text: recommendations.text,
        dueOn: recommendations.dueOn,
        lastAnswerOn: recommendations.lastAnswerOn,
        createdAt: recommendations.createdAt,
      })
      .from(recommendations)
      .where(and(eq(recommendations.councilId, councilId), stillOpen(), lte(recommendations.dueOn, until))),
    ownersOf(scope, tx, and(stillOpen(), lte(recommendations.dueOn, until))),
    tx
      .select({
        id: actions.id,
        number: actions.number,
        text: actions.text,
        dueOn: actions.dueOn,
        createdAt: actions.createdAt,
        recommendationId: recommendations.id,
        pointKind: recommendations.kind,
        pointNumber: recommendations.number,
        pointDueOn: recommendations.dueOn,
      })
      .from(actions)
      .innerJoin(recommendations, ofOpen)
      .where(and(actionsDue, stillOpen())),
    tx
      .select({
        itemId: actionOwners.actionId,
        ownerId: owners.id,
        personId: owners.personId,
        position: actionOwners.position,
      })
      .from(actionOwners)
      .innerJoin(actions, and(eq(actions.councilId, actionOwners.councilId), eq(actions.id, actionOwners.actionId)))
      .innerJoin(recommendations, ofOpen)
      .innerJoin(owners, and(eq(owners.councilId, actionOwners.councilId), eq(owners.id, actionOwners.ownerId)))
      .where(and(eq(actionOwners.councilId, councilId), actionsDue))
      .orderBy(asc(actionOwners.position)),
    tx
      .select({ request: documentRequests, personId: owners.personId })
      .from(documentRequests)
      .innerJoin(
        reviews,
        and(
          eq(reviews.councilId, documentRequests.councilId),
          eq(reviews.id, documentRequests.reviewId),
          ne(reviews.state, 'held'),
        ),
      )
      .leftJoin(owners, and(eq(owners.councilId, documentRequests.councilId), eq(owners.id, documentRequests.ownerId)))
      .where(
        and(
          eq(documentRequests.councilId, councilId),
          inArray(documentRequests.state, ['asked', 'sent-back']),
          lte(documentRequests.dueOn, until),
        ),
      ),
  ])
  const pointsOfTasks = [...new Set(tasks.map(({ recommendationId }) => recommendationId))]
  const known = new Set(points.map(({ id }) => id))
  const unknown = pointsOfTasks.filter((id) => !known.has(id))
  const [said, moreOwners] = await Promise.all([
    pointsOfTasks.length === 0
      ? []
      : tx
          .select({
            recommendationId: progressUpdates.recommendationId,
            actionId: progressUpdates.actionId,
            asAt: max(progressUpdates.asAt),
          })
          .from(progressUpdates)
          .where(
            and(
              eq(progressUpdates.councilId, councilId),
              inArray(progressUpdates.recommendationId, pointsOfTasks),
              ne(progressUpdates.answer, 'undone'),
            ),
          )
          .groupBy(progressUpdates.recommendationId, progressUpdates.actionId),
    unknown.length === 0 ? [] : ownersOf(scope, tx, inArray(recommendations.id, unknown)),
  ])
  pointOwners.push(...moreOwners)
  const dayOf = dayCounter()
  const ownersOfPoint = groupedBy(pointOwners)
  const ownersOfTask = groupedBy(taskOwners)
  const answered = new Map(said.map((row) => [`${row.recommendationId} ${row.actionId ?? ''}`, row.asAt]))
  const firstOwner = (id: string) => {
    const its = ownersOfPoint.get(id) ?? []
    return its.find(({ first }) => first) ?? its[0] ?? null
  }
  const item = (
    values: Pick<ReminderItem, 'kind' | 'id' | 'title' | 'dueOn' | 'lastAnswerOn'> & { createdAt: Date },
    first: { ownerId: string; personId: string | null } | null,
    all: readonly { personId: string | null }[],
  ): OpenItem => {
    const { createdAt, ...given } = values
    const others = all.map(({ personId }) => personId).filter((id) => id !== null && id !== first?.personId)
    return {
      ...given,
      askedOn: dayOf(createdAt),
      lastWords: null,
      ownerId: first?.ownerId ?? null,
      answeringOwnerId: first?.personId ?? null,
      otherOwnerIds: [...new Set(others as string[])],
    }
  }
  return [
    ...points.map((point) =>
      item(
        { ...point, title: pointTitle(point), kind: 'recommendation' },
        firstOwner(point.id),
        ownersOfPoint.get(point.id) ?? [],
      ),
    ),
    ...tasks.flatMap((task) => {
      const point = firstOwner(task.recommendationId)
      const its = ownersOfTask.get(task.id) ?? (point === null ? [] : [point])
      const first = its[0] ?? null
      if (task.dueOn === task.pointDueOn && first?.personId === point?.personId) return []
      const ofPoint = answered.get(`${task.recommendationId} `) ?? null
      const ofTask = answered.get(`${task.recommendationId} ${task.id}`) ?? null
      const lastAnswerOn = ofPoint !== null && (ofTask === null || ofPoint > ofTask) ? ofPoint : ofTask
      return [item({ ...task, kind: 'action', title: taskTitle(task), lastAnswerOn }, first, its)]
    }),
    ...asked.map(({ request, personId }) =>
      item(
        {
          kind: 'request',
          id: request.id,
          title: requestTitle(request),
          dueOn: request.dueOn,
          lastAnswerOn: request.answeredOn,
          createdAt: request.createdAt,
        },
        request.ownerId === null ? null : { ownerId: request.ownerId, personId },
        [],
      ),
    ),
  ]
}

/** In their order; `first` is the one who answers. */
const ownersOf = ({ councilId }: CouncilScope, tx: Tx, which: SQL | undefined) =>
  tx
    .select({
      itemId: recommendationOwners.recommendationId,
      ownerId: owners.id,
      personId: owners.personId,
      first: recommendationOwners.answering,
    })
    .from(recommendationOwners)
    .innerJoin(
      recommendations,
      and(
        eq(recommendations.councilId, recommendationOwners.councilId),
        eq(recommendations.id, recommendationOwners.recommendationId),
      ),
    )
    .innerJoin(
      owners,
      and(eq(owners.councilId, recommendationOwners.councilId), eq(owners.id, recommendationOwners.ownerId)),
    )
    .where(and(eq(recommendationOwners.councilId, councilId), which))
    .orderBy(asc(recommendationOwners.position))

/** London's days begin on the hour: what was made in one hour was made on one day. */
function dayCounter(): (at: Date) => IsoDate {
  const known = new Map<number, IsoDate>()
  return (at) => {
    const hour = Math.floor(at.getTime() / 3_600_000)
    const day = known.get(hour) ?? todayInLondon(at)
    known.set(hour, day)
    return day
  }
}

type Point = { kind: RecommendationKind; number: string; text: string }
export const pointTitle = ({ kind, number, text }: Point) => `${RECOMMENDATION_KIND_LABELS[kind]} ${number}: ${text}`
export const taskTitle = (task: { number: string; text: string; pointKind: RecommendationKind; pointNumber: string }) =>
  `Action ${task.number} of ${RECOMMENDATION_KIND_LABELS[task.pointKind].toLowerCase()} ${task.pointNumber}: ${task.text}`
export const requestTitle = ({ title }: { title: string }) => `For the assessor: ${title}`

function groupedBy<T extends { itemId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.itemId)
    if (group) group.push(row)
    else groups.set(row.itemId, [row])
  }
  return groups
}

/** Visits that are agreed and to come: the lead prepares for them. */
export async function listVisitsFrom(scope: CouncilScope, tx: Tx, day: IsoDate): Promise<LeadDate[]> {
  const rows = await tx
    .select({ id: reviews.id, on: reviews.agreedFrom })
    .from(reviews)
    .where(
      and(
        eq(reviews.councilId, scope.councilId),
        eq(reviews.state, 'agreed'),
        isNotNull(reviews.agreedFrom),
        gte(reviews.agreedFrom, day),
      ),
    )
  return rows.map(({ id, on }) => ({ kind: 'visit', id, title: visitTitle, on: on! }))
}
export const visitTitle = 'The assessor’s visit'
