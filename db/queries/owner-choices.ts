/** Who a request or an element can be given to: people, teams, and names that a document gave. */
import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import type { CouncilScope, Tx } from '../in-council'
import { owners, people } from '../schema'

export type OwnerChoice = { value: string; label: string }

/** People first, each once, whether they own anything yet or not; councillors are given nothing to do. */
export async function listOwnerChoices(scope: CouncilScope, tx: Tx): Promise<OwnerChoice[]> {
  const [persons, others] = await Promise.all([
    tx
      .select({ id: people.id, name: people.name, post: people.post })
      .from(people)
      .where(and(eq(people.councilId, scope.councilId), isNull(people.disabledAt), ne(people.role, 'member')))
      .orderBy(asc(sql`lower(${people.name})`))
      .limit(2_000),
    tx
      .select({ id: owners.id, name: owners.name, kind: owners.kind })
      .from(owners)
      .where(and(eq(owners.councilId, scope.councilId), ne(owners.kind, 'person')))
      .orderBy(asc(owners.kind), asc(sql`lower(${owners.name})`))
      .limit(2_000),
  ])
  return [
    ...persons.map(({ id, name, post }) => ({ value: `person:${id}`, label: post ? `${name}, ${post}` : name })),
    ...others.map(({ id, name, kind }) => ({
      value: `owner:${id}`,
      label: kind === 'team' ? `${name} (team)` : `${name} (nobody yet)`,
    })),
  ]
}

/** How an owner stands in that list. */
export async function choiceOfOwner(scope: CouncilScope, tx: Tx, ownerId: string | null): Promise<string> {
  if (ownerId === null) return ''
  const [row] = await tx
    .select({ personId: owners.personId, kind: owners.kind })
    .from(owners)
    .where(and(eq(owners.councilId, scope.councilId), eq(owners.id, ownerId)))
  return row?.kind === 'person' ? `person:${row.personId}` : `owner:${ownerId}`
}

/** The owner a choice stands for; a person who owned nothing so far becomes one. Null where there is no such choice. */
export async function ownerOfChoice(scope: CouncilScope, tx: Tx, choice: string): Promise<string | null> {
  const [, kind, id] = /^(person|owner):([0-9a-f-]{36})$/.exec(choice) ?? []
  if (id === undefined) return null
  if (kind === 'person') return ownerOfPerson(scope, tx, id)
  const [row] = await tx
    .select({ id: owners.id })
    .from(owners)
    .where(and(eq(owners.councilId, scope.councilId), eq(owners.id, id)))
  return row?.id ?? null
}

export async function ownerOfPerson(scope: CouncilScope, tx: Tx, personId: string): Promise<string | null> {
  const [person] = await tx
    .select({ name: people.name, email: people.email, ownerId: owners.id })
    .from(people)
    .leftJoin(
      owners,
      and(eq(owners.councilId, people.councilId), eq(owners.personId, people.id), eq(owners.kind, 'person')),
    )
    .where(and(eq(people.councilId, scope.councilId), eq(people.id, personId)))
  if (!person) return null
  if (person.ownerId !== null) return person.ownerId
  // Two people may have one name; an owner's name is unique among the persons of a council.
  for (const name of [person.name, `${person.name} (${person.email})`]) {
    const [made] = await tx
      .insert(owners)
      .values({ councilId: scope.councilId, kind: 'person', name, personId })
      .onConflictDoNothing()
      .returning({ id: owners.id })
    if (made) return made.id
  }
  throw new Error('No owner could be made for this person.')
}
