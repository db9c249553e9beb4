/** People of a council: the membership, by id. Who signs in is a user; one address is one user in however many
 * councils. */
import { randomUUID } from 'node:crypto'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { OwnChoices, PersonFacts } from '~/domain/person'
import type { CouncilScope, Tx } from '../in-council'
import { owners, people, services, sessions, users } from '../schema'

export async function getPerson(scope: CouncilScope, tx: Tx, id: string) {
  const [person] = await tx
    .select()
    .from(people)
    .where(and(eq(people.councilId, scope.councilId), eq(people.id, id)))
  return person ?? null
}

/** For a change: of two at once the second waits and sees what the first did. */
export async function lockPerson(scope: CouncilScope, tx: Tx, id: string) {
  const [person] = await tx
    .select()
    .from(people)
    .where(and(eq(people.councilId, scope.councilId), eq(people.id, id)))
    .for('update')
  return person ?? null
}

/** Everybody, those who have left too, by name. */
export const listPeople = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({ person: people, service: services.name })
    .from(people)
    .leftJoin(services, and(eq(services.councilId, people.councilId), eq(services.id, people.serviceId)))
    .where(eq(people.councilId, scope.councilId))
    .orderBy(asc(sql`lower(${people.name})`), asc(people.id))
    .limit(5000)

/** Held to the end of the transaction, so that two administrators cannot put each other out at once. */
export const lockAdministrators = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.councilId, scope.councilId), eq(people.role, 'administrator'), isNull(people.disabledAt)))
    .orderBy(asc(people.id))
    .for('update')

/** The user of an address, made where there is none yet. */
export async function userOfAddress(tx: Tx, email: string, name: string): Promise<string> {
  await tx.insert(users).values({ id: randomUUID(), name, email }).onConflictDoNothing()
  const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email))
  return user!.id
}

/** Null where somebody here has that address already. */
export async function insertPerson(scope: CouncilScope, tx: Tx, facts: PersonFacts): Promise<string | null> {
  const userId = await userOfAddress(tx, facts.email, facts.name)
  const [made] = await tx
    .insert(people)
    .values({ ...facts, councilId: scope.councilId, userId })
    .onConflictDoNothing()
    .returning({ id: people.id })
  return made?.id ?? null
}

export async function isAddressTaken(scope: CouncilScope, tx: Tx, email: string, exceptId: string): Promise<boolean> {
  const [other] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.councilId, scope.councilId), eq(people.email, email), sql`${people.id} <> ${exceptId}`))
  return other !== undefined
}

/** With another address somebody is another user: their sessions under the old one end with it. */
export async function updatePerson(scope: CouncilScope, tx: Tx, id: string, facts: PersonFacts): Promise<void> {
  const userId = await userOfAddress(tx, facts.email, facts.name)
  await tx
    .update(people)
    .set({ ...facts, userId })
    .where(and(eq(people.councilId, scope.councilId), eq(people.id, id)))
}

export async function setDisabled(scope: CouncilScope, tx: Tx, id: string, at: Date | null): Promise<void> {
  await tx
    .update(people)
    .set({ disabledAt: at })
    .where(and(eq(people.councilId, scope.councilId), eq(people.id, id)))
  if (at !== null) await tx.delete(sessions).where(eq(sessions.personId, id))
}

/** A person who changed their name owns things under the new one; where another owner has it, the old one stays. */
export async function renameOwner(scope: CouncilScope, tx: Tx, personId: string, name: string): Promise<void> {
  await tx
    .update(owners)
    .set({ name })
    .where(
      and(
        eq(owners.councilId, scope.councilId),
        eq(owners.kind, 'person'),
        eq(owners.personId, personId),
        sql`not exists (select 1 from owners o where o.council_id = ${scope.councilId} and o.kind = 'person'
          and o.name = ${name})`,
      ),
    )
}

export async function updateChoices(scope: CouncilScope, tx: Tx, id: string, choices: OwnChoices): Promise<void> {
  await tx
    .update(people)
    .set(choices)
    .where(and(eq(people.councilId, scope.councilId), eq(people.id, id)))
}
