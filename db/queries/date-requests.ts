/** New dates that were asked for: the lead decides. */
import { and, eq } from 'drizzle-orm'
import type { CouncilScope, Tx } from '../in-council'
import { dateRequests, people } from '../schema'

export async function insertDateRequest(
  scope: CouncilScope,
  tx: Tx,
  request: { recommendationId: string; askedFor: string; reason: string; askedBy: string },
): Promise<void> {
  await tx.insert(dateRequests).values({ ...request, councilId: scope.councilId })
}

/** For a decision: of two that come at once the second waits, and then finds it decided. */
export async function lockDateRequest(scope: CouncilScope, tx: Tx, id: string) {
  const [row] = await tx
    .select()
    .from(dateRequests)
    .where(and(eq(dateRequests.councilId, scope.councilId), eq(dateRequests.id, id)))
    .for('update')
  return row ?? null
}

export async function getDateRequest(scope: CouncilScope, tx: Tx, id: string) {
  const [row] = await tx
    .select({ request: dateRequests, askedBy: people.name })
    .from(dateRequests)
    .leftJoin(people, and(eq(people.councilId, dateRequests.councilId), eq(people.id, dateRequests.askedBy)))
    .where(and(eq(dateRequests.councilId, scope.councilId), eq(dateRequests.id, id)))
  return row ?? null
}

export type RequestDecision = {
  state: 'agreed' | 'refused'
  decidedBy: string | null
  decidedAt: Date
  decidedWhy: string | null
}

export async function decideDateRequestRow(
  scope: CouncilScope,
  tx: Tx,
  id: string,
  decision: RequestDecision,
): Promise<void> {
  await tx
    .update(dateRequests)
    .set(decision)
    .where(and(eq(dateRequests.councilId, scope.councilId), eq(dateRequests.id, id)))
}

/** Of a recommendation that is closed: nothing is left to move. Returns the dates that had been asked for. */
export async function refuseOpenDateRequests(
  scope: CouncilScope,
  tx: Tx,
  recommendationId: string,
  decision: Omit<RequestDecision, 'state'>,
): Promise<string[]> {
  const rows = await tx
    .update(dateRequests)
    .set({ ...decision, state: 'refused' })
    .where(
      and(
        eq(dateRequests.councilId, scope.councilId),
        eq(dateRequests.recommendationId, recommendationId),
        eq(dateRequests.state, 'open'),
      ),
    )
    .returning({ askedFor: dateRequests.askedFor })
  return rows.map(({ askedFor }) => askedFor)
}
