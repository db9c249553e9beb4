/** Owners: people, teams, and names that are nobody yet. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { CouncilScope, Tx } from '../in-council'
import { owners, people, recommendationOwners } from '../schema'

export async function getOwner(scope: CouncilScope, tx: Tx, id: string) {
  const [row] = await tx
    .select()
    .from(owners)
    .where(and(eq(owners.councilId, scope.councilId), eq(owners.id, id)))
  return row ?? null
}

export const listOwnersById = (scope: CouncilScope, tx: Tx, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .select()
        .from(owners)
        .where(and(eq(owners.councilId, scope.councilId), inArray(owners.id, [...ids])))

export const listTeams = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({ id: owners.id, name: owners.name })
    .from(owners)
    .where(and(eq(owners.councilId, scope.councilId), eq(owners.kind, 'team')))
    .orderBy(asc(sql`lower(${owners.name})`))
    .limit(1000)

/** The owner that a person is, made where there is none yet. Null where there is no such person, or one who has left. */
export async function ownerOfPerson(scope: CouncilScope, tx: Tx, personId: string): Promise<string | null> {
  const [person] = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.councilId, scope.councilId), eq(people.id, personId), sql`${people.disabledAt} is null`))
  if (!person) return null
  const [made] = await tx
    .insert(owners)
    .values({ councilId: scope.councilId, kind: 'person', name: await freeNameOf(scope, tx, person), personId })
    .onConflictDoNothing()
    .returning({ id: owners.id })
  if (made) return made.id
  const [there] = await tx
    .select({ id: owners.id })
    .from(owners)
    .where(and(eq(owners.councilId, scope.councilId), eq(owners.kind, 'person'), eq(owners.personId, personId)))
  return there?.id ?? null
}

/** Two people may have one name; two owners may not, or nobody could choose between them. */
async function freeNameOf(scope: CouncilScope, tx: Tx, person: { id: string; name: string }): Promise<string> {
  const [taken] = await tx
    .select({ personId: owners.personId })
    .from(owners)
    .where(and(eq(owners.councilId, scope.councilId), eq(owners.kind, 'person'), eq(owners.name, person.name)))
  if (!taken || taken.personId === person.id) return person.name
  const [post] = await tx
    .select({ post: people.post, email: people.email })
    .from(people)
    .where(and(eq(people.councilId, scope.councilId), eq(people.id, person.id)))
  return `${person.name} (${post?.post ?? post?.email})`
}

/** The name as somebody wrote it, made where no document had it. */
export async function ownerOfName(scope: CouncilScope, tx: Tx, name: string): Promise<string> {
  await tx.insert(owners).values({ councilId: scope.councilId, kind: 'name', name }).onConflictDoNothing()
  const [row] = await tx
    .select({ id: owners.id })
    .from(owners)
    .where(and(eq(owners.councilId, scope.councilId), eq(owners.kind, 'name'), eq(owners.name, name)))
  return row!.id
}

/** Null where a team has that name already. */
export async function insertTeam(
  scope: CouncilScope,
  tx: Tx,
  team: { name: string; contactId: string; mailbox: string | null },
): Promise<string | null> {
  const [row] = await tx
    .insert(owners)
    .values({
      councilId: scope.councilId,
      kind: 'team',
      name: team.name,
      personId: team.contactId,
      mailbox: team.mailbox,
    })
    .onConflictDoNothing()
    .returning({ id: owners.id })
  return row?.id ?? null
}

/** In this order; the answering one is asked, the others are told. */
export async function replaceOwnersOf(
  scope: CouncilScope,
  tx: Tx,
  recommendationId: string,
  given: { ownerIds: readonly string[]; answering: string | null },
): Promise<void> {
  await tx
    .delete(recommendationOwners)
    .where(
      and(
        eq(recommendationOwners.councilId, scope.councilId),
        eq(recommendationOwners.recommendationId, recommendationId),
      ),
    )
  if (given.ownerIds.length === 0) return
  await tx.insert(recommendationOwners).values(
    given.ownerIds.map((ownerId, position) => ({
      councilId: scope.councilId,
      recommendationId,
      ownerId,
      position,
      answering: ownerId === given.answering,
    })),
  )
}

export type NobodyYet = { id: string; name: string; recommendations: number; actions: number }

/** Names that stand on something and are nobody yet, most used first. */
export const listNamesNobodyYet = async (scope: CouncilScope, tx: Tx): Promise<NobodyYet[]> => [
  ...(await tx.execute<NobodyYet>(sql`
    select o.id, o.name,
      (select count(*)::int from recommendation_owners ro
       where ro.council_id = o.council_id and ro.owner_id = o.id) as recommendations,
      (select count(*)::int from action_owners ao
       where ao.council_id = o.council_id and ao.owner_id = o.id) as actions
    from owners o
    where o.council_id = ${scope.councilId} and o.kind = 'name' and (
      exists (select 1 from recommendation_owners ro where ro.council_id = o.council_id and ro.owner_id = o.id)
      or exists (select 1 from action_owners ao where ao.council_id = o.council_id and ao.owner_id = o.id)
      or exists (select 1 from document_requests d where d.council_id = o.council_id and d.owner_id = o.id)
      or exists (select 1 from evidence_items e where e.council_id = o.council_id and e.owner_id = o.id))
    order by recommendations desc, actions desc, lower(o.name)
    limit 1000`)),
]

/**
 * Puts one owner in the place of another, everywhere at once: on recommendations (where both stood, one is left, and it
 * answers if either did), actions, document requests and evidence. Returns the recommendations it stood on.
 */
export async function replaceOwnerEverywhere(
  scope: CouncilScope,
  tx: Tx,
  from: string,
  to: string,
): Promise<{ recommendations: string[]; changed: boolean }> {
  const council = scope.councilId
  // In one order, so that two people who resolve names at once wait for each other instead of blocking each other.
  const touched = await tx.execute<{ id: string }>(sql`
    select id from recommendations where council_id = ${council} and id in (
      select recommendation_id from recommendation_owners where council_id = ${council} and owner_id = ${from}
      union select a.recommendation_id from actions a join action_owners ao on ao.council_id = ${council} and ao.action_id = a.id
      where a.council_id = ${council} and ao.owner_id = ${from})
    order by id for update`)
  const before = await tx.execute<{ recommendation_id: string; position: number; answering: boolean }>(sql`
    delete from recommendation_owners where council_id = ${council} and owner_id = ${from}
    returning recommendation_id, position, answering`)
  for (const { recommendation_id, position, answering } of before) {
    await tx.execute(sql`
      insert into recommendation_owners (council_id, recommendation_id, owner_id, position, answering)
      values (${council}, ${recommendation_id}, ${to}, ${position}, ${answering})
      on conflict (council_id, recommendation_id, owner_id)
      do update set answering = recommendation_owners.answering or excluded.answering,
        position = least(recommendation_owners.position, excluded.position)`)
  }
  await tx.execute(sql`
    insert into action_owners (council_id, action_id, owner_id, position)
    select council_id, action_id, ${to}, position from action_owners where council_id = ${council} and owner_id = ${from}
    on conflict (council_id, action_id, owner_id) do nothing`)
  await tx.execute(sql`delete from action_owners where council_id = ${council} and owner_id = ${from}`)
  const requests = await tx.execute(
    sql`update document_requests set owner_id = ${to} where council_id = ${council} and owner_id = ${from} returning id`,
  )
  const evidence = await tx.execute(
    sql`update evidence_items set owner_id = ${to} where council_id = ${council} and owner_id = ${from} returning id`,
  )
  const recommendations = touched.map(({ id }) => id)
  return { recommendations, changed: recommendations.length + requests.length + evidence.length > 0 }
}
