/** Whose an item is, when it changes hands from the link of a mail. */
import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm'
import type { CouncilScope, Tx } from '../in-council'
import { actionOwners, documentRequests, owners, people, recommendationOwners } from '../schema'

/** The one person who goes by this address or this whole name; null where there is none, or more than one. */
export async function findPersonCalled(scope: CouncilScope, tx: Tx, nameOrEmail: string) {
  const called = nameOrEmail.trim().replace(/\s+/g, ' ').toLowerCase()
  const found = await tx
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(
      and(
        eq(people.councilId, scope.councilId),
        isNull(people.disabledAt),
        or(eq(people.email, called), sql`lower(${people.name}) = ${called}`),
      ),
    )
    .orderBy(desc(sql`${people.email} = ${called}`))
    .limit(2)
  const [first, second] = found
  return first !== undefined && (second === undefined || first.email === called) ? first : null
}

/** The first lead: who is told. */
export async function findLead(scope: CouncilScope, tx: Tx) {
  const [lead] = await tx
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(and(eq(people.councilId, scope.councilId), eq(people.role, 'lead'), isNull(people.disabledAt)))
    .orderBy(asc(people.createdAt), asc(people.id))
    .limit(1)
  return lead ?? null
}

/** As an owner: the person's own, or a name that is nobody yet. */
export async function ownerFor(
  scope: CouncilScope,
  tx: Tx,
  of: { personId: string; name: string } | { personId: null; name: string },
): Promise<string> {
  const { councilId } = scope
  const own =
    of.personId === null
      ? and(eq(owners.kind, 'name'), eq(owners.name, of.name))
      : and(eq(owners.kind, 'person'), eq(owners.personId, of.personId))
  const find = () =>
    tx
      .select({ id: owners.id })
      .from(owners)
      .where(and(eq(owners.councilId, councilId), own))
  const [there] = await find()
  if (there) return there.id
  await tx
    .insert(owners)
    .values({ councilId, kind: of.personId === null ? 'name' : 'person', name: of.name, personId: of.personId })
    .onConflictDoNothing()
  const [made] = await find()
  if (made) return made.id
  // Two people of one name: each is an owner, told apart by the address.
  const [second] = await tx
    .insert(owners)
    .values({ councilId, kind: 'person', name: `${of.name} (${of.personId})`, personId: of.personId })
    .returning({ id: owners.id })
  return second!.id
}

export type HandedItem =
  { kind: 'recommendation'; id: string } | { kind: 'action'; id: string } | { kind: 'request'; id: string }

/** The other owners stay; the new one stands where the old one stood, and is asked if the old one was. */
export async function replaceOwner(
  scope: CouncilScope,
  tx: Tx,
  item: HandedItem,
  { from, to }: { from: string | null; to: string },
): Promise<void> {
  const { councilId } = scope
  if (item.kind === 'request') {
    await tx
      .update(documentRequests)
      .set({ ownerId: to })
      .where(and(eq(documentRequests.councilId, councilId), eq(documentRequests.id, item.id)))
    return
  }
  if (item.kind === 'action') {
    const of = and(eq(actionOwners.councilId, councilId), eq(actionOwners.actionId, item.id))
    const rows = await tx.select().from(actionOwners).where(of)
    const old = rows.find(({ ownerId }) => ownerId === from)
    if (old) await tx.delete(actionOwners).where(and(of, eq(actionOwners.ownerId, old.ownerId)))
    const position = old?.position ?? 0
    if (!rows.some(({ ownerId }) => ownerId === to))
      await tx.insert(actionOwners).values({ councilId, actionId: item.id, ownerId: to, position })
    return
  }
  const of = and(eq(recommendationOwners.councilId, councilId), eq(recommendationOwners.recommendationId, item.id))
  const rows = await tx.select().from(recommendationOwners).where(of)
  const old = rows.find(({ ownerId }) => ownerId === from)
  const answering = old?.answering ?? !rows.some((row) => row.answering)
  if (old) await tx.delete(recommendationOwners).where(and(of, eq(recommendationOwners.ownerId, old.ownerId)))
  if (rows.some(({ ownerId }) => ownerId === to)) {
    if (answering)
      await tx
        .update(recommendationOwners)
        .set({ answering: true })
        .where(and(of, eq(recommendationOwners.ownerId, to)))
    return
  }
  await tx
    .insert(recommendationOwners)
    .values({ councilId, recommendationId: item.id, ownerId: to, position: old?.position ?? rows.length, answering })
}
