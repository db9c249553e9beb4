/** Writing a plan down: sources, recommendations, actions with their first date, owners by name. */
import { and, eq, max } from 'drizzle-orm'
import { dueDay, type CompletionDate } from '~/domain/completion-date'
import type { IsoDate } from '~/domain/dates'
import type { CouncilScope, Tx } from '../in-council'
import {
  actionDates,
  actionOwners,
  actions,
  owners,
  queries,
  recommendationElements,
  recommendationOwners,
  recommendations,
  sources,
} from '../schema'
import { completionColumnsOf } from './recommendations'

export async function findSourceByTitle(scope: CouncilScope, tx: Tx, title: string) {
  const [row] = await tx
    .select()
    .from(sources)
    .where(and(eq(sources.councilId, scope.councilId), eq(sources.title, title)))
  return row ?? null
}

export async function insertSource(
  scope: CouncilScope,
  tx: Tx,
  source: Omit<typeof sources.$inferInsert, 'councilId' | 'id'>,
): Promise<string> {
  const [row] = await tx
    .insert(sources)
    .values({ ...source, councilId: scope.councilId })
    .returning({ id: sources.id })
  return row!.id
}

export type NewRecommendation = Omit<typeof recommendations.$inferInsert, 'councilId' | 'id' | 'position'>

/** At the end of its source. */
export async function insertRecommendation(scope: CouncilScope, tx: Tx, given: NewRecommendation): Promise<string> {
  const [last] = await tx
    .select({ position: max(recommendations.position) })
    .from(recommendations)
    .where(and(eq(recommendations.councilId, scope.councilId), eq(recommendations.sourceId, given.sourceId)))
  const [row] = await tx
    .insert(recommendations)
    .values({ ...given, councilId: scope.councilId, position: (last?.position ?? -1) + 1 })
    .returning({ id: recommendations.id })
  return row!.id
}

export async function linkElements(scope: CouncilScope, tx: Tx, recommendationId: string, elements: readonly string[]) {
  if (elements.length === 0) return
  await tx
    .insert(recommendationElements)
    .values(elements.map((element) => ({ councilId: scope.councilId, recommendationId, element })))
    .onConflictDoNothing()
}

/** In order; the first is the answering owner where there is none yet. */
export async function addOwners(scope: CouncilScope, tx: Tx, recommendationId: string, ownerIds: readonly string[]) {
  if (ownerIds.length === 0) return
  const own = and(
    eq(recommendationOwners.councilId, scope.councilId),
    eq(recommendationOwners.recommendationId, recommendationId),
  )
  const there = await tx.select().from(recommendationOwners).where(own)
  const missing = [...new Set(ownerIds)].filter((id) => !there.some(({ ownerId }) => ownerId === id))
  if (missing.length === 0) return
  await tx.insert(recommendationOwners).values(
    missing.map((ownerId, index) => ({
      councilId: scope.councilId,
      recommendationId,
      ownerId,
      position: there.length + index,
      answering: there.length === 0 && index === 0,
    })),
  )
}

export type NewAction = {
  recommendationId: string
  number: string
  text: string
  state: typeof actions.$inferInsert.state
  stateReason: string | null
  completion: CompletionDate | null
  ownerIds: readonly string[]
}

/** At the end of its recommendation, with its first date as the original. */
export async function insertAction(scope: CouncilScope, tx: Tx, given: NewAction, today: IsoDate): Promise<string> {
  const { completion, ownerIds, ...values } = given
  const columns = { ...completionColumnsOf(completion), dueOn: dueDay(completion, today) }
  const { councilId } = scope
  const [last] = await tx
    .select({ position: max(actions.position) })
    .from(actions)
    .where(and(eq(actions.councilId, councilId), eq(actions.recommendationId, given.recommendationId)))
  const [row] = await tx
    .insert(actions)
    .values({ ...values, ...columns, councilId, position: (last?.position ?? -1) + 1 })
    .returning({ id: actions.id })
  const recordedBy = scope.actor.kind === 'person' ? scope.actor.personId : null
  await tx
    .insert(actionDates)
    .values({ councilId, actionId: row!.id, sequence: 0, kind: 'original', ...columns, recordedBy })
  if (ownerIds.length > 0) {
    await tx
      .insert(actionOwners)
      .values([...new Set(ownerIds)].map((ownerId, position) => ({ councilId, actionId: row!.id, ownerId, position })))
  }
  return row!.id
}

/** A name as a document wrote it, that is nobody yet. */
export async function insertOwnerName(scope: CouncilScope, tx: Tx, name: string): Promise<string> {
  const [row] = await tx
    .insert(owners)
    .values({ councilId: scope.councilId, kind: 'name', name })
    .returning({ id: owners.id })
  return row!.id
}

export async function insertQueries(
  scope: CouncilScope,
  tx: Tx,
  given: Omit<typeof queries.$inferInsert, 'councilId' | 'id'>[],
): Promise<void> {
  if (given.length > 0)
    await tx.insert(queries).values(given.map((query) => ({ ...query, councilId: scope.councilId })))
}
