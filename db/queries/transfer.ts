/** Everything that is somebody's, counted and handed to somebody else in one go. */
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Belongings } from '~/domain/belongings'
import type { CouncilScope, Tx } from '../in-council'
import { answerLinks, owners, people, services } from '../schema'
import { ownerOfPerson, replaceOwnerEverywhere } from './owners'

/** What is given to them as a person, open or closed; and whom they stand for. */
export async function countBelongings(scope: CouncilScope, tx: Tx, personId: string): Promise<Belongings> {
  const council = scope.councilId
  const [row] = await tx.execute<Belongings>(sql`
    with own as (select id from owners where council_id = ${council} and kind = 'person' and person_id = ${personId})
    select
      (select count(*)::int from recommendation_owners where council_id = ${council} and owner_id in (select id from own)) as recommendations,
      (select count(*)::int from action_owners where council_id = ${council} and owner_id in (select id from own)) as actions,
      (select count(*)::int from document_requests where council_id = ${council} and owner_id in (select id from own)) as requests,
      (select count(*)::int from evidence_items where council_id = ${council} and owner_id in (select id from own)) as evidence,
      (select count(*)::int from element_owners where council_id = ${council} and owner_id in (select id from own)) as elements,
      (select count(*)::int from owners where council_id = ${council} and kind = 'team' and person_id = ${personId}) as teams,
      (select count(*)::int from services where council_id = ${council} and head_id = ${personId}) as "servicesHeaded",
      (select count(*)::int from people where council_id = ${council} and deputy_id = ${personId} and disabled_at is null) as "deputyOf"`)
  return row!
}

/**
 * Puts one person in another's place: as owner, as the one who answers, as a team's contact, as head of service and as
 * deputy. Links that were mailed to the one who goes answer no more. `to` null: there is nothing to hand on but links.
 */
export async function transferEverything(
  scope: CouncilScope,
  tx: Tx,
  { from, to }: { from: string; to: string | null },
  now: Date,
): Promise<void> {
  const { councilId } = scope
  await tx
    .update(answerLinks)
    .set({ revokedAt: now, revokedWhy: 'The person it was sent to has left.' })
    .where(and(eq(answerLinks.councilId, councilId), eq(answerLinks.personId, from), isNull(answerLinks.revokedAt)))
  if (to === null) return
  const [own] = await tx
    .select({ id: owners.id })
    .from(owners)
    .where(and(eq(owners.councilId, councilId), eq(owners.kind, 'person'), eq(owners.personId, from)))
  if (own) {
    const target = (await ownerOfPerson(scope, tx, to))!
    await replaceOwnerEverywhere(scope, tx, own.id, target)
    await moveElements(scope, tx, own.id, target)
  }
  await tx
    .update(owners)
    .set({ personId: to })
    .where(and(eq(owners.councilId, councilId), eq(owners.kind, 'team'), eq(owners.personId, from)))
  await tx
    .update(services)
    .set({ headId: to })
    .where(and(eq(services.councilId, councilId), eq(services.headId, from)))
  // Nobody stands in for themselves.
  await tx
    .update(people)
    .set({ deputyId: sql`case when ${people.id} = ${to} then null else ${to}::uuid end` })
    .where(and(eq(people.councilId, councilId), eq(people.deputyId, from)))
}

async function moveElements(scope: CouncilScope, tx: Tx, from: string, to: string): Promise<void> {
  await tx.execute(sql`
    update element_owners set owner_id = ${to} where council_id = ${scope.councilId} and owner_id = ${from}`)
}
