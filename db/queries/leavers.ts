/** A person whose time is over: their name becomes their post, and where it stands in others' words is listed. */
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { CouncilScope, Tx } from '../in-council'
import { nameMentions, notices, owners, people, sessions, users } from '../schema'
import { places, type Place } from '../records/places'
import { formerAddress } from './retention'

export async function lockPerson(scope: CouncilScope, tx: Tx, id: string) {
  const [row] = await tx
    .select()
    .from(people)
    .where(and(eq(people.councilId, scope.councilId), eq(people.id, id)))
    .for('update')
  return row ?? null
}

/** As the owner: the application may not take a name out of what is kept. */
export async function takeNameOut(
  scope: CouncilScope,
  tx: Tx,
  person: { id: string; userId: string | null },
  to: string,
) {
  const own = and(eq(people.councilId, scope.councilId), eq(people.id, person.id))
  const former = formerAddress(person.id)
  await tx
    .update(people)
    .set({ name: to, email: former, userId: null, mayBeNamed: false, deputyId: null, awayFrom: null, awayUntil: null })
    .where(own)
  await tx
    .update(owners)
    .set({ name: await freeOwnerName(scope, tx, person.id, to) })
    .where(and(eq(owners.councilId, scope.councilId), eq(owners.kind, 'person'), eq(owners.personId, person.id)))
  await tx
    .update(notices)
    .set({ address: former })
    .where(and(eq(notices.councilId, scope.councilId), eq(notices.personId, person.id)))
  if (person.userId === null) return
  await tx.delete(sessions).where(eq(sessions.personId, person.id))
  const [elsewhere] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.userId, person.userId), ne(people.id, person.id)))
    .limit(1)
  if (!elsewhere) await tx.delete(users).where(eq(users.id, person.userId))
}

/** Two heads of one service, one after the other, have one post: owners are told apart by a number. */
async function freeOwnerName(scope: CouncilScope, tx: Tx, personId: string, name: string): Promise<string> {
  const taken = await tx
    .select({ name: owners.name })
    .from(owners)
    .where(
      and(
        eq(owners.councilId, scope.councilId),
        eq(owners.kind, 'person'),
        ne(owners.personId, personId),
        sql`starts_with(${owners.name}, ${name})`,
      ),
    )
  const names = new Set(taken.map((owner) => owner.name))
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name} (${number})`
    if (!names.has(free)) return free
  }
}

/** Where a council's people write freely and a word may be taken out again. */
const changeable = places.filter(({ fixed, kind }) => !fixed && kind !== 'owner')

export async function listMentions(scope: CouncilScope, tx: Tx, name: string): Promise<NewMention[]> {
  const found: NewMention[] = []
  for (const place of changeable)
    for (const column of place.words) {
      const rows = await tx.execute<{ row: string; thing: string }>(sql`
        select t.id::text as row, (${sql.raw(place.thing.id)})::text as thing from ${sql.identifier(place.table)} t
        where t.council_id = ${scope.councilId} and strpos(lower(t.${sql.identifier(column)}::text), lower(${name})) > 0
        order by t.id limit 10000`)
      for (const { row, thing } of rows)
        found.push({
          kind: place.kind,
          tableName: place.table,
          columnName: column,
          rowId: row,
          thingKind: place.thing.kind,
          thingId: thing,
        })
    }
  return found
}

type NewMention = Pick<
  typeof nameMentions.$inferInsert,
  'kind' | 'tableName' | 'columnName' | 'rowId' | 'thingKind' | 'thingId'
>

export async function insertMentions(
  scope: CouncilScope,
  tx: Tx,
  of: { personId: string; name: string; foundAt: Date },
  found: NewMention[],
): Promise<void> {
  for (let at = 0; at < found.length; at += 500)
    await tx
      .insert(nameMentions)
      .values(found.slice(at, at + 500).map((mention) => ({ ...mention, ...of, councilId: scope.councilId })))
}

/** Those that nobody has decided on yet, and those that are replaced at the next run. */
export const listOpenMentions = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({ mention: nameMentions, post: people.name })
    .from(nameMentions)
    .innerJoin(people, and(eq(people.councilId, nameMentions.councilId), eq(people.id, nameMentions.personId)))
    .where(and(eq(nameMentions.councilId, scope.councilId), sql`${nameMentions.state} in ('open', 'replace')`))
    .orderBy(asc(nameMentions.foundAt), asc(nameMentions.id))
    .limit(200)

const placeOf = (table: string, column: string): Place | undefined =>
  changeable.find((place) => place.table === table && place.words.includes(column))

/** The words as they stand now; null where they are gone. */
export async function wordsOfMention(
  scope: CouncilScope,
  tx: Tx,
  { tableName, columnName, rowId }: Pick<NewMention, 'tableName' | 'columnName' | 'rowId'>,
): Promise<string | null> {
  if (!placeOf(tableName, columnName)) return null
  const [row] = await tx.execute<{ words: string | null }>(sql`
    select ${sql.identifier(columnName)}::text as words from ${sql.identifier(tableName)}
    where council_id = ${scope.councilId} and id = ${rowId}`)
  return row?.words ?? null
}

export async function decideMention(
  scope: CouncilScope,
  tx: Tx,
  id: string,
  decided: { state: 'replace' | 'left'; decidedBy: string; decidedAt: Date },
): Promise<typeof nameMentions.$inferSelect | null> {
  const [row] = await tx
    .update(nameMentions)
    .set({ ...decided, ...(decided.state === 'left' ? { name: null } : {}) })
    .where(and(eq(nameMentions.councilId, scope.councilId), eq(nameMentions.id, id), eq(nameMentions.state, 'open')))
    .returning()
  return row ?? null
}

/** As the owner: what was decided on is done, and the name leaves this list too. */
export async function replaceMentions(scope: CouncilScope, tx: Tx): Promise<number> {
  const decided = await tx
    .select({ mention: nameMentions, post: people.name })
    .from(nameMentions)
    .innerJoin(people, and(eq(people.councilId, nameMentions.councilId), eq(people.id, nameMentions.personId)))
    .where(and(eq(nameMentions.councilId, scope.councilId), eq(nameMentions.state, 'replace')))
  for (const { mention, post } of decided) {
    const column = sql.identifier(mention.columnName)
    const place = placeOf(mention.tableName, mention.columnName)
    if (place && mention.name !== null) {
      const isList = ['notes', 'assessors'].includes(mention.columnName)
      // In a structure the post is written as JSON writes it, so that it stays one.
      const to = isList ? JSON.stringify(post).slice(1, -1) : post
      const pattern = mention.name.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')
      const changed = sql`regexp_replace(${column}::text, ${pattern}, ${to.replace(/[\\&]/g, '\\$&')}, 'gi')`
      await tx.execute(sql`
        update ${sql.identifier(mention.tableName)} set ${column} = ${isList ? sql`${changed}::jsonb` : changed}
        where council_id = ${scope.councilId} and id = ${mention.rowId}`)
    }
    await tx
      .update(nameMentions)
      .set({ state: 'replaced', name: null })
      .where(and(eq(nameMentions.councilId, scope.councilId), eq(nameMentions.id, mention.id)))
  }
  return decided.length
}
