/** Proposed actions: with every date they ever had. */
import { and, eq, max, sql } from 'drizzle-orm'
import type { ActionState } from '~/domain/action'
import { dueDay, type CompletionDate } from '~/domain/completion-date'
import type { Revision } from '~/domain/date-revision'
import type { IsoDate } from '~/domain/dates'
import type { CouncilScope, Tx } from '../in-council'
import { actionDates, actionOwners, actions } from '../schema'
import { completionColumnsOf } from './recommendations'

/** Of this recommendation; null where it has no such action. */
export async function getActionOf(scope: CouncilScope, tx: Tx, recommendationId: string, id: string) {
  const [row] = await tx
    .select()
    .from(actions)
    .where(
      and(eq(actions.councilId, scope.councilId), eq(actions.recommendationId, recommendationId), eq(actions.id, id)),
    )
  return row ?? null
}

export type NewAction = {
  recommendationId: string
  number: string
  text: string
  completion: CompletionDate | null
  ownerIds: readonly string[]
}

/** Not started, after the others of its recommendation, with its original date. */
export async function insertAction(scope: CouncilScope, tx: Tx, action: NewAction, today: IsoDate): Promise<string> {
  const { recommendationId, number, text, completion, ownerIds } = action
  const [last] = await tx
    .select({ position: max(actions.position) })
    .from(actions)
    .where(and(eq(actions.councilId, scope.councilId), eq(actions.recommendationId, recommendationId)))
  const date = { ...completionColumnsOf(completion), dueOn: dueDay(completion, today) }
  const [row] = await tx
    .insert(actions)
    .values({
      councilId: scope.councilId,
      recommendationId,
      number,
      position: (last?.position ?? -1) + 1,
      text,
      state: 'not-started',
      ...date,
    })
    .returning({ id: actions.id })
  const id = row!.id
  const recordedBy = scope.actor.kind === 'person' ? scope.actor.personId : null
  await tx
    .insert(actionDates)
    .values({ councilId: scope.councilId, actionId: id, sequence: 0, kind: 'original', ...date, recordedBy })
  await replaceActionOwners(scope, tx, id, ownerIds)
  return id
}

export async function replaceActionOwners(
  scope: CouncilScope,
  tx: Tx,
  actionId: string,
  ownerIds: readonly string[],
): Promise<void> {
  await tx
    .delete(actionOwners)
    .where(and(eq(actionOwners.councilId, scope.councilId), eq(actionOwners.actionId, actionId)))
  if (ownerIds.length === 0) return
  await tx
    .insert(actionOwners)
    .values(ownerIds.map((ownerId, position) => ({ councilId: scope.councilId, actionId, ownerId, position })))
}

type ActionChange = {
  number?: string
  text?: string
  state?: ActionState
  stateReason?: string | null
  doneOn?: IsoDate | null
  doneFor?: IsoDate | null
  dueOn?: IsoDate | null
}

export async function updateAction(scope: CouncilScope, tx: Tx, id: string, change: ActionChange): Promise<void> {
  await tx
    .update(actions)
    .set(change)
    .where(and(eq(actions.councilId, scope.councilId), eq(actions.id, id)))
}

/** Adds to the dates it had; from now on it is due by the new one. */
export async function reviseActionDate(
  scope: CouncilScope,
  tx: Tx,
  action: { id: string; doneFor: IsoDate | null },
  revision: Revision,
  today: IsoDate,
): Promise<void> {
  const date = {
    ...completionColumnsOf(revision.later),
    dueOn: dueDay(revision.later, today, revision.later.kind === 'recurring' ? action.doneFor : null),
  }
  const recordedBy = scope.actor.kind === 'person' ? scope.actor.personId : null
  await tx.insert(actionDates).values({
    councilId: scope.councilId,
    actionId: action.id,
    sequence: sql`(select coalesce(max(d.sequence), -1) + 1 from action_dates d
      where d.council_id = ${scope.councilId} and d.action_id = ${action.id})` as unknown as number,
    kind: revision.kind,
    ...date,
    reason: revision.reason,
    agreedBy: revision.agreedBy,
    minute: revision.minute,
    recordedBy,
  })
  await tx
    .update(actions)
    .set(date)
    .where(and(eq(actions.councilId, scope.councilId), eq(actions.id, action.id)))
}
