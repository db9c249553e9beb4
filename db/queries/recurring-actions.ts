/** A recurring action is due at its next occurrence, and its due day is kept beside it: once a day it is moved on. */
import { and, eq, inArray, isNull, lt } from 'drizzle-orm'
import { dueDay } from '~/domain/completion-date'
import type { IsoDate } from '~/domain/dates'
import type { CouncilScope, Tx } from '../in-council'
import { actions } from '../schema'
import { completionOf, refreshRecommendation } from './recommendations'

/** Those that were done for an occurrence stay due for the one after it, however late that becomes. */
export async function moveRecurringActionsOn(scope: CouncilScope, tx: Tx, today: IsoDate): Promise<void> {
  const passed = await tx
    .select()
    .from(actions)
    .where(
      and(
        eq(actions.councilId, scope.councilId),
        eq(actions.completionKind, 'recurring'),
        isNull(actions.doneFor),
        inArray(actions.state, ['not-started', 'under-way']),
        lt(actions.dueOn, today),
      ),
    )
  for (const action of passed) {
    await tx
      .update(actions)
      .set({ dueOn: dueDay(completionOf(action), today) })
      .where(and(eq(actions.councilId, scope.councilId), eq(actions.id, action.id)))
  }
  for (const id of new Set(passed.map(({ recommendationId }) => recommendationId)))
    await refreshRecommendation(scope, tx, id, today)
}
