/** What the link of a mail writes beside the progress update itself. */
import { and, eq } from 'drizzle-orm'
import type { ActionState } from '~/domain/action'
import type { IsoDate } from '~/domain/dates'
import { dueDay } from '~/domain/completion-date'
import type { CouncilScope, Tx } from '../in-council'
import { actions, dateRequests, documentRequests, progressUpdates } from '../schema'
import { completionOf } from './recommendations'

export async function getActionOf(scope: CouncilScope, tx: Tx, id: string) {
  const [action] = await tx
    .select()
    .from(actions)
    .where(and(eq(actions.councilId, scope.councilId), eq(actions.id, id)))
  return action ?? null
}

/** With the due day that follows: a recurring action is due at its next occurrence. */
export async function setActionState(
  scope: CouncilScope,
  tx: Tx,
  action: typeof actions.$inferSelect,
  to: { state: ActionState; doneOn: IsoDate | null; doneFor: IsoDate | null },
  today: IsoDate,
): Promise<void> {
  const doneFor = to.doneFor ?? action.doneFor
  await tx
    .update(actions)
    .set({ state: to.state, doneOn: to.doneOn, doneFor, dueOn: dueDay(completionOf(action), today, doneFor) })
    .where(and(eq(actions.councilId, scope.councilId), eq(actions.id, action.id)))
}

export async function setRequestWords(
  scope: CouncilScope,
  tx: Tx,
  id: string,
  said: { words?: string; answeredOn: IsoDate },
): Promise<void> {
  await tx
    .update(documentRequests)
    .set(said)
    .where(and(eq(documentRequests.councilId, scope.councilId), eq(documentRequests.id, id)))
}

export async function getProgressUpdate(scope: CouncilScope, tx: Tx, id: string) {
  const [update] = await tx
    .select()
    .from(progressUpdates)
    .where(and(eq(progressUpdates.councilId, scope.councilId), eq(progressUpdates.id, id)))
  return update ?? null
}

/** What one link recorded. */
export async function getUpdateByLink(scope: CouncilScope, tx: Tx, linkId: string) {
  const [update] = await tx
    .select()
    .from(progressUpdates)
    .where(and(eq(progressUpdates.councilId, scope.councilId), eq(progressUpdates.linkId, linkId)))
    .limit(1)
  return update ?? null
}

/** Takes back a date that was asked for; one that was decided meanwhile stays. */
export async function withdrawDateRequest(
  scope: CouncilScope,
  tx: Tx,
  { recommendationId, askedBy, now }: { recommendationId: string; askedBy: string; now: Date },
): Promise<void> {
  await tx
    .update(dateRequests)
    .set({ state: 'refused', decidedAt: now, decidedWhy: 'Taken back by who asked for it' })
    .where(
      and(
        eq(dateRequests.councilId, scope.councilId),
        eq(dateRequests.recommendationId, recommendationId),
        eq(dateRequests.askedBy, askedBy),
        eq(dateRequests.state, 'open'),
      ),
    )
}
