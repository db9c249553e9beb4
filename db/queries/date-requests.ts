/** New dates that were asked for: the lead decides. */
import type { CouncilScope, Tx } from '../in-council'
import { dateRequests } from '../schema'

export async function insertDateRequest(
  scope: CouncilScope,
  tx: Tx,
  request: { recommendationId: string; askedFor: string; reason: string; askedBy: string },
): Promise<void> {
  await tx.insert(dateRequests).values({ ...request, councilId: scope.councilId })
}
