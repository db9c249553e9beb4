/** A council's rows into an empty council, as the owner of the database. What is wrong with one is wrong with all. */
import { and, eq, inArray, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { Transaction } from '../client'
import { councils, people, users } from '../schema'
import type { TableShape } from './catalogue'
import { archivedColumns } from './rows'
import { isIn, secretColumns } from './tables'

export type ArchivedRow = Record<string, unknown>

/** What the council keeps of itself: it is another one, in this installation. */
const ownOfCouncil = ['id', 'name', 'demo', 'created_at']

/** Held until the end, so that nothing is put into it meanwhile. Null where there is no such council. */
export async function lockCouncil(tx: Transaction, councilId: string) {
  const [council] = await tx.select().from(councils).where(eq(councils.id, councilId)).for('update')
  return council ?? null
}

/** Which tables hold something that its making does not put there. */
export async function tablesInUse(tx: Transaction, councilId: string, tables: TableShape[]): Promise<string[]> {
  const used: string[] = []
  for (const { name } of tables) {
    if (['councils', 'people', 'audit_entries'].includes(name)) continue
    const rows = await tx.execute(sql`select 1 from ${sql.identifier(name)} where council_id = ${councilId} limit 1`)
    if (rows.length > 0) used.push(name)
  }
  return used
}

/** Everything points at what is read in later somewhere: whether all of it is there is asked at the end. */
export const deferReferences = async (tx: Transaction): Promise<void> =>
  void (await tx.execute(sql`set constraints all deferred`))
export const checkReferences = async (tx: Transaction): Promise<void> =>
  void (await tx.execute(sql`set constraints all immediate`))

export async function writeRows(
  tx: Transaction,
  councilId: string,
  table: TableShape,
  rows: ArchivedRow[],
): Promise<void> {
  if (rows.length === 0) return
  const given = JSON.stringify(rows)
  const name = sql.identifier(table.name)
  if (table.name === 'councils') {
    const settings = archivedColumns(table).filter((column) => !ownOfCouncil.includes(column.name))
    const set = sql.join(
      settings.map((column) => sql`${sql.identifier(column.name)} = r.${sql.identifier(column.name)}`),
      sql`, `,
    )
    await tx.execute(
      sql`update councils set ${set} from jsonb_populate_recordset(null::councils, ${given}::jsonb) r where councils.id = ${councilId}`,
    )
    return
  }
  const columns = archivedColumns(table).filter(({ generated }) => !generated)
  const secrets = table.columns.filter((column) => isIn(secretColumns, table.name, column.name))
  const names = ['council_id', ...[...columns, ...secrets].map((column) => column.name)]
  const values = [
    sql`${councilId}::uuid`,
    ...columns.map((column) => sql`r.${sql.identifier(column.name)}`),
    // The hash of a token that nobody ever had.
    ...secrets.map(() => sql`encode(sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea), 'hex')`),
  ]
  await tx.execute(sql`
    insert into ${name} (${sql.join(
      names.map((column) => sql.identifier(column)),
      sql`, `,
    )})
    select ${sql.join(values, sql`, `)} from jsonb_populate_recordset(null::${name}, ${given}::jsonb) r`)
}

/** Whoever was put into the new council to begin with and is in the archive too is the one of the archive. */
export async function listPeopleThere(tx: Transaction, councilId: string): Promise<string[]> {
  const rows = await tx.select({ id: people.id }).from(people).where(eq(people.councilId, councilId))
  return rows.map(({ id }) => id)
}

export async function removePeopleOf(
  tx: Transaction,
  councilId: string,
  { ids, emails }: { ids: string[]; emails: string[] },
): Promise<void> {
  if (ids.length > 0 && emails.length > 0)
    await tx
      .delete(people)
      .where(and(eq(people.councilId, councilId), inArray(people.id, ids), inArray(people.email, emails)))
}

/** One address is one user, in however many councils. */
export async function usersOf(
  tx: Transaction,
  wanted: { email: string; name: string }[],
): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map()
  await tx
    .insert(users)
    .values(wanted.map(({ email, name }) => ({ id: randomUUID(), name, email, emailVerified: true })))
    .onConflictDoNothing()
  const rows = await tx
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(
      inArray(
        users.email,
        wanted.map(({ email }) => email),
      ),
    )
  return new Map(rows.map(({ id, email }) => [email, id]))
}
